import { Loader } from "@mantine/core";
import { useModals } from "@mantine/modals";
import { notifications } from "@mantine/notifications";
import type { LiveRow } from "@xo/contract";
import type { Refusal } from "@xo/rules";
import { Suspense, useCallback } from "react";
import { useTranslation } from "react-i18next";
import { errorText } from "../calls/error-text.ts";
import { useFormat } from "../i18n/use-format.ts";
import { nameOf } from "../objects/read-row.ts";
import { useSessionStore } from "../session/session-context.ts";
import type { Action, ActionInput } from "./action.ts";
import { dialogOf } from "./dialogs.tsx";
import { pendingStore } from "./pending-store.ts";
import { FailedSome, ReportTable } from "./ReportTable.tsx";
import { reasonText } from "./reason-text.ts";
import { type Outcome, runAll } from "./run-all.ts";

let lastReport = 0;

/** Runs an action on one object or many: asks first where something is lost or
 *  must be chosen, shows progress, and tells what failed and why. `onDone` is
 *  called when all of it worked. */
export function useRunAction(): (
	action: Action,
	rows: readonly LiveRow[],
	onDone?: () => void,
) => void {
	const { t } = useTranslation();
	const format = useFormat();
	const modals = useModals();
	const session = useSessionStore();

	return useCallback(
		(action, rows, onDone) => {
			const title = t(action.label);

			const showReport = (id: string, outcomes: readonly Outcome[]) => {
				notifications.hide(id);
				modals.openModal({
					title: t("action.report.title", { action: title }),
					size: "lg",
					children: <ReportTable outcomes={outcomes} />,
				});
			};

			const report = (id: string, outcomes: readonly Outcome[]) => {
				const failed = outcomes.filter(({ error }) => error !== undefined);
				const [only] = failed;
				if (only === undefined) {
					if (rows.length > 1) {
						notifications.update({
							id,
							loading: false,
							color: "teal",
							title,
							message: t("action.report.ok", { count: rows.length }),
							autoClose: 5_000,
						});
					} else notifications.hide(id);
					onDone?.();
					return;
				}
				const reportId = `${id}-report`;
				const message =
					rows.length === 1 ? (
						errorText(only.error, t)
					) : (
						<FailedSome
							failed={failed.length}
							total={rows.length}
							onShow={() => showReport(reportId, outcomes)}
						/>
					);
				notifications.hide(id);
				notifications.show({
					id: reportId,
					color: "vermilion",
					title: rows.length === 1 ? `${title}: ${nameOf(only.row)}` : title,
					message,
					role: "alert",
					autoClose: rows.length === 1 ? 10_000 : false,
				});
			};

			const execute = async (input: ActionInput) => {
				const id = `action-${lastReport++}`;
				let done = 0;
				const progress = () => ({
					id,
					title,
					message: t("action.report.progress", { done, count: rows.length }),
					loading: true,
					autoClose: false as const,
				});
				const possible = rows.filter((row) => action.whyNot(row) === undefined);
				const impossible = refusals(action, rows, (refusal) =>
					reasonText(refusal, t, format),
				);
				done = impossible.length;
				if (rows.length > 1) notifications.show(progress());
				beginAll(action, possible);
				const outcomes = await runAll(
					{ action, rows: possible, input },
					(method, params) => session.call(method, params),
					({ row }) => {
						done++;
						pendingStore.end(row.id);
						if (rows.length > 1) notifications.update(progress());
					},
				);
				report(id, [...impossible, ...outcomes]);
			};

			if (action.loses === undefined && action.asks === undefined) {
				void execute({});
				return;
			}
			const Dialog = dialogOf(action);
			const [first] = rows;
			const dialog = modals.openModal({
				title: t(action.question ?? "action.confirm.title", {
					count: rows.length,
					action: title,
					name: first === undefined ? "" : nameOf(first),
				}),
				children: (
					<Suspense fallback={<Loader size="sm" />}>
						<Dialog
							action={action}
							rows={rows}
							confirmLabel={t("action.confirm.button", {
								count: rows.length,
								action: title,
							})}
							onCancel={() => modals.closeModal(dialog)}
							onConfirm={(input) => {
								modals.closeModal(dialog);
								void execute(input);
							}}
						/>
					</Suspense>
				),
			});
		},
		[t, format, modals, session],
	);
}

/** Shows what they are becoming. */
function beginAll({ becoming }: Action, rows: readonly LiveRow[]): void {
	if (becoming === undefined) return;
	for (const { id } of rows) pendingStore.begin(id, becoming);
}

/** Of the objects with which the action is not possible now. */
function refusals(
	action: Action,
	rows: readonly LiveRow[],
	textOf: (refusal: Refusal) => string,
): readonly Outcome[] {
	return rows.flatMap((row) => {
		const refusal = action.whyNot(row);
		if (refusal === undefined) return [];
		return [{ row, error: new Error(textOf(refusal)) }];
	});
}
