import type { LiveMetrics, LiveQueryParams } from "@xo/contract";
import { compileFilter, type FilterNode, parseFilter } from "@xo/filter";
import type { CachedObject } from "@xo/object-cache";
import { MultiMap } from "@xo/std";
import {
	type Changing,
	type Follower,
	followBeside,
	followObjects,
} from "./follower.ts";
import { isLinkedName, Links } from "./linked-names.ts";
import { isMetric, measuredReader, type ReaderFactory } from "./metrics.ts";
import { OrderedIndex } from "./ordered-index.ts";
import type { RowIndex } from "./row-index.ts";
import { SharedAnswer } from "./shared-answer.ts";
import { type Shared, SharedPool } from "./shared-pool.ts";
import { pathReader } from "./sort-key.ts";
import { Summary } from "./summary.ts";
import { TreeIndex } from "./tree-index.ts";

export interface MatchSetOptions {
	readonly types: readonly string[];
	/** In the search language; see `parseFilter` for what it throws. */
	readonly filter: string;
	/** Visible objects, among them all that may be in the set. */
	readonly candidates: (set: MatchSet) => Iterable<CachedObject>;
	readonly find: (id: string) => CachedObject | undefined;
	/** By id. */
	readonly metrics: ReadonlyMap<string, LiveMetrics>;
	/** Of an object that is visible. */
	readonly nameOf: (id: string) => string | undefined;
}

/** The objects of some types that match a filter. It stores none of them, only
 *  the orders and summaries that open queries need: whether an object was in
 *  the set follows from what the object was. */
export class MatchSet {
	readonly types: ReadonlySet<string>;
	readonly filter: FilterNode;
	readonly #find: MatchSetOptions["find"];
	readonly #candidates: MatchSetOptions["candidates"];
	readonly #metrics: MatchSetOptions["metrics"];
	readonly #nameOf: MatchSetOptions["nameOf"];
	readonly #matchesFilter: (object: CachedObject) => boolean;
	readonly #indexes = new SharedPool<Follower<RowIndex>>();
	readonly #summaries = new SharedPool<Follower<Summary>>();
	readonly #dependents = new MultiMap<unknown, SharedAnswer>();
	readonly #answers = new SharedPool<SharedAnswer>((answer) => {
		answer[Symbol.dispose]();
	});

	constructor(options: MatchSetOptions) {
		const { types, filter, candidates, find, metrics, nameOf } = options;
		this.types = new Set(types);
		this.#find = find;
		this.#candidates = candidates;
		this.#metrics = metrics;
		this.#nameOf = nameOf;
		this.filter = parseFilter(filter);
		this.#matchesFilter = compileFilter(this.filter);
	}

	/** How many objects match, where an open query counts them. */
	get size(): number | undefined {
		return this.#indexes.any?.target.size;
	}

	/** The objects of the set. */
	*members(): Generator<CachedObject> {
		const index = this.#indexes.any?.target;
		if (index !== undefined) {
			for (const id of index.ids()) {
				const object = this.#find(id);
				if (object !== undefined) yield object;
			}
			return;
		}
		for (const object of this.#candidates(this)) {
			if (this.#matches(object)) yield object;
		}
	}

	/** Of all queries of the set that ask for the same window and fields. */
	answer(params: LiveQueryParams): Shared<SharedAnswer> {
		const { sort, tree, groupBy, aggregates, fields, window } = params;
		const key = JSON.stringify([
			[sort, tree, groupBy, aggregates],
			[fields, window],
		]);
		return this.#answers.acquire(
			key,
			() =>
				new SharedAnswer({
					params,
					index: this.#index(params),
					summary: this.#summary(params),
					find: this.#find,
					findMetrics: (id) => this.#metrics.get(id),
					dependents: this.#dependents,
				}),
		);
	}

	/** The answers that show, or are ordered by, metrics. */
	measuredAnswers(): SharedAnswer[] {
		const answers: SharedAnswer[] = [];
		this.#answers.forEach((answer) => {
			const { inFields, inOrder } = answer.metricsUse;
			if (inFields || inOrder) answers.push(answer);
		});
		return answers;
	}

	/** Takes other metrics of an object, which may be in the set. */
	measure(id: string): void {
		this.#indexes.forEach((index) => {
			index.measure?.(id);
		});
		this.#summaries.forEach((summary) => {
			summary.measure?.(id);
		});
	}

	/** Another object, that those of the set may be linked to, has another name.
	 *  Gives what is no longer true. */
	rename(id: string): SharedAnswer[] {
		const moved: Changing[] = [];
		this.#indexes.forEach((index) => {
			if (index.rename?.(id) === true) moved.push(index.target);
		});
		return moved.flatMap((target) => [...this.#dependents.get(target)]);
	}

	/** Takes a change of visible objects: those that an audience does not see
	 *  are undefined. Gives what is no longer true. */
	apply(
		previous: CachedObject | undefined,
		current: CachedObject | undefined,
	): SharedAnswer[] {
		const before = this.#matches(previous) ? previous : undefined;
		const after = this.#matches(current) ? current : undefined;
		const id = (before ?? after)?.id;
		if (id === undefined) return [];
		const dirty = [...this.#dependents.get(id)];
		const change = ({ target, change }: Follower<Changing>) => {
			if (change(before, after)) dirty.push(...this.#dependents.get(target));
		};
		this.#indexes.forEach(change);
		this.#summaries.forEach(change);
		return dirty;
	}

	#index({ sort, tree }: LiveQueryParams): Shared<RowIndex> {
		const key = JSON.stringify([sort, tree?.parentKey]);
		const paths = sort.map((each) => each.key);
		return targetOf(
			this.#indexes.acquire(key, () =>
				this.#follow<RowIndex>(paths, (objects, reader) =>
					tree === null
						? new OrderedIndex(sort, objects, reader)
						: new TreeIndex({
								sort,
								parentKey: tree.parentKey,
								objects,
								reader,
							}),
				),
			),
		);
	}

	#summary({ groupBy, aggregates }: LiveQueryParams): Shared<Summary> {
		const key = JSON.stringify([groupBy, aggregates]);
		const paths = aggregates
			.map((each) => each.key ?? "")
			.filter((path) => isMetric(path));
		return targetOf(
			this.#summaries.acquire(key, () =>
				this.#follow(
					paths,
					(objects, reader) =>
						new Summary({ groupBy, aggregates, objects, reader }),
				),
			),
		);
	}

	#matches(object: CachedObject | undefined): boolean {
		return (
			object !== undefined &&
			this.types.has(object.type) &&
			this.#matchesFilter(object)
		);
	}

	#follow<Target extends Changing>(
		paths: readonly string[],
		create: (objects: Iterable<CachedObject>, reader: ReaderFactory) => Target,
	): Follower<Target> {
		const isPlain = !paths.some((path) => isMetric(path) || isLinkedName(path));
		if (isPlain) return followObjects(create(this.members(), pathReader));
		return followBeside({
			objects: this.members(),
			findMetrics: (id) => this.#metrics.get(id),
			links: new Links(paths, this.#nameOf),
			create: (objects) => create(objects, measuredReader),
		});
	}
}

function targetOf<Target extends Changing>({
	value,
	release,
}: Shared<Follower<Target>>): Shared<Target> {
	return { value: value.target, release };
}
