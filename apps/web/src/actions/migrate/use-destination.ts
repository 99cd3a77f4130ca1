import type { LiveRow } from "@xo/contract";
import { scopeOf, scopeOfIds } from "../../details/scope.ts";
import { useLiveQuery } from "../../live/use-live-query.ts";
import type { Receiver } from "./use-receivers.ts";

const MOST = 500;
const window = { offset: 0, limit: MOST };
const NONE: readonly LiveRow[] = [];

/** What a host offers to VMs that come: SRs it is connected to, and networks
 *  of its pool. */
export function useOffer(host: Receiver | undefined) {
	const isEnabled = host !== undefined;
	const pbds = useLiveQuery(
		{
			types: ["PBD"],
			filter: `${scopeOf("host", host?.id ?? "")} attached?`,
			fields: ["SR"],
			window,
		},
		{ isEnabled, keepPrevious: false },
	).result;
	const srIds = pbds?.rows.map(({ SR }) => String(SR)).toSorted() ?? [];
	const srs = useLiveQuery(
		{
			types: ["SR"],
			filter: scopeOfIds(srIds),
			fields: ["name_label", "content_type", "size", "physical_usage"],
			sort: [{ key: "name_label" }],
			window,
		},
		{ isEnabled: isEnabled && srIds.length > 0 },
	).result;
	const ofPool = scopeOf("$pool", host?.poolId ?? "");
	const networks = useLiveQuery(
		{
			types: ["network"],
			filter: ofPool,
			fields: ["name_label"],
			sort: [{ key: "name_label" }],
			window,
		},
		{ isEnabled, keepPrevious: false },
	).result;
	const pool = useLiveQuery(
		{
			types: ["pool"],
			filter: scopeOf("id", host?.poolId ?? ""),
			fields: ["default_SR"],
			window,
		},
		{ isEnabled, keepPrevious: false },
	).result;
	return {
		isLoading: isEnabled && (srs ?? networks ?? pool) === undefined,
		srs: srs?.rows.filter(({ content_type }) => content_type !== "iso") ?? NONE,
		networks: networks?.rows ?? NONE,
		defaultSr: pool?.rows[0]?.default_SR,
	};
}

/** The disks and network cards of one VM; nothing of several. */
export function useParts(vm: LiveRow | undefined) {
	const isEnabled = vm !== undefined;
	const id = vm?.id ?? "";
	const vbds = useLiveQuery(
		{
			types: ["VBD"],
			filter: scopeOf("VM", id),
			fields: ["VDI", "is_cd_drive"],
			window,
		},
		{ isEnabled },
	).result;
	const vdiIds =
		vbds?.rows
			.filter(({ VDI, is_cd_drive }) => VDI && is_cd_drive !== true)
			.map(({ VDI }) => String(VDI))
			.toSorted() ?? [];
	const vdis = useLiveQuery(
		{
			types: ["VDI"],
			filter: scopeOfIds(vdiIds),
			fields: ["name_label", "$SR", "size"],
			sort: [{ key: "name_label" }],
			window,
		},
		{ isEnabled: isEnabled && vdiIds.length > 0 },
	).result;
	const vifs = useLiveQuery(
		{
			types: ["VIF"],
			filter: scopeOf("$VM", id),
			fields: ["device", "$network"],
			sort: [{ key: "device" }],
			window,
		},
		{ isEnabled },
	).result;
	const networkIds = [
		...new Set(vifs?.rows.map(({ $network }) => String($network)) ?? []),
	];
	const networks = useLiveQuery(
		{
			types: ["network"],
			filter: scopeOfIds(networkIds.toSorted()),
			fields: ["name_label"],
			window,
		},
		{ isEnabled: isEnabled && networkIds.length > 0 },
	).result;
	const names = new Map(
		networks?.rows.map((row) => [row.id, String(row.name_label)]),
	);
	return {
		disks: vdis?.rows ?? NONE,
		cards: (vifs?.rows ?? NONE).map((row) => ({
			id: row.id,
			device: String(row.device),
			networkName: names.get(String(row.$network)) ?? "",
		})),
	};
}
