import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import {
	findLanguage,
	LANGUAGES,
	type Language,
	storeLanguage,
} from "./language.ts";

/** Shows the interface in this language from now on, and at the next visit. */
export async function setLanguage(language: Language): Promise<void> {
	await loadLanguage(language);
	storeLanguage(language);
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
