import { PreparedReply, type Reply } from "./reply.ts";

/** Key of `other_config` under which changed VMs carry a time: epoch
 *  milliseconds with decimals. */
export const STAMP_KEY = "xo:bench-sent-at";

const JSON_STAMP = new RegExp(`("${STAMP_KEY}":")[\\d.]+`, "g");
const XML_STAMP = new RegExp(`(<name>${STAMP_KEY}</name><value>)[\\d.]+`, "g");

export function stampNow(): string {
	return (performance.timeOrigin + performance.now()).toFixed(3);
}

/** The same events, stamped with the time at which they leave instead of the
 *  time of the change: what XAPI holds back is not the reader's delay. */
export function stampWhenSent(reply: Reply): PreparedReply {
	return new PreparedReply({
		json: () => reply.json().replace(JSON_STAMP, `$1${stampNow()}`),
		xml: () => reply.xml().replace(XML_STAMP, `$1${stampNow()}`),
	});
}
