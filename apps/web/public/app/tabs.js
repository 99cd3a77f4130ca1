const name = { key: "name_label", label: "Name", isMain: true };
const tags = { key: "tags", label: "Tags", format: "tags", isMinor: true };
const description = {
	key: "name_description",
	label: "Description",
	isMinor: true,
};

function number(key, label, format = "number") {
	return { key, label, format, isNumber: true };
}

const minor = (column) => ({ ...column, isMinor: true });

/** What each tab shows: types of objects and their columns. */
export const tabs = [
	{
		id: "VM",
		label: "VMs",
		types: ["VM"],
		hasPower: true,
		columns: [
			name,
			{ key: "power_state", label: "State", format: "state" },
			minor(number("CPUs.number", "CPUs")),
			minor(number("memory.size", "Memory", "bytes")),
			{ key: "mainIpAddress", label: "Address", isMinor: true },
			{
				key: "os_version.name",
				label: "System",
				format: "system",
				isMinor: true,
			},
			tags,
		],
	},
	{
		id: "host",
		label: "Hosts",
		types: ["host"],
		columns: [
			name,
			{ key: "power_state", label: "State", format: "state" },
			{ key: "enabled", label: "Enabled", format: "enabled", isMinor: true },
			{ key: "address", label: "Address" },
			{ key: "version", label: "Version", isMinor: true },
			minor(number("cpus.cores", "Cores")),
			minor(number("memory.usage", "Memory used", "bytes")),
			minor(number("memory.size", "Memory", "bytes")),
			tags,
		],
	},
	{
		id: "pool",
		label: "Pools",
		types: ["pool"],
		columns: [
			name,
			description,
			number("cpus.cores", "Cores"),
			{ key: "HA_enabled", label: "HA", format: "yesNo" },
			tags,
		],
	},
	{
		id: "SR",
		label: "SRs",
		types: ["SR"],
		columns: [
			name,
			{ key: "SR_type", label: "Kind" },
			{ key: "shared", label: "Shared", format: "yesNo", isMinor: true },
			minor(number("physical_usage", "Used", "bytes")),
			number("size", "Size", "bytes"),
			tags,
		],
	},
	{
		id: "network",
		label: "Networks",
		types: ["network"],
		columns: [
			name,
			{ key: "bridge", label: "Bridge" },
			minor(number("MTU", "MTU")),
			description,
			tags,
		],
	},
	{
		id: "VDI",
		label: "VDIs",
		types: ["VDI", "VDI-snapshot", "VDI-unmanaged"],
		columns: [
			name,
			{ key: "type", label: "Type", isMinor: true },
			minor(number("usage", "Used", "bytes")),
			number("size", "Size", "bytes"),
			tags,
		],
	},
	{
		id: "VM-template",
		label: "Templates",
		types: ["VM-template"],
		columns: [
			name,
			{
				key: "isDefaultTemplate",
				label: "Built in",
				format: "yesNo",
				isMinor: true,
			},
			number("CPUs.number", "CPUs"),
			number("memory.size", "Memory", "bytes"),
			tags,
		],
	},
	{
		id: "VM-snapshot",
		label: "Snapshots",
		types: ["VM-snapshot"],
		sort: { key: "snapshot_time", desc: true },
		columns: [
			name,
			{ key: "snapshot_time", label: "Taken", format: "time" },
			minor(number("memory.size", "Memory", "bytes")),
			tags,
		],
	},
	{
		id: "message",
		label: "Messages",
		types: ["message"],
		sort: { key: "time", desc: true },
		columns: [
			{ key: "name", label: "Name", isMain: true },
			{ key: "time", label: "Time", format: "time" },
			{ key: "body", label: "Text", isMinor: true },
		],
	},
	{
		id: "task",
		label: "Tasks",
		types: ["task"],
		sort: { key: "created", desc: true },
		columns: [
			name,
			{ key: "status", label: "Status", format: "state" },
			number("progress", "Progress", "percent"),
			{ key: "created", label: "Begun", format: "time", isMinor: true },
		],
	},
	{
		id: "device",
		label: "Devices",
		types: ["VM-controller", "VBD", "VIF", "PIF", "PBD", "PCI", "PGPU", "SM"],
		sort: { key: "type" },
		columns: [
			{ key: "type", label: "Type", isMain: true },
			{ key: "id", label: "Id" },
			{ key: "name_label", label: "Name", isMinor: true },
			{ key: "device", label: "Device", isMinor: true },
			{ key: "attached", label: "Attached", format: "yesNo", isMinor: true },
		],
	},
];

export const allTypes = [...new Set(tabs.flatMap(({ types }) => types))];
