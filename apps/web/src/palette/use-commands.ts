import { useMantineColorScheme } from "@mantine/core";
import {
	type Icon,
	IconContrast2,
	IconKeyboard,
	IconLanguage,
	IconLogout,
	IconMoon,
	IconSun,
} from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { setLanguage } from "../i18n/i18n.ts";
import { LANGUAGES, type Language } from "../i18n/language.ts";
import { useIsAdmin } from "../session/session-context.ts";
import { navigationOf } from "../shell/navigation.ts";
import { useShortcutSheet } from "../shell/use-shortcuts.tsx";
import { useContrast } from "../theme/contrast.ts";

/** What the palette offers beside objects. */
export interface Command {
	readonly id: string;
	readonly label: string;
	readonly icon: Icon;
	readonly run: () => void;
}

/** The pages that there are. */
export function usePageCommands(): readonly Command[] {
	const { t } = useTranslation();
	const navigate = useNavigate();
	return navigationOf({ isAdmin: useIsAdmin() })
		.flatMap(({ items }) => items)
		.map(({ path, label, icon }) => ({
			id: path,
			label: t(label),
			icon,
			run: () => void navigate({ to: path }),
		}));
}

/** What changes the interface itself. */
export function useInterfaceCommands(): readonly Command[] {
	const { t, i18n } = useTranslation();
	const { setColorScheme } = useMantineColorScheme();
	const [contrast, setContrast] = useContrast();
	const openShortcuts = useShortcutSheet();
	return [
		{
			id: "shortcuts",
			label: t("shortcuts.title"),
			icon: IconKeyboard,
			// The palette is a dialog too, and closes first.
			run: () => setTimeout(openShortcuts),
		},
		{
			id: "light",
			label: t("palette.light"),
			icon: IconSun,
			run: () => setColorScheme("light"),
		},
		{
			id: "dark",
			label: t("palette.dark"),
			icon: IconMoon,
			run: () => setColorScheme("dark"),
		},
		{
			id: "contrast",
			label: t("palette.contrast"),
			icon: IconContrast2,
			run: () => setContrast(contrast === "high" ? "normal" : "high"),
		},
		...Object.entries(LANGUAGES)
			.filter(([language]) => language !== i18n.language)
			.map(([language, { name }]) => ({
				id: language,
				label: t("palette.language", { name }),
				icon: IconLanguage,
				run: () => void setLanguage(language as Language),
			})),
		{
			id: "sign-out",
			label: t("user.signOut"),
			icon: IconLogout,
			run: () => location.assign("/signout"),
		},
	];
}
