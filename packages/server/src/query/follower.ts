import type { LiveMetrics } from "@xo/contract";
import type { CachedObject } from "@xo/object-cache";
import { type Links, sameNames } from "./linked-names.ts";
import { type MeasuredObject, measure } from "./metrics.ts";

/** What takes the changes of the objects of a set. */
export interface Changing {
	/** Says whether it is different now, and not only its object. */
	change(
		previous: CachedObject | undefined,
		current: CachedObject | undefined,
	): boolean;
}

/** Something that follows the objects of a set, and perhaps what stands
 *  beside them. */
export interface Follower<Target extends Changing> extends Changing {
	readonly target: Target;
	/** The metrics of an object of the set changed. */
	readonly measure?: (id: string) => void;
	/** An object, that those of the set may be linked to, has another name.
	 *  Says whether the target is different now. */
	readonly rename?: (id: string) => boolean;
}

export function followObjects<Target extends Changing>(
	target: Target,
): Follower<Target> {
	return {
		target,
		change: (previous, current) => target.change(previous, current),
	};
}

/** Remembers the metrics and the names of links that the target knows of each
 *  object, since they change without their object. */
export function followBeside<Target extends Changing>(options: {
	readonly objects: Iterable<CachedObject>;
	readonly findMetrics: (id: string) => LiveMetrics | undefined;
	readonly links: Links;
	readonly create: (members: Iterable<CachedObject>) => Target;
}): Follower<Target> {
	const { links, findMetrics } = options;
	const members = new Map<string, MeasuredObject>();
	/** Ids of members by what they are linked to. */
	const linked = new Map<string, Set<string>>();
	const look = (object: CachedObject) =>
		measure(object, {
			metrics: findMetrics(object.id),
			names: links.namesOf(object),
		});
	const add = (member: MeasuredObject) => {
		members.set(member.id, member);
		for (const id of links.idsOf(member.object)) {
			const ids = linked.get(id);
			if (ids === undefined) linked.set(id, new Set([member.id]));
			else ids.add(member.id);
		}
	};
	const remove = (member: MeasuredObject) => {
		members.delete(member.id);
		for (const id of links.idsOf(member.object)) {
			const ids = linked.get(id);
			ids?.delete(member.id);
			if (ids?.size === 0) linked.delete(id);
		}
	};
	for (const object of options.objects) add(look(object));
	const target = options.create(members.values());
	const refresh = (id: string): boolean => {
		const before = members.get(id);
		if (before === undefined) return false;
		const after = look(before.object);
		const isSame =
			after.metrics === before.metrics && sameNames(after.names, before.names);
		if (isSame) return false;
		members.set(id, after);
		return target.change(before, after);
	};
	return {
		target,
		change(previous, current) {
			const before = previous && members.get(previous.id);
			const after = current && look(current);
			if (before !== undefined) remove(before);
			if (after !== undefined) add(after);
			return target.change(before, after);
		},
		measure: refresh,
		rename(linkedId) {
			let isDifferent = false;
			for (const id of linked.get(linkedId) ?? []) {
				if (refresh(id)) isDifferent = true;
			}
			return isDifferent;
		},
	};
}
