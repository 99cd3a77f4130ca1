import { restCollections, type XoAlarm, type XoObject } from "@xo/contract";
import { alarmOf, isAlarm as isAlarmMessage } from "@xo/inventory";
import { hrefOf } from "./collection.ts";

interface Objects {
	find(id: string): XoObject | undefined;
}

export function isAlarm(object: XoObject): boolean {
	return object.type === "message" && isAlarmMessage(object);
}

/** A message as an alarm, when it is one. */
export function toAlarm(
	message: XoObject,
	objects: Objects,
): XoAlarm | undefined {
	if (message.type !== "message" || !isAlarmMessage(message)) return undefined;
	return alarmOf(message, (uuid) => {
		const object = objects.find(uuid);
		if (object === undefined) return undefined;
		const path = restCollections[object.type];
		return path === undefined
			? { type: object.type }
			: { type: object.type, href: hrefOf({ path }, object.id) };
	});
}
