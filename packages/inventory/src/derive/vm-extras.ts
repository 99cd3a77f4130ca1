import type { XoVm } from "@xo/contract";
import { isPlainObject } from "@xo/std";
import { stringMap, text, type XapiRecord } from "../records.ts";
import { contentOf, type XmlContent } from "../xml.ts";

type OtherConfig = Readonly<Record<string, string>>;

function parsedJson(source: string | undefined): unknown {
	if (source === undefined) return undefined;
	try {
		return JSON.parse(source);
	} catch {
		// Users and other tools write there too.
		return undefined;
	}
}

/** When, from what and by whom the VM was made, if we made it. */
export function vmCreation(vm: XapiRecord): XoVm["creation"] {
	const key = `xo:${text(vm, "uuid").slice(0, 8)}`;
	const stored = parsedJson(stringMap(vm, "other_config")[key]);
	const creation = isPlainObject(stored) ? stored.creation : undefined;
	return isPlainObject(creation) ? creation : undefined;
}

/** Id of the resource set that the VM is in. */
export function vmResourceSet(other: OtherConfig): string | undefined {
	const stored = parsedJson(other["xo:resource_set"]);
	return typeof stored === "string" ? stored : undefined;
}

/** What the container monitor of the VM wrote. */
export function vmDocker(other: OtherConfig): XoVm["docker"] {
	const monitor = other["xscontainer-monitor"];
	if (monitor === undefined) return undefined;
	if (monitor === "False") return { enabled: false };
	const process = contentOf(other.docker_ps ?? "", "docker_ps");
	return {
		enabled: true,
		info: contentOf(other.docker_info ?? "", "docker_info"),
		containers: itemsOf(process),
		process,
		version: contentOf(other.docker_version ?? "", "docker_version"),
	};
}

function itemsOf(process: XmlContent | undefined): XmlContent[] {
	if (!isPlainObject(process)) return [];
	const { item } = process;
	if (item === undefined) return [];
	return Array.isArray(item) ? item : [item];
}
