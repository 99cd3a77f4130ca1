import { parseXapiDate } from "@xo/xapi-wire";
import type { Database, DbRecord, Ref } from "../core/types.ts";
import { flag, integer, map, ref, text } from "../domains/record.ts";
import type { GuestFacts } from "./guest/guest.ts";

const MIB = 1024 ** 2;

/** What the screen of a VM needs to know, from the database. */
export function readGuestFacts(db: Database, vmRef: Ref): GuestFacts {
	const vm = db.get("VM", vmRef);
	const metrics = db.find("VM_metrics", ref(vm, "metrics")) ?? {};
	const guest = db.find("VM_guest_metrics", ref(vm, "guest_metrics")) ?? {};
	const os = map(guest, "os_version");
	const common = {
		memoryMib: Math.round(integer(vm, "memory_static_max") / MIB),
		vcpus: Math.max(1, integer(vm, "VCPUs_at_startup")),
		startedAt: parseXapiDate(text(metrics, "start_time")) ?? 0,
	};
	if (flag(vm, "is_control_domain")) {
		return { ...common, ...hostFacts(db.find("host", ref(vm, "resident_on"))) };
	}
	const isWindows = os.distro === "windows" || isWindowsByName(vm);
	return {
		...common,
		name: text(vm, "name_label"),
		osName: os.name?.split("|")[0] || (isWindows ? "Windows" : "GNU/Linux"),
		kernel: os.uname || "6.1.0",
		address: map(guest, "networks")["0/ip"] ?? "",
		kind: isWindows ? "windows" : "linux",
	};
}

function hostFacts(host: DbRecord = {}) {
	const version = map(host, "software_version");
	return {
		name: text(host, "hostname") || text(host, "name_label"),
		osName: `${version.product_brand ?? "XCP-ng"} ${version.product_version ?? ""}`,
		kernel: version.linux ?? "",
		address: text(host, "address"),
		kind: "host" as const,
	};
}

/** Of VMs without agent. */
function isWindowsByName(vm: DbRecord): boolean {
	const { base_template_name: template = "" } = map(vm, "other_config");
	return /windows/i.test(template);
}
