import {
	Checkbox,
	Code,
	Group,
	Paper,
	Stack,
	Text,
	Title,
} from "@mantine/core";
import { IconFingerprint } from "@tabler/icons-react";
import type { CSSProperties } from "react";
import { useTranslation } from "react-i18next";
import { toneVariable } from "../../theme/tokens.ts";

const COMMAND =
	"openssl x509 -noout -fingerprint -sha256 -in /etc/xensource/xapi-ssl.pem";
/** All of it is to be compared: nothing beyond the edge. */
const WRAPPING: CSSProperties = {
	whiteSpace: "pre-wrap",
	overflowWrap: "anywhere",
};

/** Shows a fingerprint and asks whether it is the host's. */
export function FingerprintStep(props: {
	readonly host: string;
	readonly fingerprint: string;
	readonly isConfirmed: boolean;
	readonly onConfirm: (isConfirmed: boolean) => void;
}) {
	const { t } = useTranslation();
	return (
		<Paper
			withBorder
			p="md"
			role="alert"
			style={{ borderColor: toneVariable("warning") }}
		>
			<Stack gap="sm">
				<Group gap="sm" wrap="nowrap">
					<IconFingerprint
						size={20}
						color={toneVariable("warning")}
						aria-hidden
					/>
					<Title order={3}>{t("settings.fingerprint.title")}</Title>
				</Group>
				<Text size="sm">
					{t("settings.fingerprint.text", { host: props.host })}
				</Text>
				<Code block style={WRAPPING}>
					{props.fingerprint}
				</Code>
				<Text size="sm">{t("settings.fingerprint.how")}</Text>
				<Code block style={WRAPPING}>
					{COMMAND}
				</Code>
				<Checkbox
					label={t("settings.fingerprint.confirm")}
					checked={props.isConfirmed}
					onChange={(event) => props.onConfirm(event.currentTarget.checked)}
				/>
			</Stack>
		</Paper>
	);
}
