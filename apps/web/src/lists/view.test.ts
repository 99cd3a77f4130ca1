import { describe, expect, it } from "vitest";
import { findField } from "./model.ts";
import { gpus, pcis } from "./types/devices.ts";
import { alarms, messages, tasks } from "./types/events.ts";
import { hosts } from "./types/hosts.ts";
import { networks, pifs, vifs } from "./types/networks.ts";
import { pools } from "./types/pools.ts";
import { snapshots } from "./types/snapshots.ts";
import { srs, vdis } from "./types/storage.ts";
import { templates } from "./types/templates.ts";
import { vms } from "./types/vms.ts";
import { firstView, parseView, printView } from "./view.ts";

describe("the view of a list in its address", () => {
	it("leaves out what is as at first", () => {
		expect(Object.values(printView(vms, firstView(vms))).join("")).toBe("");
	});

	it("comes back as it was", () => {
		const view = {
			filter: "name_label:web",
			sort: [
				{ id: "metrics.cpu", desc: true },
				{ id: "name_label", desc: false },
			],
			layout: {
				columns: ["name_label", "memory.size"],
				widths: { name_label: 300 },
			},
			groupBy: "$pool",
		};
		const search = printView(vms, view);
		expect(search.sort).toBe("-metrics.cpu,name_label");
		expect(parseView(vms, search)).toEqual(view);
	});

	it("ignores what it does not know", () => {
		const view = parseView(vms, {
			sort: "gone,-name_label",
			columns: "gone",
			group: "gone",
		});
		expect(view.sort).toEqual([{ id: "name_label", desc: true }]);
		expect(view.layout.columns).toEqual(vms.columns);
		expect(view.groupBy).toBeUndefined();
	});

	it("keeps an empty filter apart from none", () => {
		expect(parseView(vdis, {}).filter).toBe(vdis.filter);
		expect(parseView(vdis, { filter: "" }).filter).toBe("");
	});
});

describe("list types", () => {
	it.each(
		[
			vms,
			templates,
			snapshots,
			hosts,
			pools,
			srs,
			vdis,
			networks,
			pifs,
			vifs,
			pcis,
			gpus,
			messages,
			alarms,
			tasks,
		].map((list) => [list.id, list] as const),
	)("%s names only fields that it has, each once", (_, list) => {
		const ids = list.fields.map(({ id }) => id);
		expect(new Set(ids).size).toBe(ids.length);
		for (const id of [...list.columns, ...list.groups]) {
			expect(findField(list, id), id).toBeDefined();
		}
		expect(firstView(list).sort).toHaveLength(1);
		expect(ids.length).toBeLessThanOrEqual(85);
	});
});
