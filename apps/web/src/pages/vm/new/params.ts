import type { CallParams } from "@xo/client";
import type { LiveRow } from "@xo/contract";
import { listOf, mapOf } from "../../../objects/read-row.ts";
import { type Draft, isHvm } from "./draft.ts";

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
	const hasFirmware = isHvm(template);
	const firmware = String(mapOf(template, "boot").firmware ?? "bios");
	return {
		...(hasFirmware && draft.firmware !== firmware
			? { hvmBootFirmware: draft.firmware }
			: {}),
		...(hasFirmware && draft.isSecureBoot !== (template.secureBoot === true)
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
