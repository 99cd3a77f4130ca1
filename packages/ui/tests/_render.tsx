import { MantineProvider } from "@mantine/core";
import { render } from "@testing-library/react";
import type { ReactElement } from "react";

class NoResizeObserver {
	observe(): void {}
	unobserve(): void {}
	disconnect(): void {}
}

/** Renders with what Mantine needs and jsdom lacks. */
export function renderUi(element: ReactElement) {
	globalThis.ResizeObserver ??= NoResizeObserver;
	window.matchMedia ??= (query) =>
		({
			matches: false,
			media: query,
			addEventListener: () => {},
			removeEventListener: () => {},
			addListener: () => {},
			removeListener: () => {},
		}) as unknown as MediaQueryList;
	Element.prototype.scrollIntoView ??= () => {};
	Element.prototype.scrollTo = () => {};
	// Without layout, everything is as large as a screen.
	Object.defineProperties(Element.prototype, {
		clientWidth: { configurable: true, get: () => 1_000 },
		clientHeight: { configurable: true, get: () => 600 },
	});
	return render(element, {
		wrapper: ({ children }) => (
			<MantineProvider env="test">{children}</MantineProvider>
		),
	});
}
