import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { seriesColorVariable, seriesDash } from "./chart-theme.ts";

type Rgb = [number, number, number];

const CSS = readFileSync(new URL("charts.css", import.meta.url), "utf8");
const BLOCKS = [...CSS.matchAll(/^(:root[^{]*)\{([^}]*)\}/gm)];
const [LIGHT, DARK, HIGH_LIGHT, HIGH_DARK] = BLOCKS.map((block) =>
	Object.fromEntries(
		[...(block[2] ?? "").matchAll(/(--xo-chart-[\w-]+):\s*(#\w{6})/g)].map(
			(match) => [match[1], match[2] ?? ""],
		),
	),
);

describe.each([
	{ name: "light", colors: { ...LIGHT }, ratio: 3 },
	{ name: "dark", colors: { ...DARK }, ratio: 3 },
	{
		name: "high contrast, light",
		colors: { ...LIGHT, ...HIGH_LIGHT },
		ratio: 4.5,
	},
	{
		name: "high contrast, dark",
		colors: { ...DARK, ...HIGH_DARK },
		ratio: 4.5,
	},
])("palette of $name", ({ colors, ratio }) => {
	const hues = Array.from({ length: 8 }, (_, index) =>
		linear(colors[seriesColorVariable(index)] ?? ""),
	);
	const background = linear(colors["--xo-chart-background"] ?? "");

	test("stands out from the background", () => {
		for (const hue of hues) {
			expect(contrast(hue, background)).toBeGreaterThanOrEqual(ratio);
		}
	});

	test.each(Object.entries(colourBlindness()))(
		"tells lines of one dash pattern apart with %s",
		(_, see) => {
			for (const group of [hues.slice(0, 4), hues.slice(4)]) {
				const seen = group.map((hue) => lab(see(hue)));
				for (const [index, one] of seen.entries()) {
					for (const other of seen.slice(index + 1)) {
						expect(distance(one, other)).toBeGreaterThan(15);
					}
				}
			}
		},
	);
});

test("no two of sixteen series look the same", () => {
	const looks = Array.from({ length: 16 }, (_, index) =>
		JSON.stringify([seriesColorVariable(index), seriesDash(index)]),
	);
	expect(new Set(looks).size).toBe(16);
});

function linear(hex: string): Rgb {
	const channel = (at: number) => {
		const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
		return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
	};
	return [channel(1), channel(3), channel(5)];
}

function luminance([r, g, b]: Rgb): number {
	return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: Rgb, b: Rgb): number {
	const [low = 0, high = 0] = [luminance(a), luminance(b)].sort(
		(x, y) => x - y,
	);
	return (high + 0.05) / (low + 0.05);
}

/** Machado, Oliveira and Fernandes (2009), severity 1. */
function colourBlindness(): Record<string, (rgb: Rgb) => Rgb> {
	const through =
		(...rows: Rgb[]) =>
		(rgb: Rgb) =>
			rows.map((row) =>
				Math.min(
					1,
					Math.max(0, row[0] * rgb[0] + row[1] * rgb[1] + row[2] * rgb[2]),
				),
			) as Rgb;
	return {
		"full sight": (rgb) => rgb,
		protanopia: through(
			[0.152286, 1.052583, -0.204868],
			[0.114503, 0.786281, 0.099216],
			[-0.003882, -0.048116, 1.051998],
		),
		deuteranopia: through(
			[0.367322, 0.860646, -0.227968],
			[0.280085, 0.672501, 0.047413],
			[-0.01182, 0.04294, 0.968881],
		),
		tritanopia: through(
			[1.255528, -0.076749, -0.178779],
			[-0.078411, 0.930809, 0.147602],
			[0.004733, 0.691367, 0.3039],
		),
	};
}

function lab([r, g, b]: Rgb): Rgb {
	const curve = (t: number) =>
		t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116;
	const x = curve((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047);
	const y = curve(luminance([r, g, b]));
	const z = curve((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883);
	return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

function distance(a: Rgb, b: Rgb): number {
	return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
}
