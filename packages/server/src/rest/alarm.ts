import { restCollections, type XoAlarm, type XoObject } from "@xo/contract";
import { REST_BASE } from "./collection.ts";

const ALARM_NAMES = /ALARM|BOND_STATUS_CHANGED|MULTIPATH_PERIODIC_ALERT/;

export function isAlarm(object: XoObject): boolean {
	return object.type === "message" && ALARM_NAMES.test(object.name);
}

/** Value and watched variable of a performance alarm, whose body is
 *  `value: 0.5`, `config:`, then XML. */
function parseBody(body: string): XoAlarm["body"] {
	const value = /^value:\s*(\S+)/m.exec(body)?.[1];
	const name = /<name\s+value="([^"]*)"/.exec(body)?.[1];
	if (value === undefined || name === undefined) return { name: body };
	const number = Number(value);
	return {
		name,
		value: Number.isFinite(number) ? (number * 100).toFixed(1) : value,
	};
}

/** A message as an alarm, when it is one; its time is in milliseconds. */
export function toAlarm(
	message: XoObject,
	objects: { find(id: string): XoObject | undefined },
): XoAlarm | undefined {
	if (message.type !== "message" || !isAlarm(message)) return undefined;
	const object = objects.find(message.$object);
	const path = object && restCollections[object.type];
	const { $object, body, time, ...rest } = message;
	return {
		...rest,
		time: (time ?? 0) * 1_000,
		body: parseBody(body),
		object: {
			type: object?.type ?? "unknown",
			uuid: $object,
			...(path === undefined
				? {}
				: { href: `${REST_BASE}/${path}/${object?.id}` }),
		},
	};
}
