import type { LiveMetrics } from "@xo/contract";
import type { CachedObject } from "@xo/object-cache";
import { type MeasuredObject, measure } from "./metrics.ts";

/** What takes the changes of the objects of a set. */
export interface Changing {
	change(
		previous: CachedObject | undefined,
		current: CachedObject | undefined,
	): void;
}

/** Something that follows the objects of a set, and perhaps their metrics. */
export interface Follower<Target extends Changing> extends Changing {
	readonly target: Target;
	/** The metrics of an object of the set changed. */
	readonly measure?: (id: string) => void;
}

export function followObjects<Target extends Changing>(
	target: Target,
): Follower<Target> {
	return {
		target,
		change: (previous, current) => target.change(previous, current),
	};
}

/** Remembers the metrics that the target knows of each object, since they
 *  change without their object. */
export function followMetrics<Target extends Changing>(
	objects: Iterable<CachedObject>,
	findMetrics: (id: string) => LiveMetrics | undefined,
	create: (members: Iterable<CachedObject>) => Target,
): Follower<Target> {
	const members = new Map<string, MeasuredObject>();
	for (const object of objects) {
		members.set(object.id, measure(object, findMetrics(object.id)));
	}
	const target = create(members.values());
	return {
		target,
		change(previous, current) {
			const before = previous && members.get(previous.id);
			const after = current && measure(current, findMetrics(current.id));
			if (after !== undefined) members.set(after.id, after);
			else if (before !== undefined) members.delete(before.id);
			target.change(before, after);
		},
		measure(id) {
			const before = members.get(id);
			if (before === undefined) return;
			const metrics = findMetrics(id);
			if (metrics === before.metrics) return;
			const after = measure(before.object, metrics);
			members.set(id, after);
			target.change(before, after);
		},
	};
}
