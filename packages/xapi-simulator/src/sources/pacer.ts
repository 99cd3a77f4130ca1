import type { Clock } from "@xo/std";

const MIN_TICK_MS = 10;
/** After a stall at most so much is made up for. */
const MAX_BACKLOG_MS = 250;

/** Calls `act` so many times a second, evenly: several times a tick where the
 *  rate asks for it. */
export function pace(
	clock: Clock,
	perSecond: number,
	act: () => void,
): Disposable {
	if (!(perSecond > 0)) return { [Symbol.dispose]() {} };
	const tickMs = Math.max(MIN_TICK_MS, 1000 / perSecond);
	let lastTick = clock.now();
	let owed = 0;
	const tick = () => {
		const now = clock.now();
		owed +=
			(Math.min(now - lastTick, tickMs + MAX_BACKLOG_MS) * perSecond) / 1000;
		lastTick = now;
		timer = clock.after(tickMs, tick);
		for (; owed >= 1; owed--) act();
	};
	let timer = clock.after(tickMs, tick);
	return { [Symbol.dispose]: () => timer[Symbol.dispose]() };
}
