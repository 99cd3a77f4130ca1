import { Button, Group, MultiSelect, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { IconPencil, IconPlus, IconTrash } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { CallResult } from "@xo/client";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAction } from "../../calls/use-action.ts";
import { useCall } from "../../calls/use-call.ts";
import { useSessionStore } from "../../session/session-context.ts";
import { Page } from "../../shell/Page.tsx";
import { FormDialog } from "./FormDialog.tsx";
import { NothingYet } from "./NothingYet.tsx";
import { RecordTable } from "./RecordTable.tsx";
import { RowAction } from "./RowAction.tsx";
import { useAsk } from "./use-ask.tsx";

type GroupRecord = CallResult<"group.getAll">[number];

/** Groups of users, who share what the group is given. */
export function GroupsPage() {
	const { t } = useTranslation();
	const [edited, setEdited] = useState<GroupRecord | "new">();
	const { data, error } = useCall("group.getAll");
	const { data: users } = useCall("user.getAll");
	const emails = new Map(users?.map(({ id, email }) => [id, email]));
	const membersOf = (row: GroupRecord) =>
		row.users.map((id) => emails.get(id) ?? id).join(", ");
	const add = () => setEdited("new");
	return (
		<Page
			title={t("nav.groups")}
			actions={
				<Button leftSection={<IconPlus size={14} />} onClick={add}>
					{t("settings.group.add")}
				</Button>
			}
		>
			<RecordTable
				label={t("nav.groups")}
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
				empty={<NothingYet text={t("settings.group.none")} />}
				renderActions={(row) => (
					<Actions group={row} onEdit={() => setEdited(row)} />
				)}
			/>
			{edited !== undefined && (
				<GroupDialog
					group={edited === "new" ? undefined : edited}
					onClose={() => setEdited(undefined)}
				/>
			)}
		</Page>
	);
}

function Actions(props: {
	readonly group: GroupRecord;
	readonly onEdit: () => void;
}) {
	const { id, name } = props.group;
	const { t } = useTranslation();
	const ask = useAsk();
	const remove = useAction("group.delete", { invalidates: ["group.getAll"] });
	return (
		<Group gap={4} justify="flex-end" wrap="nowrap">
			<RowAction
				icon={IconPencil}
				label={t("settings.edit")}
				name={name}
				onClick={props.onEdit}
			/>
			<RowAction
				icon={IconTrash}
				label={t("settings.remove")}
				name={name}
				isBusy={remove.isPending}
				onClick={() =>
					ask({
						title: t("settings.group.removeTitle", { name }),
						text: t("settings.group.removeText"),
						confirm: t("settings.remove"),
						onConfirm: () => remove.mutate({ id }),
					})
				}
			/>
		</Group>
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
