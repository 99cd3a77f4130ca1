import type { XoPbd, XoSm, XoSr } from "@xo/contract";
import type { Context } from "../context.ts";
import { pbdHost, pbdProvisioning } from "../facets.ts";
import {
	flag,
	isNullRef,
	number,
	refOf,
	stringMap,
	strings,
	text,
	toNumber,
	type XapiRecord,
} from "../records.ts";
import { base } from "./base.ts";

export function deriveSr(sr: XapiRecord, context: Context): XoSr {
	const otherConfig = stringMap(sr, "other_config");
	const firstPbd = strings(sr, "PBDs").find((ref) => !isNullRef(ref));
	const host = flag(sr, "shared")
		? undefined
		: context.link("host", context.read(pbdHost, firstPbd));
	return {
		...base("SR", sr, context),
		$container: host ?? context.poolId,
		$PBDs: context.links("PBD", strings(sr, "PBDs")),
		VDIs: context.links("VDI", strings(sr, "VDIs")),
		allocationStrategy: allocationStrategy(sr, firstPbd, context),
		content_type: text(sr, "content_type"),
		current_operations: stringMap(sr, "current_operations"),
		inMaintenanceMode: otherConfig["xo:maintenanceState"] !== undefined,
		name_description: text(sr, "name_description"),
		name_label: text(sr, "name_label"),
		other_config: otherConfig,
		sm_config: stringMap(sr, "sm_config"),
		physical_usage: number(sr, "physical_utilisation"),
		shared: flag(sr, "shared"),
		size: number(sr, "physical_size"),
		SR_type: text(sr, "type"),
		tags: strings(sr, "tags"),
		usage: number(sr, "virtual_allocation"),
	};
}

const STRATEGY_OF_TYPE: ReadonlyMap<string, "thin" | "thick"> = new Map([
	...["ext", "file", "nfs", "shm", "smb", "zfs"].map(
		(type) => [type, "thin"] as const,
	),
	...[
		...["hba", "iscsi", "udev", "rawhba", "rawiscsi"],
		...["lvhd", "lvhdofcoe", "lvhdohba", "lvhdoiscsi"],
		...["lvm", "lvmofcoe", "lvmohba", "lvmoiscsi"],
		...["ocfs", "ocfsohba", "ocfsoiscsi"],
	].map((type) => [type, "thick"] as const),
]);

function allocationStrategy(
	sr: XapiRecord,
	firstPbd: string | undefined,
	context: Context,
): XoSr["allocationStrategy"] {
	const type = text(sr, "type");
	if (type !== "linstor") return STRATEGY_OF_TYPE.get(type);
	const provisioning = context.read(pbdProvisioning, firstPbd);
	const isKnown = provisioning === "thin" || provisioning === "thick";
	return isKnown ? provisioning : "unknown";
}

export function deriveSm(sm: XapiRecord, context: Context): XoSm {
	return {
		...base("SM", sm, context),
		SM_type: text(sm, "type"),
		configuration: stringMap(sm, "configuration"),
		driver_filename: text(sm, "driver_filename"),
		features: Object.fromEntries(
			Object.entries(stringMap(sm, "features")).map(([name, version]) => [
				name,
				toNumber(version) ?? 0,
			]),
		),
		name_description: text(sm, "name_description"),
		name_label: text(sm, "name_label"),
		vendor: text(sm, "vendor"),
		required_cluster_stack: strings(sm, "required_cluster_stack"),
		supported_image_formats: strings(sm, "supported_image_formats"),
	};
}

export function derivePbd(pbd: XapiRecord, context: Context): XoPbd {
	return {
		...base("PBD", pbd, context),
		attached: flag(pbd, "currently_attached"),
		device_config: withoutSecrets(stringMap(pbd, "device_config")),
		host: context.link("host", refOf(pbd, "host")),
		otherConfig: stringMap(pbd, "other_config"),
		SR: context.link("SR", refOf(pbd, "SR")),
	};
}

const OBFUSCATED = "* obfuscated *";
const SECRET_KEY =
	/pass(?:wd|word|phrase)|secret|credential|token|private_?key/i;
// Mount options carry secrets inside one value: `username=u,password=p`.
const SECRET_OPTION = /\b(pass|passwd|password|secret)=[^,\s]+/gi;

function withoutSecrets(config: Record<string, string>) {
	const result: Record<string, string> = {};
	for (const [key, value] of Object.entries(config)) {
		result[key] = SECRET_KEY.test(key)
			? OBFUSCATED
			: value.replace(SECRET_OPTION, `$1=${OBFUSCATED}`);
	}
	return result;
}
