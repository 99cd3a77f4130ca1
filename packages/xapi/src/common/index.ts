/** The part of the client that has no I/O: what others need to understand its
 *  errors without loading its transport. */
export {
	CLIENT_ERROR_CODES,
	type XapiCallInfo,
	XapiError,
} from "./xapi-error.ts";
