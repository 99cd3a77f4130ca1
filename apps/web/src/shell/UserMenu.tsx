import {
	ActionIcon,
	Menu,
	Text,
	Tooltip,
	useMantineColorScheme,
} from "@mantine/core";
import {
	IconCheck,
	IconContrast2,
	IconDeviceDesktop,
	IconLogout,
	IconMoon,
	IconSun,
	IconUserCircle,
} from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { LANGUAGES, type Language, setLanguage } from "../i18n/i18n.ts";
import { useUser } from "../session/session-context.ts";
import { useContrast } from "../theme/contrast.ts";

const SCHEMES = [
	{ value: "light", icon: IconSun },
	{ value: "dark", icon: IconMoon },
	{ value: "auto", icon: IconDeviceDesktop },
] as const;

/** Language, theme, and the way out. */
export function UserMenu() {
	const { t } = useTranslation();
	const user = useUser();
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
	const isHigh = contrast === "high";
	return (
		<>
			<Menu.Label>{t("user.theme")}</Menu.Label>
			{SCHEMES.map(({ value, icon: SchemeIcon }) => (
				<Menu.Item
					key={value}
					role="menuitemradio"
					aria-checked={colorScheme === value}
					closeMenuOnClick={false}
					leftSection={<SchemeIcon size={16} />}
					rightSection={colorScheme === value && <IconCheck size={14} />}
					onClick={() => setColorScheme(value)}
				>
					{t(`user.scheme.${value}`)}
				</Menu.Item>
			))}
			<Menu.Item
				role="menuitemcheckbox"
				aria-checked={isHigh}
				closeMenuOnClick={false}
				leftSection={<IconContrast2 size={16} />}
				rightSection={isHigh && <IconCheck size={14} />}
				onClick={() => setContrast(isHigh ? "normal" : "high")}
			>
				{t("user.highContrast")}
			</Menu.Item>
		</>
	);
}

function LanguageItems() {
	const { t, i18n } = useTranslation();
	return (
		<>
			<Menu.Label>{t("user.language")}</Menu.Label>
			{Object.entries(LANGUAGES).map(([language, { name }]) => (
				<Menu.Item
					key={language}
					lang={language}
					role="menuitemradio"
					aria-checked={i18n.language === language}
					closeMenuOnClick={false}
					rightSection={i18n.language === language && <IconCheck size={14} />}
					onClick={() => void setLanguage(language as Language)}
				>
					{name}
				</Menu.Item>
			))}
		</>
	);
}
