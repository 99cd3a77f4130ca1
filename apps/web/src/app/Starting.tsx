import { Center, Loader, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";

/** Until the server has said who is signed in. */
export function Starting({ isLost }: { readonly isLost: boolean }) {
	const { t } = useTranslation();
	return (
		<Center mih="100dvh" component="main">
			<Stack align="center" role="status">
				<Loader size="sm" />
				{isLost && <Text>{t("connection.unreachable")}</Text>}
			</Stack>
		</Center>
	);
}
