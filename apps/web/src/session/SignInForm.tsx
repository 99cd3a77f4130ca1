import {
	Alert,
	Button,
	Checkbox,
	PasswordInput,
	Stack,
	TextInput,
} from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type SignInResult, signIn } from "./sign-in.ts";

/** Name and password; a code once the server says that the account has it. */
export function SignInForm(props: {
	/** Of who was signed in, when a session is renewed. */
	readonly username?: string;
	readonly error?: string | undefined;
	readonly onSignedIn: () => void;
}) {
	const { t } = useTranslation();
	const [result, setResult] = useState<SignInResult>();
	const [isOtpShown, setIsOtpShown] = useState(false);
	const [isBusy, setIsBusy] = useState(false);
	const form = useForm({
		initialValues: {
			username: props.username ?? "",
			password: "",
			otp: "",
			isRemembered: false,
		},
	});

	async function submit(values: typeof form.values): Promise<void> {
		setIsBusy(true);
		const next = await signIn(values);
		setIsBusy(false);
		setResult(next);
		if (next === "otpRequired") setIsOtpShown(true);
		if (next === "signedIn") props.onSignedIn();
	}

	const isWrong = result !== undefined && result !== "signedIn";
	const isCodeAsked = result === "otpRequired" && form.values.otp === "";
	const error = isWrong && !isCodeAsked ? t(`signIn.${result}`) : props.error;
	return (
		<form onSubmit={form.onSubmit((values) => void submit(values))}>
			<Stack gap="md">
				{error !== undefined && (
					<Alert color="vermilion" role="alert">
						{error}
					</Alert>
				)}
				<TextInput
					size="sm"
					label={t("signIn.username")}
					autoComplete="username"
					autoCapitalize="none"
					spellCheck={false}
					required
					withAsterisk={false}
					data-autofocus={props.username === undefined}
					autoFocus={props.username === undefined}
					readOnly={props.username !== undefined}
					{...form.getInputProps("username")}
				/>
				<PasswordInput
					size="sm"
					label={t("signIn.password")}
					autoComplete="current-password"
					required
					withAsterisk={false}
					data-autofocus={props.username !== undefined}
					visibilityToggleButtonProps={{
						"aria-label": t("signIn.showPassword"),
					}}
					{...form.getInputProps("password")}
				/>
				{isOtpShown && (
					<TextInput
						size="sm"
						label={t("signIn.otp")}
						description={t("signIn.otpHint")}
						autoComplete="one-time-code"
						inputMode="numeric"
						maxLength={10}
						autoFocus
						{...form.getInputProps("otp")}
					/>
				)}
				<Checkbox
					label={t("signIn.remember")}
					{...form.getInputProps("isRemembered", { type: "checkbox" })}
				/>
				<Button type="submit" size="sm" loading={isBusy}>
					{t("signIn.submit")}
				</Button>
			</Stack>
		</form>
	);
}
