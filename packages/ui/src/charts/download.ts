const KEEP_MS = 60_000;

/** Offers a file to the browser's downloads. */
export function download(name: string, content: Blob): void {
	const url = URL.createObjectURL(content);
	const link = document.createElement("a");
	link.href = url;
	link.download = name.replace(/[/\\:*?"<>|]+/g, "-");
	link.click();
	// The browser reads the address after this turn; there is no event for it.
	setTimeout(() => URL.revokeObjectURL(url), KEEP_MS);
}
