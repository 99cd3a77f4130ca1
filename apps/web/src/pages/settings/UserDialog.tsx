import { Checkbox, PasswordInput, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { FormDialog } from "../../forms/FormDialog.tsx";
import { useUser } from "../../session/session-context.ts";
import { useFormCall } from "./use-form-call.ts";
import type { UserRecord } from "./user-record.ts";

/** Makes an account, or changes the given one. */
export function UserDialog(props: {
	readonly user: UserRecord | undefined;
	readonly onClose: () => void;
}) {
	const { user, onClose } = props;
	const { t } = useTranslation();
	const own = useUser();
	const options = { invalidates: ["user.getAll"], onSuccess: onClose };
	const create = useFormCall("user.create", options);
	const set = useFormCall("user.set", options);
	const form = useForm({
		initialValues: {
			email: user?.email ?? "",
			password: "",
			isAdmin: user?.permission === "admin",
			hasOtp: user?.preferences.otp !== undefined,
		},
		validate: {
			email: (value) => (value.trim() === "" ? t("settings.needed") : null),
			password: (value) =>
				value === "" && user === undefined ? t("settings.needed") : null,
		},
	});
	const isSelf = own.id === user?.id;

	function submit(values: typeof form.values): void {
		const { password, isAdmin, hasOtp } = values;
		const email = values.email.trim();
		const permission = isAdmin ? "admin" : "none";
		if (user === undefined) {
			create.mutate({ email, password, permission });
			return;
		}
		const { otp, ...preferences } = user.preferences;
		set.mutate({
			id: user.id,
			email,
			...(password === "" ? {} : { password }),
			...(isSelf ? {} : { permission }),
			...(otp !== undefined && !hasOtp ? { preferences } : {}),
		});
	}

	return (
		<FormDialog
			title={t(`settings.user.${user ? "edit" : "add"}`)}
			submitLabel={t(`settings.user.${user ? "save" : "create"}`)}
			error={create.error ?? set.error}
			isBusy={create.isPending || set.isPending}
			onSubmit={form.onSubmit(submit)}
			onClose={onClose}
		>
			<TextInput
				label={t("settings.user.email")}
				autoCapitalize="none"
				autoComplete="off"
				data-autofocus
				{...form.getInputProps("email")}
			/>
			<PasswordInput
				label={t("settings.user.password")}
				description={user && t("settings.user.passwordKept")}
				autoComplete="new-password"
				visibilityToggleButtonProps={{ "aria-label": t("signIn.showPassword") }}
				{...form.getInputProps("password")}
			/>
			<Checkbox
				label={t("settings.user.isAdmin")}
				description={t(
					isSelf ? "settings.user.notOwnRight" : "settings.user.isAdminHint",
				)}
				disabled={isSelf}
				{...form.getInputProps("isAdmin", { type: "checkbox" })}
			/>
			{user?.preferences.otp !== undefined && (
				<Checkbox
					label={t("settings.user.keepOtp")}
					description={t("settings.user.keepOtpHint")}
					{...form.getInputProps("hasOtp", { type: "checkbox" })}
				/>
			)}
		</FormDialog>
	);
}
