/** A language is one file in `src/locales` and one line here. */
export const LANGUAGES = {
	en: {
		name: "English",
		load: () => import("../locales/en.json"),
	},
	fr: {
		name: "Français",
		load: () => import("../locales/fr.json"),
	},
} as const;

export type Language = keyof typeof LANGUAGES;

const KEY = "xo.language";

function isLanguage(name: string | null | undefined): name is Language {
	return typeof name === "string" && Object.hasOwn(LANGUAGES, name);
}

/** The chosen one, else the first of the browser's that there is. */
export function findLanguage(): Language {
	const stored = readStored();
	if (isLanguage(stored)) return stored;
	return (
		navigator.languages.map((tag) => tag.split("-")[0]).find(isLanguage) ?? "en"
	);
}

function readStored(): string | null {
	try {
		return localStorage.getItem(KEY);
	} catch {
		return null;
	}
}

export function storeLanguage(language: Language): void {
	try {
		localStorage.setItem(KEY, language);
	} catch {
		// Without storage the choice lasts as long as the page.
	}
}
