import { type ComponentType, lazy } from "react";
import { AskDialog } from "./AskDialog.tsx";
import type { Action, ActionDialogProps } from "./action.ts";
import { ConfirmDialog } from "./ConfirmDialog.tsx";

const SrDialog = lazy(async () => {
	const { SrDialog } = await import("./SrDialog.tsx");
	return { default: SrDialog };
});
const MigrateDialog = lazy(async () => {
	const { MigrateDialog } = await import("./migrate/MigrateDialog.tsx");
	return { default: MigrateDialog };
});

/** The dialogue in which an action asks; those that know much are loaded when
 *  they are needed. */
export function dialogOf({
	loses,
	asks,
}: Action): ComponentType<ActionDialogProps> {
	if (loses !== undefined) return ConfirmDialog;
	if (asks === "migrate") return MigrateDialog;
	return asks === "copy" || asks === "moveDisk" ? SrDialog : AskDialog;
}
