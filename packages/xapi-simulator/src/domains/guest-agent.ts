import type {
	CallContext,
	DbRecord,
	FieldValue,
	Pool,
	Ref,
} from "../core/types.ts";
import { stopSignalOf } from "./background.ts";
import { recomputeAround } from "./recompute.ts";
import { flag, integer, list, map, ref, text } from "./record.ts";

type Fields = Readonly<Record<string, FieldValue>>;

/** From the boot of the domain to the first words of the agent. */
const AGENT_DELAY_MS = 12_000;

const LINUX_FEATURES = [
	"feature-balloon",
	"feature-poweroff",
	"feature-reboot",
	"feature-shutdown",
	"feature-suspend",
	"feature-vcpu-hotplug",
];

interface Profile {
	readonly pattern: RegExp;
	readonly os: Readonly<Record<string, string>>;
	readonly drivers: Readonly<Record<string, string>>;
}

const LINUX_DRIVERS = { major: "7", minor: "33", micro: "0", build: "-1" };

const PROFILES: readonly Profile[] = [
	{
		pattern: /windows/i,
		os: {
			name: "Microsoft Windows Server 2022 Standard|C:\\Windows|\\Device\\Harddisk0\\Partition3",
			distro: "windows",
			uname: "",
			major: "10",
			minor: "0",
			spmajor: "0",
			spminor: "0",
		},
		drivers: { major: "9", minor: "4", micro: "0", build: "146" },
	},
	{
		pattern: /ubuntu/i,
		os: {
			name: "Ubuntu 24.04.1 LTS",
			distro: "ubuntu",
			uname: "6.8.0-45-generic",
			major: "24",
			minor: "04",
		},
		drivers: LINUX_DRIVERS,
	},
	{
		pattern: /centos|rhel|red ?hat|alma|rocky|oracle/i,
		os: {
			name: "AlmaLinux 9.4 (Seafoam Ocelot)",
			distro: "almalinux",
			uname: "5.14.0-427.el9.x86_64",
			major: "9",
			minor: "4",
		},
		drivers: LINUX_DRIVERS,
	},
	{
		pattern: /debian|linux|suse|sles|coreos/i,
		os: {
			name: "Debian GNU/Linux 12 (bookworm)",
			distro: "debian",
			uname: "6.1.0-13-amd64",
			major: "12",
			minor: "0",
		},
		drivers: LINUX_DRIVERS,
	},
];

/** What the agent of a VM said before its guest metrics went away. */
const remembered = new WeakMap<Pool, Map<Ref, Fields>>();

function memoryOf(pool: Pool): Map<Ref, Fields> {
	const memory = remembered.get(pool) ?? new Map<Ref, Fields>();
	remembered.set(pool, memory);
	return memory;
}

/** Destroys the guest metrics of a VM, as each start does first. */
export function forgetGuest(pool: Pool, vmRef: Ref): void {
	const metrics = ref(pool.db.get("VM", vmRef), "guest_metrics");
	const record = pool.db.find("VM_guest_metrics", metrics);
	if (record === undefined) return;
	const { uuid: _uuid, ...fields } = record;
	memoryOf(pool).set(vmRef, fields);
	pool.db.update("VM", vmRef, { guest_metrics: "OpaqueRef:NULL" });
	pool.db.destroy("VM_guest_metrics", metrics);
}

/** Forgets what the agent of a VM said, for good. */
export function dropGuestMemory(pool: Pool, vmRef: Ref): void {
	memoryOf(pool).delete(vmRef);
}

function invent(pool: Pool, vm: DbRecord): Fields | undefined {
	const hints = [
		text(vm, "reference_label"),
		map(vm, "other_config").base_template_name ?? "",
		text(vm, "name_label"),
	].join(" ");
	const profile = PROFILES.find(({ pattern }) => pattern.test(hints));
	if (profile === undefined) return undefined;
	const networks: Record<string, string> = {};
	for (const vif of list(vm, "VIFs")) {
		const device = text(pool.db.get("VIF", vif), "device");
		const address = `10.${1 + Math.floor(pool.random() * 250)}.${Math.floor(pool.random() * 250)}.${1 + Math.floor(pool.random() * 250)}`;
		networks[`${device}/ip`] = address;
		networks[`${device}/ipv4/0`] = address;
	}
	return {
		os_version: profile.os,
		PV_drivers_version: profile.drivers,
		PV_drivers_up_to_date: true,
		PV_drivers_detected: true,
		networks,
		other: Object.fromEntries(LINUX_FEATURES.map((name) => [name, "1"])),
		can_use_hotplug_vbd: "yes",
		can_use_hotplug_vif: "yes",
	};
}

function speak(pool: Pool, vmRef: Ref): void {
	const vm = pool.db.get("VM", vmRef);
	const fields = memoryOf(pool).get(vmRef) ?? invent(pool, vm);
	if (fields === undefined) return;
	memoryOf(pool).delete(vmRef);
	const metrics = pool.db.create("VM_guest_metrics", {
		...fields,
		live: true,
		last_updated: pool.nowIso(),
	});
	pool.db.update("VM", vmRef, { guest_metrics: metrics });
	recomputeAround(pool, "VM", vmRef);
}

/** Lets the guest agent of a freshly booted domain report in a while, unless
 *  the domain is gone by then or the guest has no agent. */
export function expectGuest({ pool }: CallContext, vmRef: Ref): void {
	const stopSignal = stopSignalOf(pool);
	const domid = integer(pool.db.get("VM", vmRef), "domid");
	const forget = () => timer[Symbol.dispose]();
	const timer = pool.clock.after(AGENT_DELAY_MS * pool.timeScale, () => {
		stopSignal?.removeEventListener("abort", forget);
		const vm = pool.db.find("VM", vmRef);
		const isSameDomain =
			vm?.power_state === "Running" && integer(vm, "domid") === domid;
		const isSilent =
			vm && !pool.db.find("VM_guest_metrics", ref(vm, "guest_metrics"));
		if (isSameDomain && isSilent && !flag(vm, "is_control_domain")) {
			speak(pool, vmRef);
		}
	});
	stopSignal?.addEventListener("abort", forget, { once: true });
}
