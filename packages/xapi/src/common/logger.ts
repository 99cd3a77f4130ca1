/** Where to tell what happens; pino's loggers fit. */
export interface XapiLogger {
	debug(details: object, message: string): void;
	warn(details: object, message: string): void;
	error(details: object, message: string): void;
}

export const silentLogger: XapiLogger = {
	debug() {},
	warn() {},
	error() {},
};
