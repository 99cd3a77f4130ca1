import {
	IconArrowBackUp,
	IconCamera,
	IconCopy,
	IconTemplate,
	IconTrash,
} from "@tabler/icons-react";
import { whyNotVm } from "@xo/rules";
import { countOf, nameOf } from "../objects/read-row.ts";
import type { Action } from "./action.ts";
import { vmFacts } from "./vm-power.ts";

const snapshot: Action = {
	id: "vm.snapshot",
	types: ["VM"],
	icon: IconCamera,
	label: "action.vm.snapshot",
	section: "copy",
	right: "operate",
	becoming: "action.becoming.snapshot",
	asks: "snapshot",
	whyNot: (row) => whyNotVm(vmFacts(row), "snapshot"),
	run: (call, row, { name, description, withMemory }) =>
		call("vm.snapshot", {
			id: row.id,
			...(name ? { name } : {}),
			...(description ? { description } : {}),
			...(withMemory ? { saveMemory: true } : {}),
		}),
};

const clone: Action = {
	id: "vm.clone",
	types: ["VM", "VM-snapshot", "VM-template"],
	icon: IconCopy,
	label: "action.vm.clone",
	section: "copy",
	right: "administrate",
	asks: "clone",
	whyNot: (row) => whyNotVm(vmFacts(row), "clone"),
	run: (call, row, { name, fullCopy }) =>
		call("vm.clone", {
			id: row.id,
			name: name || `${nameOf(row)} 2`,
			full_copy: fullCopy ?? false,
		}),
};

const revert: Action = {
	id: "vm.revert",
	types: ["VM-snapshot"],
	icon: IconArrowBackUp,
	label: "action.vm.revert",
	question: "action.confirm.revert",
	section: "copy",
	right: "operate",
	becoming: "action.becoming.revert",
	asks: "revert",
	isDestructive: true,
	loses: { text: "action.loses.revert" },
	whyNot: (row) => whyNotVm(vmFacts(row), "revert"),
	run: async (call, row, { snapshotBefore }) => {
		if (snapshotBefore) {
			await call("vm.snapshot", { id: String(row.$snapshot_of) });
		}
		await call("vm.revert", { snapshot: row.id });
	},
};

const convert: Action = {
	id: "vm.convertToTemplate",
	types: ["VM", "VM-snapshot"],
	icon: IconTemplate,
	label: "action.vm.convertToTemplate",
	section: "other",
	right: "administrate",
	loses: { text: "action.loses.convertToTemplate" },
	whyNot: (row) => whyNotVm(vmFacts(row), "convertToTemplate"),
	run: (call, row) => call("vm.convertToTemplate", { id: row.id }),
};

const remove: Action = {
	id: "vm.delete",
	types: ["VM", "VM-snapshot", "VM-template"],
	icon: IconTrash,
	label: "action.delete",
	section: "remove",
	right: "administrate",
	becoming: "action.becoming.delete",
	whyNot: (row) => whyNotVm(vmFacts(row), "delete"),
	isDestructive: true,
	loses: {
		text: "action.loses.delete",
		of: (row) => ({
			key:
				row.type === "VM" && row.power_state !== "Halted"
					? "action.loses.ofRunningVm"
					: "action.loses.ofVm",
			values: {
				disks: countOf(row, "$VBDs"),
				snapshots: countOf(row, "snapshots"),
			},
		}),
	},
	run: (call, row) => call("vm.delete", { id: row.id, force: true }),
};

export const vmLifeActions: readonly Action[] = [
	snapshot,
	revert,
	clone,
	convert,
	remove,
];
