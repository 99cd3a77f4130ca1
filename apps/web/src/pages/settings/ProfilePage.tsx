import { Paper, Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useCall } from "../../calls/use-call.ts";
import { useUser } from "../../session/session-context.ts";
import { Page } from "../../shell/Page.tsx";
import { AppearanceSettings } from "./AppearanceSettings.tsx";
import { PasswordForm } from "./PasswordForm.tsx";
import { TotpSettings } from "./TotpSettings.tsx";

/** The own account. */
export function ProfilePage() {
	const { t } = useTranslation();
	const signedIn = useUser();
	// As it is now: the session knows it as of the sign-in.
	const { data: user = signedIn } = useCall("session.getUser");
	return (
		<Page
			title={t("nav.profile")}
			subtitle={
				<Text size="sm" c="dimmed">
					{`${user.email} · ${t(`settings.user.is.${user.permission}`)}`}
				</Text>
			}
		>
			<Stack gap="lg" maw={560}>
				<Section title={t("settings.appearance.title")}>
					<AppearanceSettings />
				</Section>
				<Section title={t("settings.password.title")}>
					<PasswordForm email={user.email} />
				</Section>
				<Section title={t("settings.totp.title")}>
					<TotpSettings user={user} />
				</Section>
			</Stack>
		</Page>
	);
}

function Section(props: {
	readonly title: string;
	readonly children: ReactNode;
}) {
	return (
		<Paper withBorder p="lg" component="section" aria-label={props.title}>
			<Stack gap="md">
				<Title order={2}>{props.title}</Title>
				{props.children}
			</Stack>
		</Paper>
	);
}
