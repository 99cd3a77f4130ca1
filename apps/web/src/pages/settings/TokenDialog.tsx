import { Select, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { FormDialog } from "../../forms/FormDialog.tsx";
import { useFormCall } from "./use-form-call.ts";

const DAYS = [1, 7, 30, 90, 180];

/** Makes a token for a program. */
export function TokenDialog(props: {
	readonly onClose: () => void;
	readonly onCreated: (secret: string) => void;
}) {
	const { t } = useTranslation();
	const create = useFormCall("token.create", {
		invalidates: ["user.getAuthenticationTokens"],
		onSuccess: props.onCreated,
	});
	const form = useForm({
		initialValues: { description: "", days: "30" },
		validate: {
			description: (value) =>
				value.trim() === "" ? t("settings.needed") : null,
		},
	});
	return (
		<FormDialog
			title={t("settings.token.add")}
			submitLabel={t("settings.token.create")}
			error={create.error}
			isBusy={create.isPending}
			onSubmit={form.onSubmit(({ description, days }) =>
				create.mutate({ description, expiresIn: `${days} days` }),
			)}
			onClose={props.onClose}
		>
			<TextInput
				label={t("settings.token.description")}
				description={t("settings.token.descriptionHint")}
				data-autofocus
				{...form.getInputProps("description")}
			/>
			<Select
				label={t("settings.token.validity")}
				allowDeselect={false}
				data={DAYS.map((count) => ({
					value: String(count),
					label: t("settings.token.days", { count }),
				}))}
				{...form.getInputProps("days")}
			/>
		</FormDialog>
	);
}
