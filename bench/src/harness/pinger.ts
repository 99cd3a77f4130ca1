import { nextMessage, startProcess } from "./children.ts";

export interface Pinger {
	/** The longest round trip since the last time, in milliseconds: pauses of
	 *  the daemon, and what the machine adds by running others. */
	longestMs(): Promise<number>;
}

export async function startPinger(
	stack: AsyncDisposableStack,
	url: string,
): Promise<Pinger> {
	const child = stack.use(startProcess("pinger"));
	child.process.send({ url });
	await nextMessage(child);
	return {
		longestMs: () => {
			child.process.send("report");
			return nextMessage<number>(child);
		},
	};
}
