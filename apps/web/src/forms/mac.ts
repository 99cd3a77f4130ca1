export function isMac(text: string): boolean {
	return /^[0-9a-f]{2}([:-][0-9a-f]{2}){5}$/i.test(text);
}
