import {
	IconArrowsTransferDown,
	IconCopyPlus,
	IconTransfer,
} from "@tabler/icons-react";
import { whyNotVdi, whyNotVm } from "@xo/rules";
import { nameOf } from "../objects/read-row.ts";
import type { Action } from "./action.ts";
import { vmFacts } from "./vm-power.ts";

const migrate: Action = {
	id: "vm.migrate",
	types: ["VM"],
	icon: IconTransfer,
	label: "action.vm.migrate",
	section: "copy",
	right: "administrate",
	asks: "migrate",
	becoming: "action.becoming.migrate",
	whyNot: (row) =>
		whyNotVm(
			vmFacts(row),
			row.power_state === "Running" ? "migrate" : "moveHalted",
		),
	run: (call, row, { move }) => {
		if (move === undefined) throw new TypeError("no host was chosen");
		return call("vm.migrate", { ...move, vm: row.id });
	},
};

const copy: Action = {
	id: "vm.copy",
	types: ["VM", "VM-snapshot", "VM-template"],
	icon: IconCopyPlus,
	label: "action.vm.copy",
	section: "copy",
	right: "administrate",
	asks: "copy",
	whyNot: (row) => whyNotVm(vmFacts(row), "fullCopy"),
	run: (call, row, { sr = "", name }) =>
		call("vm.copy", {
			vm: row.id,
			sr,
			name: name || `${nameOf(row)} 2`,
		}),
};

const moveDisk: Action = {
	id: "vdi.migrate",
	types: ["VDI"],
	icon: IconArrowsTransferDown,
	label: "action.vdi.migrate",
	section: "copy",
	right: "administrate",
	asks: "moveDisk",
	becoming: "action.becoming.migrate",
	whyNot: (row) =>
		whyNotVdi({ type: row.type, missing: row.missing === true }, "move", false),
	run: (call, row, { sr = "" }) =>
		call("vdi.migrate", { id: row.id, sr_id: sr }),
};

export const moveActions: readonly Action[] = [migrate, copy, moveDisk];
