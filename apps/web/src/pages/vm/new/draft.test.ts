import { operations } from "@xo/contract";
import { expect, it } from "vitest";
import { type Draft, startDraft } from "./draft.ts";
import { toParams } from "./params.ts";
import { problemsOf } from "./problems.ts";

const GIB = 1024 ** 3;

const template = {
	id: "template",
	type: "VM-template",
	name_label: "Debian 12",
	CPUs: { number: 1, max: 1 },
	memory: {
		static: [GIB, 2 * GIB],
		dynamic: [2 * GIB, 2 * GIB],
		size: 2 * GIB,
	},
	template_info: {
		disks: [{ size: 10 * GIB, device: "0" }],
		install_methods: ["cdrom"],
	},
	virtualizationMode: "hvm",
	boot: { firmware: "bios" },
	tags: ["os"],
	secureBoot: false,
};

const blank = () =>
	startDraft({
		template,
		disks: [],
		networkIds: ["network"],
		defaultSr: "sr",
	});

function changed(change: Partial<Draft>): Draft {
	return { ...blank(), name: "web", isoId: "iso", ...change };
}

it("begins with what the template says", () => {
	const draft = blank();
	expect(draft).toMatchObject({
		cpus: 1,
		memoryBytes: 2 * GIB,
		install: "iso",
		disks: [{ sizeBytes: 10 * GIB, srId: "sr", device: undefined }],
		vifs: [{ networkId: "network", mac: "" }],
	});
	expect(Object.keys(problemsOf(draft, template)).sort()).toEqual([
		"iso",
		"name",
	]);
});

it("makes parameters that the contract accepts", () => {
	const params = toParams(
		changed({ cpus: 4, tags: ["os", "new"], isSecureBoot: true }),
		template,
	);
	expect(operations["vm.create"].params().safeParse(params).success).toBe(true);
	expect(params).toMatchObject({
		name_label: "web",
		CPUs: 4,
		cpusMax: 4,
		tags: ["new"],
		secureBoot: true,
		VDIs: [{ size: 10 * GIB, SR: "sr", name_label: "web disk 0" }],
		VIFs: [{ network: "network" }],
		installation: { method: "cdrom", repository: "iso" },
	});
	expect(params).not.toHaveProperty("hvmBootFirmware");
});

it("changes the disks of a template that has some", () => {
	const draft = startDraft({
		template: { ...template, template_info: { disks: [] } },
		disks: [{ device: "0", name: "root", size: GIB }],
		networkIds: [],
		defaultSr: null,
	});
	expect(draft.install).toBe("none");
	const [disk] = draft.disks;
	if (disk === undefined) throw new Error("no disk");
	const bigger = {
		...draft,
		name: "web",
		disks: [{ ...disk, sizeBytes: 2 * GIB }],
	};
	expect(toParams(bigger, template).existingDisks).toEqual({
		0: { size: 2 * GIB, name_label: "root" },
	});
	const smaller = { ...bigger, disks: [{ ...disk, sizeBytes: 1 }] };
	expect(Object.values(problemsOf(smaller, template))).toEqual([
		"newVm.problem.shrinks",
	]);
});

it.each<[string, Partial<Draft>, string]>([
	["name", { name: " " }, "newVm.problem.name"],
	["CPUs", { cpus: 0 }, "newVm.problem.cpus"],
	["memory", { memoryBytes: GIB - 1 }, "newVm.problem.memory"],
	["URL", { install: "url" }, "newVm.problem.url"],
	[
		"network",
		{ vifs: [{ key: "a", networkId: null, mac: "" }] },
		"newVm.problem.network",
	],
	[
		"MAC",
		{ vifs: [{ key: "a", networkId: "n", mac: "x" }] },
		"vmPage.macWrong",
	],
	[
		"two MACs",
		{
			vifs: [
				{ key: "a", networkId: "n", mac: "02:00:00:00:00:01" },
				{ key: "b", networkId: "n", mac: "02:00:00:00:00:02" },
				{ key: "c", networkId: "n", mac: "02:00:00:00:00:02" },
			],
		},
		"newVm.problem.macTwice",
	],
])("says what is wrong with the %s", (_, change, problem) => {
	expect(Object.values(problemsOf(changed(change), template))).toContain(
		problem,
	);
});

it.each<[string, Partial<Draft>]>([
	["name", { name: "a".repeat(4_097) }],
	["description", { description: "a".repeat(65_537) }],
	["tag", { tags: ["a".repeat(4_097)] }],
	["number of tags", { tags: Array.from({ length: 1_001 }, String) }],
	["URL", { install: "url", url: "a".repeat(4_097) }],
	[
		"number of interfaces",
		{
			vifs: Array.from({ length: 65 }, (_, index) => ({
				key: `${index}`,
				networkId: "n",
				mac: "",
			})),
		},
	],
	[
		"number of disks",
		{ disks: Array.from({ length: 256 }, () => blank().disks[0]!) },
	],
	["size of a disk", { disks: [{ ...blank().disks[0]!, sizeBytes: 1.5 }] }],
])("refuses what the contract does: %s", (_, change) => {
	const draft = changed(change);
	expect(problemsOf(draft, template)).toHaveProperty("form");
	const params = toParams(draft, template);
	expect(operations["vm.create"].params().safeParse(params).success).toBe(
		false,
	);
});
