import type { KeyLayoutId } from "./key-layouts.ts";

/** Texts of a console, in the user's language. */
export interface ConsoleLabels {
	/** Name of the screen, for those who cannot see it. */
	readonly screen: string;
	/** How the keyboard leaves the screen. */
	readonly leaveHint: string;
	readonly toolbar: string;
	readonly keys: string;
	readonly ctrlAltDelete: string;
	readonly paste: string;
	readonly pasteTitle: string;
	readonly pasteText: string;
	readonly pasteHint: string;
	readonly layout: string;
	readonly layouts: Readonly<Record<KeyLayoutId, string>>;
	readonly type: string;
	readonly cancel: string;
	/** Characters that the layout has no keys for. */
	readonly missing: (characters: string) => string;
	readonly clipboard: string;
	readonly clipboardText: string;
	readonly clipboardHint: string;
	readonly sendClipboard: string;
	readonly copyClipboard: string;
	readonly screenshot: string;
	readonly keyboard: string;
	readonly keyboardInput: string;
	readonly fit: string;
	readonly actualSize: string;
	readonly fullScreen: string;
	readonly leaveFullScreen: string;
	readonly connecting: string;
	readonly reconnecting: string;
}
