import {
	type CSSVariablesResolver,
	createTheme,
	type MantineColorsTuple,
	type MantineThemeOverride,
	mergeThemeOverrides,
} from "@mantine/core";
import { TONE_TEXT, type Tone } from "./tokens.ts";

const vermilion: MantineColorsTuple = [
	"#fff0ec",
	"#fddcd4",
	"#f8b6a6",
	"#f48e75",
	"#f06c4c",
	"#e25432",
	"#cf4525",
	"#b3381b",
	"#8f2c15",
	"#6b1f0e",
];

const FONT =
	'"Inter Variable", system-ui, -apple-system, "Segoe UI", sans-serif';
const MONO = 'ui-monospace, "Cascadia Mono", "DejaVu Sans Mono", monospace';

const theme = createTheme({
	colors: { vermilion },
	primaryColor: "blue",
	primaryShade: 8,
	autoContrast: true,
	fontFamily: FONT,
	fontFamilyMonospace: MONO,
	fontSizes: {
		xs: "0.75rem",
		sm: "0.8125rem",
		md: "0.875rem",
		lg: "1rem",
		xl: "1.25rem",
	},
	lineHeights: { xs: "1.35", sm: "1.4", md: "1.45", lg: "1.5", xl: "1.5" },
	spacing: {
		xs: "0.375rem",
		sm: "0.5rem",
		md: "0.75rem",
		lg: "1rem",
		xl: "1.5rem",
	},
	headings: {
		fontWeight: "600",
		sizes: {
			h1: { fontSize: "1.25rem", lineHeight: "1.3" },
			h2: { fontSize: "1rem", lineHeight: "1.35" },
			h3: { fontSize: "0.875rem", lineHeight: "1.4" },
		},
	},
	defaultRadius: "sm",
	cursorType: "pointer",
	focusRing: "auto",
	respectReducedMotion: true,
	components: {
		ActionIcon: { defaultProps: { variant: "subtle", color: "gray" } },
		Anchor: { defaultProps: { underline: "hover" } },
		Badge: { defaultProps: { variant: "light", radius: "sm" } },
		Button: { defaultProps: { size: "xs" } },
		Checkbox: { defaultProps: { size: "sm" } },
		Menu: {
			defaultProps: {
				shadow: "md",
				withinPortal: true,
				// A child that is no item: menus must not have any.
				withInitialFocusPlaceholder: false,
				// Long ones scroll inside of the window.
				middlewares: { flip: true, shift: true, size: { padding: 8 } },
			},
			styles: { dropdown: { overflowY: "auto" } },
		},
		Modal: { defaultProps: { centered: true } },
		Notification: {
			styles: { description: { color: "var(--mantine-color-dimmed)" } },
		},
		NumberInput: { defaultProps: { size: "xs" } },
		PasswordInput: { defaultProps: { size: "xs" } },
		SegmentedControl: { defaultProps: { size: "xs" } },
		Select: { defaultProps: { size: "xs" } },
		Switch: { defaultProps: { size: "xs" } },
		Table: { defaultProps: { verticalSpacing: 4, horizontalSpacing: "sm" } },
		Textarea: { defaultProps: { size: "xs" } },
		TextInput: { defaultProps: { size: "xs" } },
		Tooltip: { defaultProps: { openDelay: 300, withArrow: true } },
	},
});

/** The theme, with the name of what closes things in the user's language. */
export function themeFor(closeLabel: string): MantineThemeOverride {
	return mergeThemeOverrides(theme, {
		components: {
			CloseButton: { defaultProps: { "aria-label": closeLabel } },
		},
	});
}

function toneVariables(scheme: "light" | "dark"): Record<string, string> {
	return Object.fromEntries(
		(Object.keys(TONE_TEXT[scheme]) as Tone[]).map((tone) => [
			`--xo-tone-${tone}`,
			TONE_TEXT[scheme][tone],
		]),
	);
}

/** Surfaces and tones of the two schemes. High contrast is a layer on these,
 *  in theme.css. */
export const cssVariables: CSSVariablesResolver = () => ({
	variables: {},
	light: {
		"--xo-surface": "#ffffff",
		"--xo-surface-sunken": "#f4f6f8",
		"--xo-line": "#dde2e8",
		"--mantine-color-dimmed": "#57606a",
		"--mantine-color-error": TONE_TEXT.light.bad,
		"--mantine-color-placeholder": "#6b7480",
		...toneVariables("light"),
	},
	dark: {
		"--xo-surface": "#16191d",
		"--xo-surface-sunken": "#101215",
		"--xo-line": "#2c323a",
		"--mantine-color-body": "#16191d",
		"--mantine-color-dimmed": "#a5adb8",
		"--mantine-color-error": TONE_TEXT.dark.bad,
		"--mantine-color-placeholder": "#8b94a0",
		...toneVariables("dark"),
	},
});
