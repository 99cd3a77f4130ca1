import { Badge, Button, Group } from "@mantine/core";
import {
	IconKey,
	IconPencil,
	IconPlus,
	IconShieldCheck,
	IconTrash,
} from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAction } from "../../calls/use-action.ts";
import { useCall } from "../../calls/use-call.ts";
import { useUser } from "../../session/session-context.ts";
import { Page } from "../../shell/Page.tsx";
import { type RecordColumn, RecordTable } from "./RecordTable.tsx";
import { RowAction } from "./RowAction.tsx";
import { UserDialog } from "./UserDialog.tsx";
import { useAsk } from "./use-ask.tsx";
import type { UserRecord } from "./user-record.ts";

/** The accounts of this server. */
export function UsersPage() {
	const { t } = useTranslation();
	const [edited, setEdited] = useState<UserRecord | "new">();
	const { data, error } = useCall("user.getAll");
	return (
		<Page
			title={t("nav.users")}
			actions={
				<Button
					leftSection={<IconPlus size={14} />}
					onClick={() => setEdited("new")}
				>
					{t("settings.user.add")}
				</Button>
			}
		>
			<RecordTable
				label={t("nav.users")}
				columns={useColumns()}
				rows={data}
				error={error}
				empty={null}
				renderActions={(row) => (
					<Actions user={row} onEdit={() => setEdited(row)} />
				)}
			/>
			{edited !== undefined && (
				<UserDialog
					user={edited === "new" ? undefined : edited}
					onClose={() => setEdited(undefined)}
				/>
			)}
		</Page>
	);
}

function useColumns(): readonly RecordColumn<UserRecord>[] {
	const { t } = useTranslation();
	const { data: groups } = useCall("group.getAll");
	const names = new Map(groups?.map(({ id, name }) => [id, name]));
	const groupsOf = (row: UserRecord) =>
		row.groups.map((id) => names.get(id) ?? id).join(", ");
	return [
		{
			id: "email",
			label: t("settings.user.email"),
			text: ({ email }) => email,
			render: ({ email }) => email,
		},
		{
			id: "permission",
			label: t("settings.user.permission"),
			text: ({ permission }) => t(`settings.user.is.${permission}`),
			render: ({ permission }) => (
				<Badge
					tt="none"
					color={permission === "admin" ? "indigo" : "gray"}
					leftSection={
						permission === "admin" ? <IconKey size={12} aria-hidden /> : null
					}
				>
					{t(`settings.user.is.${permission}`)}
				</Badge>
			),
		},
		{
			id: "groups",
			label: t("settings.user.groups"),
			text: groupsOf,
			render: groupsOf,
		},
		{
			id: "otp",
			label: t("settings.totp.title"),
			render: ({ preferences }) =>
				preferences.otp === undefined ? (
					t("settings.no")
				) : (
					<Group gap={4}>
						<IconShieldCheck size={16} aria-hidden />
						{t("settings.yes")}
					</Group>
				),
		},
	];
}

function Actions(props: {
	readonly user: UserRecord;
	readonly onEdit: () => void;
}) {
	const { id, email } = props.user;
	const { t } = useTranslation();
	const own = useUser();
	const ask = useAsk();
	const remove = useAction("user.delete", { invalidates: ["user.getAll"] });
	return (
		<Group gap={4} justify="flex-end" wrap="nowrap">
			<RowAction
				icon={IconPencil}
				label={t("settings.edit")}
				name={email}
				onClick={props.onEdit}
			/>
			<RowAction
				icon={IconTrash}
				label={t("settings.remove")}
				name={email}
				isBusy={remove.isPending}
				refusal={own.id === id ? t("settings.user.notOneself") : undefined}
				onClick={() =>
					ask({
						title: t("settings.user.removeTitle", { name: email }),
						text: t("settings.user.removeText"),
						confirm: t("settings.remove"),
						onConfirm: () => remove.mutate({ id }),
					})
				}
			/>
		</Group>
	);
}
