/** Why the server closed the WebSocket of a console: codes of its close frame,
 *  whose text says it to people. After `ended` one may connect again at once;
 *  after `notRunning` once the VM runs. */
export const consoleCloseCodes = {
	/** No session, or it ended. */
	notSignedIn: 4001,
	/** Needs the right `operate`. */
	notAllowed: 4003,
	noSuchObject: 4004,
	/** The VM is halted or suspended. */
	notRunning: 4009,
	/** The VM restarted or moved, and its console with it. */
	ended: 4010,
	/** The pool cannot be reached. */
	poolLost: 4014,
	tooMany: 4029,
} as const;
