import { type MemoryRecords, memoryRecords } from "./_records.ts";

interface Size {
	readonly hosts: number;
	readonly vms: number;
}

const config = (index: number) => ({
	mac_seed: `seed-${index}`,
	"install-methods": "cdrom,nfs,http,ftp",
	[`xo:${uuidOf("vm", index).slice(0, 8)}`]: JSON.stringify({
		creation: { date: "2026-01-01T00:00:00Z", template: "t", user: "u" },
	}),
	...Object.fromEntries(
		Array.from({ length: 6 }, (_, i) => [`key-${i}`, `value-${i}`]),
	),
});

function uuidOf(kind: string, index: number): string {
	const hex = index.toString(16).padStart(8, "0");
	return `${hex}-${kind.padEnd(4, "0")}-4000-8000-000000000000`;
}

/** A pool of about ten records a VM: `{ hosts: 64, vms: 10_000 }` has some
 *  hundred thousand. */
export function bigPool({ hosts, vms }: Size): MemoryRecords {
	const records = memoryRecords({
		pool: { pool: { master: "host0" } },
		network: Object.fromEntries(
			Array.from({ length: 10 }, (_, i) => [
				`network${i}`,
				{ name_label: "n" },
			]),
		),
	});
	for (let i = 0; i < hosts; i++) addHost(records, i);
	for (let i = 0; i < vms; i++) addVm(records, { index: i, hosts });
	for (let i = 0; i < hosts; i++) addLists(records, { index: i, hosts, vms });
	return records;
}

function addHost(records: MemoryRecords, index: number): void {
	const host = `host${index}`;
	records.set("host", host, {
		uuid: uuidOf("host", index),
		name_label: host,
		metrics: `host-metrics${index}`,
		software_version: { platform_version: "3.4.0", product_brand: "XCP-ng" },
	});
	records.set("host_metrics", `host-metrics${index}`, {
		live: true,
		memory_total: 64e9,
		memory_free: 32e9,
	});
	for (let i = 0; i < 4; i++) {
		const pif = `pif${index}-${i}`;
		records.set("PIF", pif, {
			uuid: uuidOf("pif", index * 4 + i),
			host,
			network: `network${i}`,
			metrics: `${pif}-metrics`,
		});
		records.set("PIF_metrics", `${pif}-metrics`, { carrier: true, speed: 1e4 });
	}
}

function addLists(
	records: MemoryRecords,
	{ index, hosts, vms }: Size & { index: number },
): void {
	const own = Array.from({ length: vms }, (_, i) => i).filter(
		(i) => i % hosts === index,
	);
	records.patch("host", `host${index}`, {
		resident_VMs: own.map((i) => `vm${i}`),
		PBDs: [`pbd${index}`],
	});
	records.set("PBD", `pbd${index}`, {
		uuid: uuidOf("pbd", index),
		host: `host${index}`,
		SR: `sr${index}`,
	});
	records.set("SR", `sr${index}`, {
		uuid: uuidOf("sr", index),
		type: "ext",
		PBDs: [`pbd${index}`],
		VDIs: own.flatMap((i) => [`vdi${i}-0`, `vdi${i}-1`]),
	});
}

function addVm(
	records: MemoryRecords,
	{ index, hosts }: { index: number; hosts: number },
): void {
	const vm = `vm${index}`;
	const isRunning = index % 2 === 0;
	records.set("VM", vm, {
		uuid: uuidOf("vm", index),
		name_label: vm,
		power_state: isRunning ? "Running" : "Halted",
		resident_on: isRunning ? `host${index % hosts}` : "OpaqueRef:NULL",
		VBDs: [`vbd${index}-0`, `vbd${index}-1`, `vbd${index}-2`],
		VIFs: [`vif${index}`],
		metrics: `metrics${index}`,
		guest_metrics: `guest${index}`,
		other_config: config(index),
		platform: { device_id: "0001", "cores-per-socket": "2", vga: "std" },
		HVM_boot_policy: "BIOS order",
		HVM_boot_params: { firmware: "bios", order: "cdn" },
		recommendations:
			'<restrictions><restriction field="supports-bios" value="yes"/></restrictions>',
		memory_dynamic_max: 4e9,
		memory_static_max: 4e9,
		VCPUs_max: 2,
		VCPUs_at_startup: 2,
	});
	records.set("VM_metrics", `metrics${index}`, {
		memory_actual: 4e9,
		VCPUs_number: 2,
		start_time: "20260101T00:00:00Z",
	});
	records.set("VM_guest_metrics", `guest${index}`, {
		networks: {
			"0/ip": "10.0.0.1",
			"0/ipv4/0": "10.0.0.1",
			"0/ipv6/0": "f::1",
		},
		os_version: { name: "Debian 12", distro: "debian" },
		PV_drivers_version: { major: "8", minor: "0", micro: "0", build: "1" },
	});
	records.set("VIF", `vif${index}`, {
		uuid: uuidOf("vif", index),
		VM: vm,
		network: `network${index % 10}`,
	});
	for (let i = 0; i < 3; i++) addDisk(records, { index, i, hosts });
}

function addDisk(
	records: MemoryRecords,
	{ index, i, hosts }: { index: number; i: number; hosts: number },
): void {
	const hasVdi = i < 2;
	records.set("VBD", `vbd${index}-${i}`, {
		uuid: uuidOf("vbd", index * 3 + i),
		VM: `vm${index}`,
		VDI: hasVdi ? `vdi${index}-${i}` : "OpaqueRef:NULL",
		type: hasVdi ? "Disk" : "CD",
	});
	if (!hasVdi) return;
	records.set("VDI", `vdi${index}-${i}`, {
		uuid: uuidOf("vdi", index * 2 + i),
		SR: `sr${index % hosts}`,
		VBDs: [`vbd${index}-${i}`],
		physical_utilisation: 1e9,
		virtual_size: 1e10,
	});
}
