import { Modal, Stack, Text } from "@mantine/core";
import type { User } from "@xo/client";
import { useTranslation } from "react-i18next";
import { SignInForm } from "./SignInForm.tsx";
import { useSessionStore } from "./session-context.ts";

/** Asks for the password again, over the page as it was left. */
export function ExpiredModal(props: { readonly user: User }) {
	const { t } = useTranslation();
	const session = useSessionStore();
	return (
		<Modal
			opened
			onClose={() => undefined}
			withCloseButton={false}
			closeOnEscape={false}
			closeOnClickOutside={false}
			title={t("signIn.expiredTitle")}
		>
			<Stack>
				<Text size="sm">{t("signIn.expiredText")}</Text>
				<SignInForm
					username={props.user.email}
					onSignedIn={() => session.connect()}
				/>
			</Stack>
		</Modal>
	);
}
