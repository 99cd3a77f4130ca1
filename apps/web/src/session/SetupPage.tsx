import {
	Alert,
	Button,
	PasswordInput,
	Stack,
	Text,
	TextInput,
} from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Card } from "./Card.tsx";
import { setUp } from "./sign-in.ts";

const MIN_PASSWORD_LENGTH = 8;

/** Makes the first administrator, for who has the link that the server
 *  printed: `/setup#<secret>`. */
export function SetupPage() {
	const { t } = useTranslation();
	const secret = location.hash.slice(1);
	return (
		<Card>
			{secret === "" ? (
				<Alert role="alert" color="yellow" title={t("setup.noSecretTitle")}>
					{t("setup.noSecret")}
				</Alert>
			) : (
				<SetupForm secret={secret} />
			)}
		</Card>
	);
}

function SetupForm({ secret }: { readonly secret: string }) {
	const { t } = useTranslation();
	const [error, setError] = useState<string>();
	const [isBusy, setIsBusy] = useState(false);
	const form = useForm({
		initialValues: { email: "", password: "", again: "" },
		validate: {
			email: (value) =>
				/^[^\s@]+@[^\s@]+$/.test(value.trim()) ? null : t("setup.emailWrong"),
			password: (value) =>
				value.length >= MIN_PASSWORD_LENGTH
					? null
					: t("setup.passwordShort", { count: MIN_PASSWORD_LENGTH }),
			again: (value, { password }) =>
				value === password ? null : t("setup.passwordsDiffer"),
		},
	});

	async function submit(values: typeof form.values): Promise<void> {
		setIsBusy(true);
		try {
			const { email, password } = values;
			const refusal = await setUp({ secret, email: email.trim(), password });
			if (refusal === undefined) location.replace("/");
			else setError(refusal);
		} catch {
			setError(t("signIn.unreachable"));
		}
		setIsBusy(false);
	}

	return (
		<form noValidate onSubmit={form.onSubmit((values) => void submit(values))}>
			<Stack gap="md">
				<Text size="sm">{t("setup.intro")}</Text>
				{error !== undefined && (
					<Alert color="vermilion" role="alert">
						{error}
					</Alert>
				)}
				<TextInput
					size="sm"
					type="email"
					label={t("setup.email")}
					autoComplete="username"
					{...form.getInputProps("email")}
				/>
				<PasswordInput
					size="sm"
					label={t("setup.password")}
					description={t("setup.passwordHint", { count: MIN_PASSWORD_LENGTH })}
					autoComplete="new-password"
					visibilityToggleButtonProps={{
						"aria-label": t("signIn.showPassword"),
					}}
					{...form.getInputProps("password")}
				/>
				<PasswordInput
					size="sm"
					label={t("setup.again")}
					autoComplete="new-password"
					visibilityToggleButtonProps={{
						"aria-label": t("signIn.showPassword"),
					}}
					{...form.getInputProps("again")}
				/>
				<Button type="submit" size="sm" loading={isBusy}>
					{t("setup.submit")}
				</Button>
			</Stack>
		</form>
	);
}
