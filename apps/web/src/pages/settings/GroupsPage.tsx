import { MultiSelect, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { CallResult } from "@xo/client";
import { useTranslation } from "react-i18next";
import { useAction } from "../../calls/use-action.ts";
import { useCall } from "../../calls/use-call.ts";
import { FormDialog } from "../../forms/FormDialog.tsx";
import { useSessionStore } from "../../session/session-context.ts";
import { NothingYet } from "./NothingYet.tsx";
import { RecordActions } from "./RecordActions.tsx";
import { RecordPage } from "./RecordPage.tsx";

type GroupRecord = CallResult<"group.getAll">[number];

/** Groups of users, who share what the group is given. */
export function GroupsPage() {
	const { t } = useTranslation();
	const { data, error } = useCall("group.getAll");
	const { data: users } = useCall("user.getAll");
	const emails = new Map(users?.map(({ id, email }) => [id, email]));
	const membersOf = (row: GroupRecord) =>
		row.users.map((id) => emails.get(id) ?? id).join(", ");
	return (
		<RecordPage
			title={t("nav.groups")}
			addLabel={t("settings.group.add")}
			columns={[
				{
					id: "name",
					label: t("settings.group.name"),
					text: ({ name }) => name,
					render: ({ name }) => name,
				},
				{
					id: "users",
					label: t("settings.group.members"),
					text: membersOf,
					render: membersOf,
				},
			]}
			rows={data}
			error={error}
			empty={() => <NothingYet text={t("settings.group.none")} />}
			renderActions={(row, edit) => <Actions group={row} onEdit={edit} />}
			renderDialog={(row, close) => <GroupDialog group={row} onClose={close} />}
		/>
	);
}

function Actions(props: {
	readonly group: GroupRecord;
	readonly onEdit: () => void;
}) {
	const { id, name } = props.group;
	const { t } = useTranslation();
	const remove = useAction("group.delete", { invalidates: ["group.getAll"] });
	return (
		<RecordActions
			{...{ id, name, remove }}
			onEdit={props.onEdit}
			question={{
				title: t("settings.group.removeTitle", { name }),
				text: t("settings.group.removeText"),
			}}
		/>
	);
}

/** Makes a group, or changes its name and members. */
function GroupDialog(props: {
	readonly group: GroupRecord | undefined;
	readonly onClose: () => void;
}) {
	const { group, onClose } = props;
	const { t } = useTranslation();
	const session = useSessionStore();
	const queries = useQueryClient();
	const { data: users = [] } = useCall("user.getAll");
	const form = useForm({
		initialValues: { name: group?.name ?? "", userIds: group?.users ?? [] },
		validate: {
			name: (value) => (value.trim() === "" ? t("settings.needed") : null),
		},
	});
	const save = useMutation({
		mutationFn: async ({ name, userIds }: typeof form.values) => {
			const id = group?.id ?? (await session.call("group.create", { name }));
			if (group !== undefined && group.name !== name) {
				await session.call("group.set", { id, name });
			}
			await session.call("group.setUsers", { id, userIds });
		},
		onSuccess: onClose,
		onSettled: async () => {
			await queries.invalidateQueries({ queryKey: ["group.getAll"] });
			await queries.invalidateQueries({ queryKey: ["user.getAll"] });
		},
	});
	return (
		<FormDialog
			title={t(`settings.group.${group ? "edit" : "add"}`)}
			submitLabel={t(`settings.group.${group ? "save" : "create"}`)}
			error={save.error}
			isBusy={save.isPending}
			onSubmit={form.onSubmit((values) => save.mutate(values))}
			onClose={onClose}
		>
			<TextInput
				label={t("settings.group.name")}
				data-autofocus
				{...form.getInputProps("name")}
			/>
			<MultiSelect
				size="xs"
				label={t("settings.group.members")}
				data={users.map(({ id, email }) => ({ value: id, label: email }))}
				searchable
				clearable
				{...form.getInputProps("userIds")}
			/>
		</FormDialog>
	);
}
