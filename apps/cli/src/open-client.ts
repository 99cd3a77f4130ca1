import {
	type Credentials,
	type SocketLike,
	XoClient,
	XoConnectionError,
	XoError,
} from "@xo/client";
import { WebSocket } from "ws";
import { CliError } from "./errors.ts";

/** The longest text that Node.js can hold, so that a whole inventory fits. */
const LONGEST_MESSAGE_BYTES = 2 ** 29 - 24;
/** A server that no longer answers must not keep the process alive. */
const LONGEST_FAREWELL_MS = 1_000;
const INVALID_CREDENTIALS = 3;

/** Opens a client; failures say what to do.
 *  @throws CliError `unreachable`, `certificate` or `signed-out`. */
export async function openClient(
	url: string,
	credentials: Credentials,
	allowUnauthorized: boolean,
): Promise<XoClient> {
	const options = {
		rejectUnauthorized: !allowUnauthorized,
		maxPayload: LONGEST_MESSAGE_BYTES,
		closeTimeout: LONGEST_FAREWELL_MS,
	};
	const client = new XoClient({
		url,
		credentials,
		createSocket: (address) => new WebSocket(address, options) as SocketLike,
	});
	try {
		await client.open();
		return client;
	} catch (error) {
		throw explainOpening(error, url, "token" in credentials);
	}
}

function explainOpening(
	error: unknown,
	url: string,
	byToken: boolean,
): unknown {
	if (error instanceof XoError && error.code === INVALID_CREDENTIALS) {
		return new CliError("signed-out", error.message, {
			cause: error,
			hint: byToken
				? "the token has expired or was revoked: use `xo-cli register` again"
				: "check the user name and the password, and --otp where the account has a second factor",
		});
	}
	if (!(error instanceof XoConnectionError)) return error;
	return unreachable(url, error);
}

const CERTIFICATE_CODES =
	/CERT|SELF_SIGNED|UNABLE_TO_(?:VERIFY|GET)|ERR_TLS_CERT/;

/** Words for a server that could not be talked to. */
export function unreachable(url: string, error: Error): CliError {
	const { code = "" } = (error.cause ?? error) as NodeJS.ErrnoException;
	if (CERTIFICATE_CODES.test(code)) {
		return new CliError(
			"certificate",
			`the certificate of ${url} cannot be verified: ${error.message}`,
			{
				cause: error,
				hint: "once you have checked it, --allowUnauthorized accepts any certificate",
			},
		);
	}
	// `connect ECONNREFUSED` to several addresses has an empty message.
	const reason = error.message || code;
	return new CliError("unreachable", `${url}: ${reason}`, { cause: error });
}
