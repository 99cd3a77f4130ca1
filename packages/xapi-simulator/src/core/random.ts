/** 0 <= x < 1 */
export type Random = () => number;

/** A small generator (mulberry32) whose series follows from its seed. */
export function createRandom(seed: number): Random {
	let state = seed | 0;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let value = Math.imul(state ^ (state >>> 15), state | 1);
		value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
		return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
	};
}

const HEX = [..."0123456789abcdef"];
const VARIANT = [..."89ab"];

export function randomUuid(random: Random): string {
	return "xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx".replace(/[xy]/g, (place) => {
		const digits = place === "x" ? HEX : VARIANT;
		return digits[Math.floor(random() * digits.length)] ?? "0";
	});
}
