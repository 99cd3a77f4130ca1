import { Badge, Group } from "@mantine/core";
import { IconKey, IconShieldCheck } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useAction } from "../../calls/use-action.ts";
import { useCall } from "../../calls/use-call.ts";
import { useUser } from "../../session/session-context.ts";
import { RecordActions } from "./RecordActions.tsx";
import { RecordPage } from "./RecordPage.tsx";
import type { RecordColumn } from "./RecordTable.tsx";
import { UserDialog } from "./UserDialog.tsx";
import type { UserRecord } from "./user-record.ts";

/** The accounts of this server. */
export function UsersPage() {
	const { t } = useTranslation();
	const { data, error } = useCall("user.getAll");
	return (
		<RecordPage
			title={t("nav.users")}
			addLabel={t("settings.user.add")}
			columns={useColumns()}
			rows={data}
			error={error}
			empty={() => null}
			renderActions={(row, edit) => <Actions user={row} onEdit={edit} />}
			renderDialog={(row, close) => <UserDialog user={row} onClose={close} />}
		/>
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
	const remove = useAction("user.delete", { invalidates: ["user.getAll"] });
	return (
		<RecordActions
			id={id}
			name={email}
			onEdit={props.onEdit}
			remove={remove}
			refusal={own.id === id ? t("settings.user.notOneself") : undefined}
			question={{
				title: t("settings.user.removeTitle", { name: email }),
				text: t("settings.user.removeText"),
			}}
		/>
	);
}
