import { useLiveQuery, useObject } from "../../../live/use-live-query.ts";
import { idOf, listOf, textOf } from "../../../objects/read-row.ts";
import { type Origin, sizeOf } from "./draft.ts";

const MAX = 64;

const TEMPLATE_FIELDS = [
	"name_label",
	"name_description",
	"boot",
	"CPUs",
	"memory",
	"needsVtpm",
	"secureBoot",
	"tags",
	"template_info",
	"virtualizationMode",
	"$VBDs",
	"VIFs",
	"$pool",
] as const;

function anyOf(ids: readonly string[]): string {
	return `id:|(${ids.map((id) => `"${id}"`).join(" ")})`;
}

/** What a template brings, once all of it is known. */
export function useOrigin(templateId: string | null): {
	readonly origin: Origin | undefined;
	readonly isMissing: boolean;
} {
	const { row: template, isMissing } = useObject(
		"VM-template",
		templateId ?? undefined,
		TEMPLATE_FIELDS,
	);
	const poolId = template === undefined ? undefined : textOf(template, "$pool");
	const { row: pool } = useObject("pool", poolId, ["default_SR"]);
	const hasDisks =
		template !== undefined && listOf(template, "$VBDs").length > 0;
	const hasVifs = template !== undefined && listOf(template, "VIFs").length > 0;
	const { result: vbds } = useLiveQuery(
		{
			types: ["VBD"],
			filter: `VM:"${templateId}" !is_cd_drive? VDI?`,
			sort: [{ key: "position" }],
			fields: ["position", "VDI"],
			window: { offset: 0, limit: MAX },
		},
		{ isEnabled: hasDisks, keepPrevious: false },
	);
	const vdiIds = (vbds?.rows ?? []).flatMap((vbd) => idOf(vbd, "VDI") ?? []);
	const { result: vdis } = useLiveQuery(
		{
			types: ["VDI"],
			filter: anyOf(vdiIds),
			fields: ["name_label", "size"],
			window: { offset: 0, limit: MAX },
		},
		{ isEnabled: vdiIds.length > 0, keepPrevious: false },
	);
	const { result: vifs } = useLiveQuery(
		{
			types: ["VIF"],
			filter: `$VM:"${templateId}"`,
			sort: [{ key: "device" }],
			fields: ["$network"],
			window: { offset: 0, limit: MAX },
		},
		{ isEnabled: hasVifs, keepPrevious: false },
	);
	const { result: networks } = useLiveQuery(
		{
			types: ["network"],
			filter: `$pool:"${poolId}"`,
			sort: [{ key: "bridge" }],
			fields: ["automatic", "bridge", "PIFs"],
			window: { offset: 0, limit: MAX },
		},
		{ isEnabled: poolId !== undefined, keepPrevious: false },
	);
	const isReady =
		template !== undefined &&
		pool !== undefined &&
		networks !== undefined &&
		(!hasDisks || vbds !== undefined) &&
		(vdiIds.length === 0 || vdis !== undefined) &&
		(!hasVifs || vifs !== undefined);
	if (!isReady) return { origin: undefined, isMissing };
	const automatic = networks.rows.filter((row) => row.automatic === true);
	const connected = networks.rows.filter(
		(row) => listOf(row, "PIFs").length > 0,
	);
	// The network of the first card, rather than a bond or a VLAN.
	const first =
		connected.find((row) => textOf(row, "bridge").startsWith("xenbr")) ??
		connected[0];
	const fallback =
		automatic.length > 0 ? automatic : first === undefined ? [] : [first];
	const byId = new Map(vdis?.rows.map((vdi) => [vdi.id, vdi] as const));
	return {
		isMissing,
		origin: {
			template,
			defaultSr: idOf(pool, "default_SR") ?? null,
			networkIds: hasVifs
				? (vifs?.rows ?? []).flatMap((vif) => idOf(vif, "$network") ?? [])
				: fallback.map(({ id }) => id),
			disks: (vbds?.rows ?? []).flatMap((vbd) => {
				const vdi = byId.get(idOf(vbd, "VDI") ?? "");
				if (vdi === undefined) return [];
				return [
					{
						device: textOf(vbd, "position"),
						name: textOf(vdi, "name_label"),
						size: sizeOf(vdi),
					},
				];
			}),
		},
	};
}
