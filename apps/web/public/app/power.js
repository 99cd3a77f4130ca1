const BY_STATE = {
	Running: { label: "Stop", method: "vm.stop", operation: "clean_shutdown" },
	Halted: { label: "Start", method: "vm.start", operation: "start" },
	Suspended: { label: "Resume", method: "vm.resume", operation: "resume" },
	Paused: { label: "Unpause", method: "vm.unpause", operation: "unpause" },
};

/** Beside the columns of the table. */
export const powerFields = ["current_operations", "blockedOperations"];

function reasonNot({ current_operations, blockedOperations }, operation) {
	const [running] = Object.values(current_operations ?? {});
	if (running !== undefined)
		return `${running.replaceAll("_", " ")} is running`;
	const blocked = blockedOperations?.[operation];
	return blocked === undefined ? undefined : `blocked: ${blocked}`;
}

/** The button of what one does to a VM in its state; when that is not possible
 *  it says why. */
export function powerButton(row, onRun) {
	const action = BY_STATE[row.power_state];
	if (action === undefined) return "";
	const button = document.createElement("button");
	button.type = "button";
	button.textContent = action.label;
	const description = `${action.label} ${row.name_label}`;
	const reason = reasonNot(row, action.operation);
	button.title = reason ?? description;
	button.setAttribute(
		"aria-label",
		reason === undefined ? description : `${description}: ${reason}`,
	);
	if (reason === undefined) {
		button.addEventListener("click", () =>
			onRun(action.method, { id: row.id }, button),
		);
	} else button.setAttribute("aria-disabled", "true");
	return button;
}
