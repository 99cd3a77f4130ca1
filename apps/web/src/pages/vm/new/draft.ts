import type { LiveRow } from "@xo/contract";
import { listOf, mapOf, numberOf, textOf } from "../../../objects/read-row.ts";

export interface DiskDraft {
	/** Stable while it is edited. */
	readonly key: string;
	/** Where a disk of the template is; undefined for a new one. */
	readonly device: string | undefined;
	readonly name: string;
	readonly sizeBytes: number | undefined;
	/** Size in the template, below which it cannot go. */
	readonly minimumBytes: number;
	/** Null: the default SR, or where the template's disk is. */
	readonly srId: string | null;
}

export interface VifDraft {
	readonly key: string;
	readonly networkId: string | null;
	readonly mac: string;
}

export type Install = "none" | "iso" | "network" | "url";

/** What the form holds. */
export interface Draft {
	readonly name: string;
	readonly description: string;
	readonly tags: readonly string[];
	readonly cpus: number | undefined;
	readonly memoryBytes: number | undefined;
	readonly disks: readonly DiskDraft[];
	readonly vifs: readonly VifDraft[];
	readonly install: Install;
	readonly isoId: string | null;
	readonly url: string;
	readonly isStarted: boolean;
	readonly isFastClone: boolean;
	readonly firmware: string;
	readonly isSecureBoot: boolean;
	readonly hasVtpm: boolean;
	readonly affinityHost: string | null;
	readonly isAutoStarted: boolean;
	readonly copiesBiosStrings: boolean;
}

/** What the template and its pool bring. */
export interface Origin {
	readonly template: LiveRow;
	readonly disks: readonly {
		readonly device: string;
		readonly name: string;
		readonly size: number;
	}[];
	/** Networks of the template's VIFs, else those that every new VM gets. */
	readonly networkIds: readonly string[];
	readonly defaultSr: string | null;
}

let lastKey = 0;

export function newKey(): string {
	lastKey++;
	return `item-${lastKey}`;
}

/** Disks that the template asks for, of which it has none itself. */
function wantedDisks(template: LiveRow): readonly number[] {
	const { disks } = mapOf(template, "template_info");
	if (!Array.isArray(disks)) return [];
	return disks.map((disk: { readonly size?: unknown }) =>
		typeof disk.size === "number" ? disk.size : 0,
	);
}

export function installMethods(template: LiveRow): readonly string[] {
	const { install_methods: methods } = mapOf(template, "template_info");
	return Array.isArray(methods) ? methods.map(String) : [];
}

export function startDraft(origin: Origin): Draft {
	const { template } = origin;
	const memory = mapOf(template, "memory");
	const wanted = wantedDisks(template);
	const isBlank = origin.disks.length === 0;
	return {
		name: "",
		description: "",
		tags: listOf(template, "tags"),
		cpus: Number(mapOf(template, "CPUs").number ?? 1),
		memoryBytes: Number(memory.size ?? 0),
		disks: [
			...origin.disks.map(({ device, name, size }) => ({
				key: newKey(),
				device,
				name,
				sizeBytes: size,
				minimumBytes: size,
				srId: null,
			})),
			...wanted.map((size) => ({
				key: newKey(),
				device: undefined,
				name: "",
				sizeBytes: size,
				minimumBytes: 0,
				srId: origin.defaultSr,
			})),
		],
		vifs: origin.networkIds.map((networkId) => ({
			key: newKey(),
			networkId,
			mac: "",
		})),
		install: isBlank && installMethods(template).length > 0 ? "iso" : "none",
		isoId: null,
		url: "",
		isStarted: true,
		isFastClone: true,
		firmware: String(mapOf(template, "boot").firmware ?? "bios"),
		isSecureBoot: template.secureBoot === true,
		hasVtpm: template.needsVtpm === true,
		affinityHost: null,
		isAutoStarted: false,
		copiesBiosStrings: false,
	};
}

/** Bytes that the VM needs at least. */
export function memoryMinimum(template: LiveRow): number | undefined {
	const { static: limits } = mapOf(template, "memory");
	return Array.isArray(limits) && typeof limits[0] === "number"
		? limits[0]
		: undefined;
}

export function isHvm(template: LiveRow): boolean {
	return textOf(template, "virtualizationMode") === "hvm";
}

export function sizeOf(row: LiveRow): number {
	return numberOf(row, "size") ?? 0;
}
