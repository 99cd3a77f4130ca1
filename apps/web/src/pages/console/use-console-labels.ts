import type { ConsoleLabels } from "@xo/ui";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";

/** The console's own texts. `name` is that of the machine. */
export function useConsoleLabels(name: string): ConsoleLabels {
	const { t } = useTranslation();
	return useMemo(
		() => ({
			screen: t("console.screen", { name }),
			leaveHint: t("console.leaveHint"),
			toolbar: t("console.toolbar"),
			keys: t("console.keys"),
			ctrlAltDelete: t("console.ctrlAltDelete"),
			paste: t("console.paste"),
			pasteTitle: t("console.pasteTitle"),
			pasteText: t("console.pasteText"),
			pasteHint: t("console.pasteHint"),
			layout: t("console.layout"),
			layouts: {
				us: t("console.layouts.us"),
				gb: t("console.layouts.gb"),
				fr: t("console.layouts.fr"),
				de: t("console.layouts.de"),
				es: t("console.layouts.es"),
				it: t("console.layouts.it"),
			},
			type: t("console.type"),
			cancel: t("console.cancel"),
			missing: (characters) => t("console.missing", { characters }),
			clipboard: t("console.clipboard"),
			clipboardText: t("console.clipboardText"),
			clipboardHint: t("console.clipboardHint"),
			sendClipboard: t("console.sendClipboard"),
			copyClipboard: t("console.copyClipboard"),
			screenshot: t("console.screenshot"),
			keyboard: t("console.keyboard"),
			keyboardInput: t("console.keyboardInput"),
			fit: t("console.fit"),
			actualSize: t("console.actualSize"),
			fullScreen: t("console.fullScreen"),
			leaveFullScreen: t("console.leaveFullScreen"),
			connecting: t("console.connecting"),
			reconnecting: t("console.reconnecting"),
		}),
		[t, name],
	);
}
