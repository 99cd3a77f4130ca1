import { NULL_REF } from "@xo/xapi-wire";
import type { Ref } from "../core/types.ts";
import type { SeedContext } from "./seed-context.ts";
import { NIC_COUNT } from "./seed-devices.ts";
import type { HostModel } from "./seed-host-model.ts";
import type { SeededHost } from "./seed-hosts.ts";

export interface SeededNetworks {
	readonly management: Ref;
	/** Where VMs are plugged, the busiest first. */
	readonly forVms: readonly Ref[];
}

const VLANS = [
	{ name: "Production", tag: 100 },
	{ name: "DMZ", tag: 200 },
	{ name: "Backup", tag: 300 },
	{ name: "Development", tag: 400 },
	{ name: "Voice", tag: 450 },
	{ name: "Databases", tag: 500 },
];
/** All NICs are bonded where there are several hosts: the bond also carries
 *  the management traffic. */
const BOND_MEMBERS = [0, 1];

interface Layout {
	readonly ethernet: readonly Ref[];
	readonly bond: Ref | undefined;
	readonly vlans: readonly { readonly network: Ref; readonly tag: number }[];
}

export function addNetworks(
	context: SeedContext,
	hosts: readonly SeededHost[],
	model: HostModel,
): SeededNetworks {
	const ethernet = Array.from({ length: NIC_COUNT }, (_, index) =>
		context.create("network", {
			name_label: `Pool-wide network associated with eth${index}`,
			bridge: `xenbr${index}`,
			other_config: {},
			purpose: [],
		}),
	);
	addInternalManagementNetwork(context);
	let bridges = 0;
	const addBridge = (name: string, description: string, mtu = 1500) =>
		context.create("network", {
			name_label: name,
			name_description: description,
			bridge: `xapi${bridges++}`,
			MTU: mtu,
			other_config: {},
		});
	const bond =
		hosts.length > 1 ? addBridge("Bond 0+1", "All traffic") : undefined;
	const vlans = Array.from({ length: context.size.networks }, (_, index) => {
		const known = VLANS[index] ?? {
			name: `Tenant ${index}`,
			tag: 1000 + index,
		};
		const network = addBridge(known.name, `VLAN ${known.tag}`);
		return { network, tag: known.tag };
	});
	const isolated = addBridge("Isolated lab", "No way out", 9000);
	for (const host of hosts)
		addHostPifs(context, host, { model, layout: { ethernet, bond, vlans } });
	const management = bond ?? ethernet[0] ?? NULL_REF;
	return {
		management,
		forVms: [...vlans.map(({ network }) => network), management, isolated],
	};
}

function addInternalManagementNetwork(context: SeedContext): void {
	context.create("network", {
		name_label: "Host internal management network",
		name_description:
			"Network on which guests will be assigned a private link-local IP address which can be used to talk XenAPI",
		bridge: "xenapi",
		other_config: {
			is_guest_installer_network: "true",
			is_host_internal_management_network: "true",
			ip_begin: "169.254.0.1",
			ip_end: "169.254.255.254",
			netmask: "255.255.0.0",
		},
	});
}

