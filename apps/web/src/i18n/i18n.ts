import i18next from "i18next";
import { initReactI18next } from "react-i18next";

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
function findLanguage(): Language {
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

/** Shows the interface in this language from now on, and at the next visit. */
export async function setLanguage(language: Language): Promise<void> {
	await loadLanguage(language);
	try {
		localStorage.setItem(KEY, language);
	} catch {
		// Without storage the choice lasts as long as the page.
	}
}

export async function startI18n(): Promise<void> {
	await i18next.use(initReactI18next).init({
		resources: {},
		fallbackLng: false,
		interpolation: { escapeValue: false },
		returnNull: false,
	});
	await loadLanguage(findLanguage());
}

async function loadLanguage(language: Language): Promise<void> {
	if (!i18next.hasResourceBundle(language, "translation")) {
		const { default: catalogue } = await LANGUAGES[language].load();
		i18next.addResourceBundle(
			language,
			"translation",
			withManyForms(catalogue),
		);
	}
	await i18next.changeLanguage(language);
	document.documentElement.lang = language;
}

interface Catalogue {
	readonly [key: string]: string | Catalogue;
}

/** French counts whole millions apart ("un million de VM"); our texts write
 *  numbers in figures, where the plural is the same. */
export function withManyForms(catalogue: Catalogue): Catalogue {
	const result: Record<string, string | Catalogue> = {};
	for (const [key, value] of Object.entries(catalogue)) {
		result[key] = typeof value === "string" ? value : withManyForms(value);
		if (key.endsWith("_other")) {
			const many = key.replace(/_other$/, "_many");
			result[many] = catalogue[many] ?? value;
		}
	}
	return result;
}
