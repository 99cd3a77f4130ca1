import { Alert, Button, PasswordInput, Stack } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { errorText } from "../../calls/error-text.ts";
import { useFormCall } from "./use-form-call.ts";

/** Changes the own password. */
export function PasswordForm({ email }: { readonly email: string }) {
	const { t } = useTranslation();
	const form = useForm({
		initialValues: { oldPassword: "", newPassword: "", again: "" },
		validate: {
			oldPassword: (value) => (value === "" ? t("settings.needed") : null),
			newPassword: (value) => (value === "" ? t("settings.needed") : null),
			again: (value, { newPassword }) =>
				value === newPassword ? null : t("setup.passwordsDiffer"),
		},
	});
	const change = useFormCall("user.changePassword", {
		invalidates: [],
		onSuccess: () => form.reset(),
	});
	const eye = { "aria-label": t("signIn.showPassword") };
	return (
		<form
			noValidate
			onSubmit={form.onSubmit(({ oldPassword, newPassword }) =>
				change.mutate({ oldPassword, newPassword }),
			)}
		>
			<Stack gap="md" align="stretch">
				{change.isError && (
					<Alert color="vermilion" role="alert">
						{errorText(change.error, t)}
					</Alert>
				)}
				{change.isSuccess && (
					<Alert color="teal" role="status">
						{t("settings.password.changed")}
					</Alert>
				)}
				{/* Password managers look for the name. */}
				<input
					type="text"
					name="username"
					autoComplete="username"
					value={email}
					readOnly
					hidden
				/>
				<PasswordInput
					label={t("settings.password.old")}
					autoComplete="current-password"
					visibilityToggleButtonProps={eye}
					{...form.getInputProps("oldPassword")}
				/>
				<PasswordInput
					label={t("settings.password.new")}
					autoComplete="new-password"
					visibilityToggleButtonProps={eye}
					{...form.getInputProps("newPassword")}
				/>
				<PasswordInput
					label={t("settings.password.again")}
					autoComplete="new-password"
					visibilityToggleButtonProps={eye}
					{...form.getInputProps("again")}
				/>
				<Button type="submit" w="fit-content" loading={change.isPending}>
					{t("settings.password.change")}
				</Button>
			</Stack>
		</form>
	);
}
