import {
	alarmSchema,
	type ObjectType,
	objectSchemas,
	restCollections,
	type XoAlarm,
	type XoObject,
} from "@xo/contract";
import type { Caller } from "../api/caller.ts";
import type { AudienceRegistry } from "../feed/audience-registry.ts";
import type { LiveObjects } from "../objects/live-objects.ts";
import type { ObjectReader } from "../xo/object-reader.ts";
import { toAlarm } from "./alarm.ts";
import type { RestCollection } from "./collection.ts";
import { filtered } from "./filtered.ts";

export interface LiveCollectionDependencies {
	readonly objects: LiveObjects;
	readonly reader: ObjectReader;
	readonly audiences: AudienceRegistry;
}

/** Name of a type in privileges. */
export function resourceOf(type: ObjectType): string {
	return type === "PGPU" || type === "PCI" || type === "PBD" || type === "PIF"
		? type.toLowerCase()
		: type.replace(/^(VM|VDI|VBD|VIF|SR|SM|VTPM)/, (word) =>
				word.toLowerCase(),
			);
}

function mayView(
	{ audiences }: LiveCollectionDependencies,
	object: XoObject,
	caller: Caller,
): boolean {
	return caller.user !== undefined && audiences.of(caller.user).canView(object);
}

/** The collection of one type of live object. */
function liveCollection(
	type: ObjectType,
	path: string,
	dependencies: LiveCollectionDependencies,
): RestCollection<XoObject> {
	const { objects, reader, audiences } = dependencies;
	return {
		path,
		typeName: type,
		resource: resourceOf(type),
		schema: objectSchemas[type],
		list: (caller, { filter, limit }) =>
			caller.user === undefined
				? []
				: reader.select({
						type,
						filter,
						limit,
						audience: audiences.of(caller.user),
					}),
		find: (id) => {
			const object = objects.find(id);
			return object?.type === type ? object : undefined;
		},
		mayRead: (object, caller) => mayView(dependencies, object, caller),
		bytesOf: (object) => reader.bytesOf(object),
	};
}

function alarmCollection(
	dependencies: LiveCollectionDependencies,
): RestCollection<XoAlarm> {
	const { objects } = dependencies;
	return {
		path: "alarms",
		typeName: "alarm",
		resource: "alarm",
		schema: alarmSchema,
		list(caller, selection) {
			const alarms = function* () {
				for (const message of objects.ofType("message")) {
					const alarm = toAlarm(message, objects);
					if (alarm === undefined) continue;
					if (mayView(dependencies, message, caller)) yield alarm;
				}
			};
			return filtered(alarms(), selection);
		},
		find: (id) => {
			const message = objects.find(id);
			return message && toAlarm(message, objects);
		},
		mayRead: (alarm, caller) => {
			const message = objects.find(alarm.id);
			return message !== undefined && mayView(dependencies, message, caller);
		},
	};
}

/** Every collection of live objects, by path. */
export function createLiveCollections(
	dependencies: LiveCollectionDependencies,
): ReadonlyMap<string, RestCollection> {
	const collections = new Map<string, RestCollection>();
	for (const [type, path] of Object.entries(restCollections)) {
		collections.set(
			path,
			liveCollection(type as ObjectType, path, dependencies) as RestCollection,
		);
	}
	collections.set("alarms", alarmCollection(dependencies) as RestCollection);
	return collections;
}
