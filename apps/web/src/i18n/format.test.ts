import { expect, test } from "vitest";
import { Format } from "./format.ts";

const en = new Format("en");
const fr = new Format("fr");
/** `Intl` writes narrow and no-break spaces. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, " ");

test("bytes have binary units and three figures", () => {
	expect(
		[0, 1023, 1024, 1536, 10 * 1024 ** 3, 2.345e12].map((n) => en.bytes(n)),
	).toEqual(["0 B", "1,023 B", "1 KiB", "1.5 KiB", "10 GiB", "2.13 TiB"]);
	expect(plain(fr.bytes(1.5 * 1024 ** 2))).toBe("1,5 Mio");
	expect(en.rate(2048)).toBe("2 KiB/s");
	expect([undefined, null, Number.NaN].map((n) => en.bytes(n))).toEqual([
		"–",
		"–",
		"–",
	]);
});

test("a share has one decimal only where it is small", () => {
	expect([0, 0.004, 0.0234, 0.456, 1].map((n) => en.percent(n))).toEqual([
		"0%",
		"0.4%",
		"2.3%",
		"46%",
		"100%",
	]);
	expect(plain(fr.percent(0.5))).toBe("50 %");
});

test("durations have their two largest units", () => {
	expect([0, 59, 60, 3_661, 90_061, 86_400].map((s) => en.duration(s))).toEqual(
		["0s", "59s", "1m", "1h 1m", "1d 1h", "1d"],
	);
});

test("times are told from now", () => {
	const now = Date.UTC(2026, 0, 2);
	expect(en.relative(now - 150_000, now)).toBe("2 minutes ago");
	expect(en.relative(now + 86_400_000, now)).toBe("tomorrow");
	expect(fr.relative(now - 86_400_000, now)).toBe("hier");
	expect(en.relative(now, now)).toBe("now");
});
