import type { ObjectType, XoObject } from "@xo/contract";
import type { LiveObjects } from "../objects/live-objects.ts";
import type { TaskService } from "../tasks/task-service.ts";
import { isAlarm, toAlarm } from "./alarm.ts";
import type { RestCollection, RestItem, SubCollection } from "./collection.ts";

export interface SubCollectionDependencies {
	readonly collections: ReadonlyMap<string, RestCollection>;
	readonly objects: LiveObjects;
	readonly tasks: TaskService;
}

/** Collections whose items have alarms, messages and tasks. */
const WITH_EVENTS = [
	"hosts",
	"networks",
	"pifs",
	"pools",
	"srs",
	"vbds",
	"vdi-snapshots",
	"vdis",
	"vifs",
	"vm-controllers",
	"vm-snapshots",
	"vm-templates",
	"vms",
];

const WITH_TASKS = [...WITH_EVENTS, "groups", "servers", "users"];

/** Which collection holds the disks of which. */
const WITH_DISKS: Readonly<Record<string, ObjectType>> = {
	vms: "VDI",
	"vm-controllers": "VDI",
	"vm-templates": "VDI",
	"vm-snapshots": "VDI-snapshot",
};

function* disksOf(
	vm: XoObject,
	type: ObjectType,
	objects: LiveObjects,
): Generator<XoObject> {
	const vbds = "$VBDs" in vm ? vm.$VBDs : [];
	for (const id of vbds) {
		const vbd = id === null ? undefined : objects.find(id);
		if (vbd?.type !== "VBD" || vbd.VDI === undefined) continue;
		const vdi = objects.find(vbd.VDI);
		if (vdi?.type === type) yield vdi;
	}
}

/** All `/<collection>/{id}/<name>`. */
export function createSubCollections(
	dependencies: SubCollectionDependencies,
): SubCollection[] {
	const { collections, objects, tasks } = dependencies;
	const get = (path: string): RestCollection => {
		const collection = collections.get(path);
		if (collection === undefined) throw new TypeError(`no collection ${path}`);
		return collection;
	};
	const messagesOf = (item: RestItem) => {
		const { uuid = item.id } = item as { uuid?: string } & RestItem;
		return Iterator.from(objects.messagesOf(uuid));
	};
	const withEvents = WITH_EVENTS.flatMap((path): SubCollection[] => [
		{
			parent: get(path),
			name: "messages",
			target: get("messages"),
			select: (item) => messagesOf(item).filter((message) => !isAlarm(message)),
		},
		{
			parent: get(path),
			name: "alarms",
			target: get("alarms"),
			select: (item) =>
				messagesOf(item)
					.map((message) => toAlarm(message, objects))
					.filter((alarm) => alarm !== undefined),
		},
	]);
	const withTasks = WITH_TASKS.map(
		(path): SubCollection => ({
			parent: get(path),
			name: "tasks",
			target: get("tasks"),
			select: (item) =>
				Iterator.from(tasks.list()).filter(
					({ properties }) => properties.objectId === item.id,
				),
		}),
	);
	const withDisks = Object.entries(WITH_DISKS).map(
		([path, type]): SubCollection => ({
			parent: get(path),
			name: "vdis",
			target: get(type === "VDI" ? "vdis" : "vdi-snapshots"),
			select: (item) => disksOf(item as XoObject, type, objects),
		}),
	);
	return [...withEvents, ...withTasks, ...withDisks, ...members(get)];
}

function members(get: (path: string) => RestCollection): SubCollection[] {
	const users = get("users");
	const groups = get("groups");
	const pick = (collection: RestCollection, ids: readonly string[]) =>
		ids
			.map((id) => collection.find(id))
			.filter((item): item is RestItem => item !== undefined);
	return [
		{
			parent: groups,
			name: "users",
			target: users,
			select: (item) =>
				pick(users, (item as unknown as { users: string[] }).users),
		},
		{
			parent: users,
			name: "groups",
			target: groups,
			select: (item) =>
				pick(groups, (item as unknown as { groups: string[] }).groups),
		},
	];
}
