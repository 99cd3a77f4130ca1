import { consoleCloseCodes } from "@xo/contract";

/** Why a console is refused, or ends: told to the viewer. */
export class ConsoleClosed extends Error {
	readonly code: number;

	/** `text` fits a close frame: at most 123 bytes. */
	constructor(reason: keyof typeof consoleCloseCodes, text: string) {
		super(text);
		this.name = "ConsoleClosed";
		this.code = consoleCloseCodes[reason];
	}
}
