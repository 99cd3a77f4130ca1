/** The six live queries that a page of the web interface may have open: a
 *  table, the tree beside it, and what a dashboard shows.
 *  @param index of the client: each looks at another part of the table */
export function pageQueries(index: number): readonly object[] {
	const name = [{ key: "name_label" }];
	return [
		{
			types: ["VM"],
			sort: name,
			fields: VM_FIELDS,
			window: { offset: index * 50, limit: 50 },
		},
		{
			types: ["VM"],
			filter: "power_state:Running",
			sort: [{ key: "memory.size", desc: true }, ...name],
			fields: VM_FIELDS,
			window: { offset: 0, limit: 50 },
		},
		{
			types: ["pool", "host"],
			sort: name,
			fields: ["name_label", "power_state", "memory"],
			window: { offset: 0, limit: 50 },
			tree: { parentKey: "$pool", expanded: [] },
		},
		{
			types: ["SR"],
			sort: [{ key: "physical_usage", desc: true }],
			fields: ["name_label", "physical_usage", "size"],
			window: { offset: 0, limit: 20 },
		},
		{
			types: ["VM"],
			window: { offset: 0, limit: 0 },
			groupBy: "power_state",
			aggregates: [{ op: "count" }, { op: "sum", key: "memory.size" }],
		},
		{
			types: ["message"],
			sort: [{ key: "time", desc: true }],
			fields: ["name", "time", "$object"],
			window: { offset: 0, limit: 20 },
		},
	];
}

/** What a row of the table of VMs shows. */
export const VM_FIELDS = [
	"name_label",
	"name_description",
	"power_state",
	"CPUs.number",
	"memory.size",
	"mainIpAddress",
	"tags",
	"$container",
	"$pool",
];
