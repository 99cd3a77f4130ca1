const waiting: (() => void)[] = [];
const { port1, port2 } = new MessageChannel();
port1.onmessage = () => waiting.shift()?.();

/** Runs work after what the browser has already received is handled: messages
 *  that came together are then drawn together. Unlike a timer, it does not
 *  wait. */
export function nextTask(work: () => void): void {
	waiting.push(work);
	port2.postMessage(undefined);
}
