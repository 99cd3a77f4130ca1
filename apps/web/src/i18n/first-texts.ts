import { findLanguage, LANGUAGES } from "./language.ts";

// Imported first of all: the texts are on their way while the rest of the
// program is being evaluated.
void LANGUAGES[findLanguage()].load();
