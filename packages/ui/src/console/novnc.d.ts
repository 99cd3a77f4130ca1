// biome-ignore-all lint/style/noDefaultExport: that is how noVNC exports it
/** What is used of noVNC, which brings no types. */
declare module "@novnc/novnc" {
	export default class RFB extends EventTarget {
		constructor(
			target: Element,
			channel: WebSocket,
			options?: { readonly shared?: boolean },
		);
		scaleViewport: boolean;
		clipViewport: boolean;
		viewOnly: boolean;
		background: string;
		disconnect(): void;
		focus(options?: FocusOptions): void;
		blur(): void;
		/** Down and up when `isDown` is absent. */
		sendKey(keysym: number, code: string, isDown?: boolean): void;
		clipboardPasteFrom(text: string): void;
		toBlob(callback: (blob: Blob | null) => void, type: string): void;
	}
}
