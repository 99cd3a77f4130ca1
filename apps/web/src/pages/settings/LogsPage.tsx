import { Button, Code, Group, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconTrash } from "@tabler/icons-react";
import type { CallResult } from "@xo/client";
import { useTranslation } from "react-i18next";
import { useAction } from "../../calls/use-action.ts";
import { useCall } from "../../calls/use-call.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { Page } from "../../shell/Page.tsx";
import { NothingYet } from "./NothingYet.tsx";
import { RecordTable } from "./RecordTable.tsx";
import { RowAction } from "./RowAction.tsx";
import { useAsk } from "./use-ask.tsx";

/** Failed calls. */
const NAMESPACE = "api";

interface Entry {
	readonly id: string;
	readonly time: number;
	readonly method: string;
	readonly user: string;
	readonly error: string;
	readonly details: unknown;
}

function entriesOf(log: CallResult<"log.get">): Entry[] {
	return Object.entries(log)
		.map(([id, { time, message, data }]) => {
			const details = (data ?? {}) as Record<string, unknown>;
			const error = details.error as { message?: unknown } | undefined;
			return {
				id,
				time,
				method: String(details.method ?? ""),
				user: String(details.userName ?? details.userId ?? ""),
				error: String(error?.message ?? message ?? ""),
				details,
			};
		})
		.toSorted((a, b) => b.time - a.time);
}

/** What went wrong for whom. */
export function LogsPage() {
	const { t } = useTranslation();
	const format = useFormat();
	const ask = useAsk();
	const { data, error } = useCall("log.get", { namespace: NAMESPACE });
	const remove = useAction("log.delete", { invalidates: ["log.get"] });
	const entries = data && entriesOf(data);
	const deleteAll = () =>
		ask({
			title: t("settings.log.removeAllTitle"),
			text: t("settings.log.removeAllText", { count: entries?.length ?? 0 }),
			confirm: t("settings.log.removeAll"),
			onConfirm: () =>
				remove.mutate({
					namespace: NAMESPACE,
					id: entries?.map(({ id }) => id) ?? [],
				}),
		});
	return (
		<Page
			title={t("nav.logs")}
			subtitle={t("settings.log.intro")}
			actions={
				<Button
					variant="default"
					leftSection={<IconTrash size={14} />}
					disabled={entries === undefined || entries.length === 0}
					loading={remove.isPending}
					onClick={deleteAll}
				>
					{t("settings.log.removeAll")}
				</Button>
			}
		>
			<RecordTable
				label={t("nav.logs")}
				columns={[
					{
						id: "time",
						label: t("settings.log.time"),
						render: ({ time }) => (
							<Text size="sm" style={{ whiteSpace: "nowrap" }}>
								{format.dateTime(time)}
							</Text>
						),
					},
					{
						id: "user",
						label: t("settings.log.user"),
						text: ({ user }) => user,
						render: ({ user }) => user,
					},
					{
						id: "method",
						label: t("settings.log.method"),
						text: ({ method }) => method,
						render: ({ method }) => method,
					},
					{
						id: "error",
						label: t("settings.log.error"),
						text: (entry) => entry.error,
						render: (entry) => <Failure entry={entry} />,
					},
				]}
				rows={entries}
				error={error}
				empty={<NothingYet text={t("settings.log.none")} />}
				renderActions={({ id, method }) => (
					<Group gap={4} justify="flex-end">
						<RowAction
							icon={IconTrash}
							label={t("settings.remove")}
							name={method}
							onClick={() => remove.mutate({ namespace: NAMESPACE, id })}
						/>
					</Group>
				)}
			/>
		</Page>
	);
}

function Failure({ entry }: { readonly entry: Entry }) {
	const { t } = useTranslation();
	const [isOpen, { toggle }] = useDisclosure();
	return (
		<Stack gap={4}>
			<Group gap="sm" wrap="nowrap" align="flex-start">
				<Text size="sm" lineClamp={isOpen ? undefined : 2}>
					{entry.error}
				</Text>
				<Button
					variant="subtle"
					size="compact-xs"
					style={{ flexShrink: 0 }}
					onClick={toggle}
					aria-expanded={isOpen}
					aria-label={`${t("settings.log.details")}: ${entry.method}`}
				>
					{t("settings.log.details")}
				</Button>
			</Group>
			{isOpen && (
				<Code block>{JSON.stringify(entry.details, undefined, 2)}</Code>
			)}
		</Stack>
	);
}
