import {
	IconPlug,
	IconPlugConnectedX,
	IconTrash,
	IconUnlink,
} from "@tabler/icons-react";
import type { LiveRow, XoVbd, XoVif, XoVm } from "@xo/contract";
import { type PlugAction, whyNotVbd, whyNotVdi, whyNotVif } from "@xo/rules";
import type { Action } from "./action.ts";

/** Where the power state of a device's VM is not known, it is thought to be
 *  such that nothing is refused: the server knows. */
function vmOf(
	row: LiveRow,
	action: PlugAction,
): Pick<XoVm, "power_state"> | undefined {
	const state = row.vmPowerState;
	if (typeof state !== "string") {
		return action === "delete" && row.attached !== true
			? undefined
			: { power_state: "Running" };
	}
	return { power_state: state as XoVm["power_state"] };
}

function whyNotPlug(row: LiveRow, action: PlugAction) {
	const vm = vmOf(row, action);
	return row.type === "VBD"
		? whyNotVbd(row as unknown as XoVbd, vm, action)
		: whyNotVif(row as unknown as XoVif, vm, action);
}

function plug(type: "VBD" | "VIF", verb: "connect" | "disconnect"): Action {
	const domain = type === "VBD" ? "vbd" : "vif";
	return {
		id: `${domain}.${verb}`,
		types: [type],
		icon: verb === "connect" ? IconPlug : IconPlugConnectedX,
		label: `action.${verb}`,
		section: "plug",
		right: type === "VBD" ? "administrate" : "operate",
		whyNot: (row) => whyNotPlug(row, verb),
		run: (call, row) => call(`${domain}.${verb}`, { id: row.id }),
	};
}

export const deviceActions: readonly Action[] = [
	plug("VBD", "connect"),
	plug("VBD", "disconnect"),
	{
		id: "vbd.delete",
		types: ["VBD"],
		icon: IconUnlink,
		label: "action.detach",
		section: "remove",
		right: "administrate",
		loses: { text: "action.loses.detach" },
		whyNot: (row) => whyNotPlug(row, "delete"),
		run: (call, row) => call("vbd.delete", { id: row.id }),
	},
	plug("VIF", "connect"),
	plug("VIF", "disconnect"),
	{
		id: "vif.delete",
		types: ["VIF"],
		icon: IconTrash,
		label: "action.delete",
		section: "remove",
		right: "administrate",
		isDestructive: true,
		loses: { text: "action.loses.deleteVif" },
		whyNot: (row) => whyNotPlug(row, "delete"),
		run: (call, row) => call("vif.delete", { id: row.id }),
	},
	{
		id: "vdi.delete",
		types: ["VDI", "VDI-snapshot"],
		icon: IconTrash,
		label: "action.delete",
		section: "remove",
		right: "administrate",
		isDestructive: true,
		loses: { text: "action.loses.deleteVdi" },
		whyNot: (row) =>
			whyNotVdi(
				{
					type: row.type,
					missing: row.missing === true,
					...(typeof row.current_operations === "object" &&
					row.current_operations !== null
						? {
								current_operations: row.current_operations as Record<
									string,
									string
								>,
							}
						: {}),
				},
				"delete",
				row.isAttached === true,
			),
		run: (call, row) => call("vdi.delete", { id: row.id }),
	},
];
