/** What a dashboard is about: filters in the search language. */
export interface Scope {
	readonly level: "all" | "pool" | "host";
	readonly vms: string;
	readonly hosts: string;
	readonly srs: string;
	readonly tasks: string;
	readonly messages: string;
}

export const ALL: Scope = {
	level: "all",
	vms: "",
	hosts: "",
	srs: "",
	tasks: "",
	messages: "",
};

export function poolScope(id: string): Scope {
	const inPool = `$pool:"${id}"`;
	return {
		level: "pool",
		vms: inPool,
		hosts: inPool,
		srs: inPool,
		tasks: inPool,
		messages: inPool,
	};
}

export function hostScope(id: string): Scope {
	return {
		level: "host",
		vms: `$container:"${id}"`,
		hosts: `id:"${id}"`,
		srs: `$container:"${id}"`,
		tasks: `$host:"${id}"`,
		messages: `$object:"${id}"`,
	};
}

/** What matches all of these filters. */
export function both(...filters: readonly string[]): string {
	return filters.filter((filter) => filter !== "").join(" ");
}
