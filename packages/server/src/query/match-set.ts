import type { LiveQueryParams } from "@xo/contract";
import {
	compileFilter,
	type PropertyConstraint,
	parseFilter,
	planFilter,
} from "@xo/filter";
import type { CachedObject } from "@xo/object-cache";
import { Dependents } from "./dependents.ts";
import {
	type Changing,
	type Follower,
	followBeside,
	followObjects,
} from "./follower.ts";
import { isLinkedName, Links } from "./linked-names.ts";
import {
	isMetric,
	type MetricsSource,
	measuredReader,
	type ReaderFactory,
} from "./metrics.ts";
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
	/** The visible objects of these types, among them all that meet the
	 *  conditions. */
	readonly visible: (
		types: ReadonlySet<string>,
		conditions: readonly PropertyConstraint[],
	) => Iterable<CachedObject>;
	readonly find: (id: string) => CachedObject | undefined;
	readonly metrics: MetricsSource;
	/** Of an object that is visible. */
	readonly nameOf: (id: string) => string | undefined;
}

/** The objects of some types that match a filter. It stores none of them, only
 *  the orders and summaries that open queries need: whether an object was in
 *  the set follows from what the object was. */
export class MatchSet {
	readonly types: ReadonlySet<string>;
	readonly #find: MatchSetOptions["find"];
	readonly #visible: MatchSetOptions["visible"];
	readonly #metrics: MetricsSource;
	readonly #nameOf: MatchSetOptions["nameOf"];
	readonly #conditions: readonly PropertyConstraint[];
	readonly #matchesFilter: (object: CachedObject) => boolean;
	readonly #indexes = new SharedPool<Follower<RowIndex>>();
	readonly #summaries = new SharedPool<Follower<Summary>>();
	readonly #dependents = new Dependents<SharedAnswer>();
	readonly #answers = new SharedPool<SharedAnswer>((answer) => {
		answer[Symbol.dispose]();
	});

	constructor(options: MatchSetOptions) {
		const { types, filter, visible, find, metrics, nameOf } = options;
		this.types = new Set(types);
		this.#find = find;
		this.#visible = visible;
		this.#metrics = metrics;
		this.#nameOf = nameOf;
		const node = parseFilter(filter);
		this.#conditions = planFilter(node);
		this.#matchesFilter = compileFilter(node);
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
					findMetrics: (id) => this.#metrics.find(id),
					dependents: this.#dependents,
				}),
		);
	}

	/** The answers that show, or are ordered by, metrics. */
	measuredAnswers(): SharedAnswer[] {
		const answers: SharedAnswer[] = [];
		this.#answers.forEach((answer) => {
			if (answer.usesMetrics) answers.push(answer);
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
		return moved.flatMap((target) => [...this.#dependents.of(target)]);
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
		const dirty = [...this.#dependents.of(id)];
		const change = ({ target, change }: Follower<Changing>) => {
			if (change(before, after)) dirty.push(...this.#dependents.of(target));
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
		if (isPlain) return followObjects(create(this.#members(), pathReader));
		return followBeside({
			objects: this.#members(),
			findMetrics: (id) => this.#metrics.find(id),
			links: new Links(paths, this.#nameOf),
			create: (objects) => create(objects, measuredReader),
		});
	}

	*#members(): Generator<CachedObject> {
		for (const object of this.#visible(this.types, this.#conditions)) {
			if (this.#matchesFilter(object)) yield object;
		}
	}
}

function targetOf<Target extends Changing>({
	value,
	release,
}: Shared<Follower<Target>>): Shared<Target> {
	return { value: value.target, release };
}
