import { useLocalStorage } from "@mantine/hooks";

const KEY = "xo.contrast";
export type Contrast = "normal" | "high";

/** Before the first paint, so that nothing flashes. */
export function applyStoredContrast(): void {
	let stored: Contrast = "normal";
	try {
		if (localStorage.getItem(KEY) === JSON.stringify("high")) stored = "high";
	} catch {
		// Without storage every visit begins with the normal contrast.
	}
	document.documentElement.dataset.contrast = stored;
}

export function useContrast(): [Contrast, (contrast: Contrast) => void] {
	const [contrast, setContrast] = useLocalStorage<Contrast>({
		key: KEY,
		defaultValue: "normal",
		getInitialValueInEffect: false,
	});
	return [
		contrast,
		(next) => {
			document.documentElement.dataset.contrast = next;
			setContrast(next);
		},
	];
}
