import { createRandom as createGenerator } from "../core/random.ts";

/** A reproducible source of choices: the same seed gives the same pool. */
export interface Random {
	/** 0 <= x < 1. */
	next(): number;
	/** An integer, `min` <= x <= `max`. */
	integer(min: number, max: number): number;
	chance(probability: number): boolean;
	pick<T>(items: readonly T[]): T;
	uuid(): string;
	/** `length` lower-case hexadecimal digits. */
	hex(length: number): string;
}

/** FNV-1a over the UTF-16 units of a text, 32 bits. */
export function hashText(text: string): number {
	let hash = 0x811c9dc5;
	for (let index = 0; index < text.length; index++) {
		hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
	}
	return hash >>> 0;
}

export function createRandom(seed: number | string): Random {
	const next = createGenerator(
		typeof seed === "number" ? seed : hashText(seed),
	);
	const nextWord = () => Math.floor(next() * 4_294_967_296);
	const hex = (length: number) => {
		let digits = "";
		while (digits.length < length) {
			digits += nextWord().toString(16).padStart(8, "0");
		}
		return digits.slice(0, length);
	};
	return {
		next,
		hex,
		integer: (min, max) => min + Math.floor(next() * (max - min + 1)),
		chance: (probability) => next() < probability,
		pick<T>(items: readonly T[]): T {
			const item = items[Math.floor(next() * items.length)];
			if (item === undefined) throw new RangeError("nothing to pick from");
			return item;
		},
		uuid() {
			const digits = hex(32);
			const variant = "89ab"[Number.parseInt(digits.slice(16, 17), 16) & 3];
			return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(13, 16)}-${variant}${digits.slice(17, 20)}-${digits.slice(20)}`;
		},
	};
}
