import { Alert, Checkbox, Code, Stack, Text } from "@mantine/core";
import { IconFingerprint } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

/** Shows a fingerprint and asks whether it is the host's. */
export function FingerprintStep(props: {
	readonly host: string;
	readonly fingerprint: string;
	readonly isConfirmed: boolean;
	readonly onConfirm: (isConfirmed: boolean) => void;
}) {
	const { t } = useTranslation();
	return (
		<Alert
			color="yellow"
			icon={<IconFingerprint aria-hidden />}
			title={t("settings.fingerprint.title")}
			role="alert"
		>
			<Stack gap="sm">
				<Text size="sm">
					{t("settings.fingerprint.text", { host: props.host })}
				</Text>
				<Code block style={{ whiteSpace: "normal", wordBreak: "break-all" }}>
					{props.fingerprint}
				</Code>
				<Text size="sm">{t("settings.fingerprint.how")}</Text>
				<Code block>
					{
						"openssl x509 -noout -fingerprint -sha256 -in /etc/xensource/xapi-ssl.pem"
					}
				</Code>
				<Checkbox
					label={t("settings.fingerprint.confirm")}
					checked={props.isConfirmed}
					onChange={(event) => props.onConfirm(event.currentTarget.checked)}
				/>
			</Stack>
		</Alert>
	);
}
