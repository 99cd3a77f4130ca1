import { Button, List, Paper, Stack, Text, Title } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

const STEPS = ["account", "address", "fingerprint", "done"] as const;

/** From nothing to a connected pool. */
export function FirstPool({ onAdd }: { readonly onAdd: () => void }) {
	const { t } = useTranslation();
	return (
		<Paper withBorder p="xl" maw={640}>
			<Stack gap="md" align="flex-start">
				<Title order={2}>{t("settings.first.title")}</Title>
				<Text size="sm">{t("settings.first.text")}</Text>
				<List type="ordered" size="sm" spacing="xs">
					{STEPS.map((step) => (
						<List.Item key={step}>{t(`settings.first.${step}`)}</List.Item>
					))}
				</List>
				<Button leftSection={<IconPlus size={14} />} onClick={onAdd}>
					{t("settings.connection.add")}
				</Button>
			</Stack>
		</Paper>
	);
}
