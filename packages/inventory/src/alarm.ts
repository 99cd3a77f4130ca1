import type { XoAlarm, XoMessage } from "@xo/contract";
import { toNumber } from "./records.ts";
import { attributesOf } from "./xml.ts";

const ALARM_NAME = /ALARM|BOND_STATUS_CHANGED|MULTIPATH_PERIODIC_ALERT/;
const WATCHED_BODY = /^value:\s*(\S+)\s+config:\s*([\s\S]*)$/;

/** What a message is about, as far as it is still known. */
type FindObject = (
	uuid: string,
) => { readonly type: string; readonly href?: string } | undefined;

/** Whether a message warns, so that REST has it among the alarms too. */
export function isAlarm({ name }: XoMessage): boolean {
	return ALARM_NAME.test(name);
}

/** The alarm that a message is, see `isAlarm`. Source: XAPI `message`, whose
 *  body holds a ratio and the settings of the watch for alarms on statistics. */
export function alarmOf(message: XoMessage, findObject: FindObject): XoAlarm {
	const { $object, body, time, ...common } = message;
	const { type = "unknown", href } = findObject($object) ?? {};
	return {
		...common,
		time: time === null ? null : time * 1000,
		body: alarmBody(body),
		object: { type, uuid: $object, href },
	};
}

function alarmBody(body: string): XoAlarm["body"] {
	const [, ratio, settings = ""] = WATCHED_BODY.exec(body) ?? [];
	const value = toNumber(ratio);
	const name = attributesOf(settings, "name")[0]?.value;
	if (value === undefined || name === undefined) return { name: body };
	return { name, value: (value * 100).toFixed(1) };
}
