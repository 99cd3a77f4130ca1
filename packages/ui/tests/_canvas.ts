/** What charts draw on and jsdom lacks: a canvas that takes everything. */
export function provideCanvas(): void {
	HTMLCanvasElement.prototype.getContext = function getContext(
		this: HTMLCanvasElement,
	) {
		const calls: Record<string, unknown> = {
			canvas: this,
			measureText: (text: string) => ({ width: text.length * 6 }),
		};
		return new Proxy(calls, {
			get: (known, name) => known[String(name)] ?? (() => undefined),
		}) as never;
	} as never;
	globalThis.Path2D ??= class {
		addPath(): void {}
		arc(): void {}
		closePath(): void {}
		lineTo(): void {}
		moveTo(): void {}
		rect(): void {}
	} as never;
	Element.prototype.setPointerCapture ??= () => {};
	globalThis.IntersectionObserver ??= class {
		observe(): void {}
		disconnect(): void {}
	} as never;
}