function addHostPifs(
	context: SeedContext,
	host: SeededHost,
	{ model, layout }: { model: HostModel; layout: Layout },
): void {
	const bondRef = `OpaqueRef:${context.random.uuid()}`;
	const macPrefix = `a4:bf:01:${context.random.hex(4).replace(/(..)(..)/, "$1:$2")}`;
	const nics = layout.ethernet.map((network, index) => {
		const isBonded = layout.bond !== undefined && BOND_MEMBERS.includes(index);
		const mac = `${macPrefix}:${(0x10 + index).toString(16)}`;
		const metrics = addMetrics(context, {
			model,
			index,
			isUp: index === 0 || isBonded,
		});
		const ref = context.create("PIF", {
			device: `eth${index}`,
			network,
			host: host.ref,
			MAC: mac,
			MTU: 1500,
			VLAN: -1,
			metrics,
			physical: true,
			currently_attached: index === 0 && !isBonded,
			...(index === 0 && !isBonded ? managementIp(host.address) : {}),
			bond_slave_of: isBonded ? bondRef : NULL_REF,
			disallow_unplug: false,
			capabilities: ["sriov"],
			PCI: host.nics[index] ?? NULL_REF,
			other_config: {},
			properties: { gro: "on" },
		});
		return { ref, mac, metrics };
	});
	const carrier =
		layout.bond === undefined
			? { ref: nics[0]?.ref, device: "eth0", metrics: nics[0]?.metrics }
			: addBond(context, host, { bondRef, network: layout.bond, nics, model });
	if (carrier.ref === undefined || carrier.metrics === undefined) return;
	for (const { network, tag } of layout.vlans) {
		addVlan(context, host, {
			network,
			tag,
			tagged: carrier.ref,
			device: carrier.device,
			metrics: carrier.metrics,
		});
	}
}

function managementIp(address: string): Record<string, string | boolean> {
	return {
		management: true,
		ip_configuration_mode: "Static",
		IP: address,
		netmask: "255.255.255.0",
		gateway: address.replace(/\d+$/, "1"),
		DNS: "10.0.0.53",
		primary_address_type: "IPv4",
	};
}

function addMetrics(
	context: SeedContext,
	{ model, index, isUp }: { model: HostModel; index: number; isUp: boolean },
): Ref {
	return context.create("PIF_metrics", {
		carrier: isUp,
		vendor_id: "8086",
		vendor_name: model.nicVendor,
		device_id: "1572",
		device_name: model.nicName,
		speed: isUp ? model.nicSpeedMbps : 0,
		duplex: isUp,
		pci_bus_path: `0000:65:00.${index}`,
		last_updated: context.ago(0),
	});
}

function addBond(
	context: SeedContext,
	host: SeededHost,
	{
		bondRef,
		network,
		nics,
		model,
	}: {
		bondRef: Ref;
		network: Ref;
		nics: readonly { ref: Ref; mac: string }[];
		model: HostModel;
	},
): { ref: Ref; device: string; metrics: Ref } {
	const primary = nics[BOND_MEMBERS[0] ?? 0];
	const metrics = addMetrics(context, { model, index: 0, isUp: true });
	const ref = context.create("PIF", {
		device: "bond0",
		network,
		host: host.ref,
		MAC: primary?.mac ?? "",
		MTU: 1500,
		VLAN: -1,
		metrics,
		physical: false,
		currently_attached: true,
		...managementIp(host.address),
		other_config: {},
		properties: { gro: "on" },
	});
	context.db.create(
		"Bond",
		{
			uuid: context.random.uuid(),
			master: ref,
			primary_slave: primary?.ref ?? NULL_REF,
			mode: "lacp",
			properties: { hashing_algorithm: "tcpudp_ports", "lacp-time": "slow" },
			links_up: BOND_MEMBERS.length,
		},
		{ ref: bondRef },
	);
	return { ref, device: "bond0", metrics };
}

function addVlan(
	context: SeedContext,
	host: SeededHost,
	{
		network,
		tag,
		tagged,
		device,
		metrics,
	}: { network: Ref; tag: number; tagged: Ref; device: string; metrics: Ref },
): void {
	const vlanRef = `OpaqueRef:${context.random.uuid()}`;
	const untagged = context.create("PIF", {
		device,
		network,
		host: host.ref,
		MAC: "fe:ff:ff:ff:ff:ff",
		MTU: 1500,
		VLAN: tag,
		metrics,
		physical: false,
		currently_attached: true,
		VLAN_master_of: vlanRef,
		other_config: {},
	});
	context.db.create(
		"VLAN",
		{
			uuid: context.random.uuid(),
			tagged_PIF: tagged,
			untagged_PIF: untagged,
			tag,
		},
		{ ref: vlanRef },
	);
}
