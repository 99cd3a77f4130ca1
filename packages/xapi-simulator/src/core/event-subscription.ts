const MESSAGE = "message";

/** What a follower of events wants to hear of. */
export interface EventSubscription {
	matches(lowerCaseClass: string, ref: string): boolean;
	readonly wantsMessages: boolean;
	/** All of it is about tasks, which XAPI answers without delay. */
	readonly isOnlyTasks: boolean;
}

/** Reads `*`, `vm`, `VM` and `vm/OpaqueRef:…`; unknown classes never match. */
export function parseSubscription(
	classes: readonly string[],
): EventSubscription {
	const wholeClasses = new Set<string>();
	const objects = new Map<string, Set<string>>();
	for (const text of classes) {
		const slash = text.indexOf("/");
		if (slash < 0) {
			wholeClasses.add(text.toLowerCase());
			continue;
		}
		const name = text.slice(0, slash).toLowerCase();
		const refs = objects.get(name) ?? new Set();
		objects.set(name, refs.add(text.slice(slash + 1)));
	}
	const hasAll = wholeClasses.has("*");
	const names = [...wholeClasses, ...objects.keys()];
	return {
		matches: (name, ref) =>
			hasAll || wholeClasses.has(name) || objects.get(name)?.has(ref) === true,
		wantsMessages: hasAll || names.includes(MESSAGE),
		isOnlyTasks: names.length > 0 && names.every((name) => name === "task"),
	};
}
