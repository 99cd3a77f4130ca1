import {
	type MantineColorScheme,
	SegmentedControl,
	Select,
	Stack,
	Switch,
	Text,
	useMantineColorScheme,
} from "@mantine/core";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { setLanguage } from "../../i18n/i18n.ts";
import { LANGUAGES, type Language } from "../../i18n/language.ts";
import { useContrast } from "../../theme/contrast.ts";

const SCHEMES = ["light", "dark", "auto"] as const;

/** Language and theme, kept in this browser. */
export function AppearanceSettings() {
	const { t, i18n } = useTranslation();
	const themeId = useId();
	const { colorScheme, setColorScheme } = useMantineColorScheme();
	const [contrast, setContrast] = useContrast();
	return (
		<>
			<Text size="sm" c="dimmed">
				{t("settings.appearance.text")}
			</Text>
			<Select
				label={t("user.language")}
				allowDeselect={false}
				data={Object.entries(LANGUAGES).map(([value, { name }]) => ({
					value,
					label: name,
				}))}
				value={i18n.language}
				onChange={(language) => void setLanguage(language as Language)}
			/>
			<Stack gap={4}>
				<Text size="xs" fw={500} id={themeId}>
					{t("user.theme")}
				</Text>
				<SegmentedControl
					aria-labelledby={themeId}
					data={SCHEMES.map((value) => ({
						value,
						label: t(`user.scheme.${value}`),
					}))}
					value={colorScheme}
					onChange={(value) => setColorScheme(value as MantineColorScheme)}
				/>
			</Stack>
			<Switch
				label={t("user.highContrast")}
				checked={contrast === "high"}
				onChange={(event) =>
					setContrast(event.currentTarget.checked ? "high" : "normal")
				}
			/>
		</>
	);
}
