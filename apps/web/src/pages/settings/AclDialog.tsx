import { Select } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { useCall } from "../../calls/use-call.ts";
import { FormDialog } from "../../forms/FormDialog.tsx";
import { ObjectSelect } from "../../forms/ObjectSelect.tsx";
import { useFormCall } from "./use-form-call.ts";

/** What rights are usually given on; everything else inherits. */
export const ACL_TYPES = ["pool", "host", "VM", "VM-template", "SR", "network"];

/** Gives a user or group a role on an object. */
export function AclDialog({ onClose }: { readonly onClose: () => void }) {
	const { t } = useTranslation();
	const { data: users = [] } = useCall("user.getAll");
	const { data: groups = [] } = useCall("group.getAll");
	const { data: roles = [] } = useCall("role.getAll");
	const add = useFormCall("acl.add", {
		invalidates: ["acl.get"],
		onSuccess: onClose,
	});
	const needed = (value: string | null) =>
		value === null ? t("settings.needed") : null;
	const form = useForm<{
		subject: string | null;
		object: string | null;
		action: string | null;
	}>({
		initialValues: { subject: null, object: null, action: "viewer" },
		validate: { subject: needed, object: needed, action: needed },
	});
	const submit = ({ subject, object, action }: typeof form.values) => {
		if (subject === null || object === null || action === null) return;
		add.mutate({ subject, object, action });
	};
	return (
		<FormDialog
			title={t("settings.acl.add")}
			submitLabel={t("settings.acl.give")}
			error={add.error}
			isBusy={add.isPending}
			onSubmit={form.onSubmit(submit)}
			onClose={onClose}
		>
			<Select
				label={t("settings.acl.subject")}
				placeholder={t("form.choose")}
				searchable
				data={[
					{
						group: t("nav.users"),
						items: users
							.filter(({ permission }) => permission !== "admin")
							.map(({ id, email }) => ({ value: id, label: email })),
					},
					{
						group: t("nav.groups"),
						items: groups.map(({ id, name }) => ({ value: id, label: name })),
					},
				]}
				{...form.getInputProps("subject")}
			/>
			<Select
				label={t("settings.acl.role")}
				allowDeselect={false}
				data={roles.map(({ id }) => ({
					value: id,
					label: t(`settings.acl.roles.${id}`, { defaultValue: id }),
				}))}
				{...form.getInputProps("action")}
			/>
			<ObjectSelect
				label={t("settings.acl.object")}
				types={ACL_TYPES}
				value={form.values.object}
				onChange={(id) => form.setFieldValue("object", id)}
				describe={({ type }) => type}
				error={form.errors.object}
			/>
		</FormDialog>
	);
}
