import {
	ActionIcon,
	Group,
	Kbd,
	type MantineColorScheme,
	Menu,
	Text,
	Tooltip,
	useMantineColorScheme,
} from "@mantine/core";
import {
	IconContrast2,
	IconDeviceDesktop,
	IconKeyboard,
	IconLogout,
	IconMoon,
	IconSun,
	IconUserCircle,
} from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { setLanguage } from "../i18n/i18n.ts";
import { LANGUAGES, type Language } from "../i18n/language.ts";
import { useUser } from "../session/session-context.ts";
import { useContrast } from "../theme/contrast.ts";
import { useShortcutSheet } from "./use-shortcuts.tsx";

const SCHEMES = [
	{ value: "light", icon: IconSun },
	{ value: "dark", icon: IconMoon },
	{ value: "auto", icon: IconDeviceDesktop },
] as const;

/** Language, theme, and the way out. */
export function UserMenu() {
	const { t } = useTranslation();
	const user = useUser();
	const openShortcuts = useShortcutSheet();
	return (
		<Menu position="bottom-end" width={220}>
			<Menu.Target>
				<Tooltip label={t("user.menu")}>
					<ActionIcon size="lg" aria-label={t("user.menu")}>
						<IconUserCircle size={20} stroke={1.6} />
					</ActionIcon>
				</Tooltip>
			</Menu.Target>
			<Menu.Dropdown>
				<Text size="sm" px="sm" py={6} truncate>
					{user.email}
				</Text>
				<Menu.Divider />
				<ThemeItems />
				<Menu.Divider />
				<LanguageItems />
				<Menu.Divider />
				<Menu.Item
					leftSection={<IconKeyboard size={16} aria-hidden />}
					rightSection={
						<Kbd size="xs" aria-hidden>
							{"?"}
						</Kbd>
					}
					onClick={openShortcuts}
				>
					{t("shortcuts.title")}
				</Menu.Item>
				<Menu.Item
					component="a"
					href="/signout"
					leftSection={<IconLogout size={16} />}
				>
					{t("user.signOut")}
				</Menu.Item>
			</Menu.Dropdown>
		</Menu>
	);
}

function ThemeItems() {
	const { t } = useTranslation();
	const { colorScheme, setColorScheme } = useMantineColorScheme();
	const [contrast, setContrast] = useContrast();
	return (
		<>
			<Menu.Label>{t("user.theme")}</Menu.Label>
			<Menu.RadioGroup
				value={colorScheme}
				onChange={(value) => setColorScheme(value as MantineColorScheme)}
			>
				{SCHEMES.map(({ value, icon: SchemeIcon }) => (
					<Menu.RadioItem key={value} value={value}>
						<Group gap="sm">
							<SchemeIcon size={16} aria-hidden />
							{t(`user.scheme.${value}`)}
						</Group>
					</Menu.RadioItem>
				))}
			</Menu.RadioGroup>
			<Menu.CheckboxItem
				checked={contrast === "high"}
				onChange={(isHigh) => setContrast(isHigh ? "high" : "normal")}
			>
				<Group gap="sm">
					<IconContrast2 size={16} aria-hidden />
					{t("user.highContrast")}
				</Group>
			</Menu.CheckboxItem>
		</>
	);
}

function LanguageItems() {
	const { t, i18n } = useTranslation();
	return (
		<>
			<Menu.Label>{t("user.language")}</Menu.Label>
			<Menu.RadioGroup
				value={i18n.language}
				onChange={(language) => void setLanguage(language as Language)}
			>
				{Object.entries(LANGUAGES).map(([language, { name }]) => (
					<Menu.RadioItem key={language} value={language} lang={language}>
						{name}
					</Menu.RadioItem>
				))}
			</Menu.RadioGroup>
		</>
	);
}
