import type { Context } from "./context.ts";
import { formatBytes } from "./output/bytes.ts";

const BAR_WIDTH = 24;
const REDRAW_MS = 100;

export interface Progress {
	readonly doneBytes: number;
	readonly totalBytes: number | undefined;
	readonly elapsedMs: number;
}

/** One line without its end; without total there is no bar. */
export function renderProgress({
	doneBytes,
	totalBytes,
	elapsedMs,
}: Progress): string {
	const rate = elapsedMs > 0 ? (doneBytes * 1000) / elapsedMs : 0;
	const speed = `${formatBytes(Math.round(rate))}/s`;
	if (totalBytes === undefined || totalBytes === 0) {
		return `${formatBytes(doneBytes)}  ${speed}`;
	}
	const part = Math.min(1, doneBytes / totalBytes);
	const filled = Math.round(part * BAR_WIDTH);
	const bar = "█".repeat(filled) + "░".repeat(BAR_WIDTH - filled);
	const percent = `${Math.floor(part * 100)}%`.padStart(4);
	const left =
		rate > 0 ? `  ${formatSeconds((totalBytes - doneBytes) / rate)} left` : "";
	return `${percent} ${bar}  ${formatBytes(doneBytes)} of ${formatBytes(totalBytes)}  ${speed}${left}`;
}

function formatSeconds(seconds: number): string {
	const whole = Math.max(0, Math.ceil(seconds));
	if (whole < 60) return `${whole} s`;
	if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
	return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}

/** Passes a stream on and draws how far it is, where a person is looking. */
export async function* withProgress(
	source: AsyncIterable<Uint8Array>,
	{ process: { stderr } }: Context,
	totalBytes: number | undefined,
): AsyncGenerator<Uint8Array> {
	const startedAt = performance.now();
	let doneBytes = 0;
	let drawnAt = 0;
	const draw = (end: string) => {
		const now = performance.now();
		drawnAt = now;
		const elapsedMs = now - startedAt;
		const line = renderProgress({ doneBytes, totalBytes, elapsedMs });
		stderr.write(`\r\x1b[K${line}${end}`);
	};
	try {
		for await (const chunk of source) {
			doneBytes += chunk.length;
			if (stderr.isTTY && performance.now() - drawnAt >= REDRAW_MS) draw("");
			yield chunk;
		}
	} finally {
		if (stderr.isTTY) draw("\n");
	}
}
