import type { CallParams } from "@xo/client";
import type { LiveRow } from "@xo/contract";
import { whyNotMemory } from "@xo/rules";
import { isMac } from "../../../forms/mac.ts";
import { listOf, mapOf, numberOf, textOf } from "../use-vm.ts";

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

function installation(
	draft: Draft,
): Pick<CallParams<"vm.create">, "installation"> {
	switch (draft.install) {
		case "iso":
			return draft.isoId === null
				? {}
				: { installation: { method: "cdrom", repository: draft.isoId } };
		case "network":
			return { installation: { method: "network", repository: "" } };
		case "url":
			return { installation: { method: "network", repository: draft.url } };
		case "none":
			return {};
	}
}

/** Settings that differ from those of the template. */
function changedSettings(
	draft: Draft,
	template: LiveRow,
): Partial<CallParams<"vm.create">> {
	const isHvm = textOf(template, "virtualizationMode") === "hvm";
	const firmware = String(mapOf(template, "boot").firmware ?? "bios");
	return {
		...(isHvm && draft.firmware !== firmware
			? { hvmBootFirmware: draft.firmware }
			: {}),
		...(isHvm && draft.isSecureBoot !== (template.secureBoot === true)
			? { secureBoot: draft.isSecureBoot }
			: {}),
		...(draft.hasVtpm ? { createVtpm: true } : {}),
		...(draft.affinityHost === null
			? {}
			: { affinityHost: draft.affinityHost }),
		...(draft.isAutoStarted ? { auto_poweron: true } : {}),
		...(draft.copiesBiosStrings ? { copyHostBiosStrings: true } : {}),
	};
}

/** What `vm.create` is called with. */
export function toParams(
	draft: Draft,
	template: LiveRow,
): CallParams<"vm.create"> {
	const name = draft.name.trim();
	const own = new Set(listOf(template, "tags"));
	return {
		template: template.id,
		name_label: name,
		name_description: draft.description.trim(),
		clone: draft.isFastClone,
		CPUs: draft.cpus,
		...(draft.cpus !== undefined &&
		draft.cpus > Number(mapOf(template, "CPUs").max ?? 0)
			? { cpusMax: draft.cpus }
			: {}),
		memory: draft.memoryBytes,
		tags: draft.tags.filter((tag) => !own.has(tag)),
		VDIs: draft.disks
			.filter(({ device }) => device === undefined)
			.map((disk, index) => ({
				size: disk.sizeBytes ?? 0,
				...(disk.srId === null ? {} : { SR: disk.srId }),
				name_label: disk.name.trim() || `${name} disk ${index}`,
			})),
		existingDisks: Object.fromEntries(
			draft.disks.flatMap(({ device, ...disk }) =>
				device === undefined
					? []
					: [
							[
								device,
								{
									size: disk.sizeBytes,
									name_label: disk.name.trim(),
									...(disk.srId === null ? {} : { $SR: disk.srId }),
								},
							] as const,
						],
			),
		),
		VIFs: draft.vifs.map(({ networkId, mac }) => ({
			network: networkId ?? "",
			...(mac === "" ? {} : { mac }),
		})),
		bootAfterCreate: draft.isStarted,
		...installation(draft),
		...changedSettings(draft, template),
	};
}

/** Keys of texts that say what is wrong, by the field: `disks.item-1`. */
type Problems = Readonly<Record<string, string>>;

/** All that keeps the VM from being made. */
export function problemsOf(draft: Draft, template: LiveRow): Problems {
	const problems: Record<string, string> = {};
	if (draft.name.trim() === "") problems.name = "newVm.problem.name";
	if (!Number.isInteger(draft.cpus) || (draft.cpus ?? 0) < 1) {
		problems.cpus = "newVm.problem.cpus";
	}
	const memory = memoryProblem(draft, template);
	if (memory !== undefined) problems.memory = memory;
	for (const { key, sizeBytes = 0, minimumBytes } of draft.disks) {
		if (sizeBytes <= 0) problems[`disks.${key}`] = "newVm.problem.size";
		else if (sizeBytes < minimumBytes) {
			problems[`disks.${key}`] = "newVm.problem.shrinks";
		}
	}
	const macs = draft.vifs.map(({ mac }) => mac.toLowerCase());
	for (const { key, networkId, mac } of draft.vifs) {
		if (networkId === null) {
			problems[`vifs.${key}`] = "newVm.problem.network";
		}
		const isTwice = macs.filter((it) => it === mac.toLowerCase()).length > 1;
		if (mac !== "" && !isMac(mac)) {
			problems[`macs.${key}`] = "vmPage.macWrong";
		} else if (mac !== "" && isTwice) {
			problems[`macs.${key}`] = "newVm.problem.macTwice";
		}
	}
	if (draft.install === "iso" && draft.isoId === null) {
		problems.iso = "newVm.problem.iso";
	}
	if (draft.install === "url" && draft.url.trim() === "") {
		problems.url = "newVm.problem.url";
	}
	if (Object.keys(problems).length === 0 && isTooMuch(draft)) {
		problems.form = "newVm.problem.form";
	}
	return problems;
}

/** Beyond what the contract takes of one VM. Its schema itself would bring
 *  all of zod to this page: a test compares them. */
function isTooMuch(draft: Draft): boolean {
	const { name, description, tags, url, disks, vifs } = draft;
	return (
		[name, url, ...tags].some(({ length }) => length > 4_096) ||
		[description, ...disks.map((disk) => disk.name)].some(
			({ length }) => length > 65_536,
		) ||
		tags.length > 1_000 ||
		disks.length > 255 ||
		vifs.length > 64 ||
		[draft.memoryBytes, ...disks.map(({ sizeBytes }) => sizeBytes)].some(
			(size) => !Number.isSafeInteger(size),
		)
	);
}

function memoryProblem(draft: Draft, template: LiveRow): string | undefined {
	const { memoryBytes = 0 } = draft;
	const { static: limits } = mapOf(template, "memory");
	const isKnown = Array.isArray(limits) && limits.length === 2;
	const refusal = whyNotMemory(
		{ static: isKnown ? (limits as [number, number]) : [1, 1] },
		{ dynamicMin: memoryBytes, dynamicMax: memoryBytes },
	);
	return refusal === undefined ? undefined : "newVm.problem.memory";
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
