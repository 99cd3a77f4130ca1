import { ActionIcon, Button, Kbd } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { MODIFIER } from "../shell/modifier.ts";
import { palette } from "./palette-store.ts";

/** Opens the palette, and tells its key. */
export function PaletteTrigger() {
	const { t } = useTranslation();
	// Also while a field has the focus.
	useHotkeys([["mod+K", palette.toggle]], []);
	return (
		<>
			<Button
				visibleFrom="sm"
				variant="default"
				w={220}
				justify="space-between"
				c="dimmed"
				fw={400}
				leftSection={<IconSearch size={14} aria-hidden />}
				rightSection={<Kbd size="xs">{`${MODIFIER} K`}</Kbd>}
				styles={{ label: { flex: 1 } }}
				onClick={palette.open}
			>
				{t("palette.trigger")}
			</Button>
			<ActionIcon
				hiddenFrom="sm"
				size="lg"
				aria-label={t("palette.trigger")}
				onClick={palette.open}
			>
				<IconSearch size={18} stroke={1.6} />
			</ActionIcon>
		</>
	);
}
