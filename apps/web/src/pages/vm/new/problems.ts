import type { LiveRow } from "@xo/contract";
import { whyNotMemory } from "@xo/rules";
import { isMac } from "../../../forms/mac.ts";
import { mapOf } from "../../../objects/read-row.ts";
import type { Draft } from "./draft.ts";

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
