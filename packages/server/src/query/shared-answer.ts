import type {
	LiveMetrics,
	LiveQueryParams,
	LiveQueryPatch,
	LiveQueryResult,
} from "@xo/contract";
import type { CachedObject } from "@xo/object-cache";
import type { MultiMap } from "@xo/std";
import { metricsUse } from "./metrics.ts";
import { diffResults } from "./result-diff.ts";
import type { RowIndex } from "./row-index.ts";
import type { Shared } from "./shared-pool.ts";
import type { Summary } from "./summary.ts";
import {
	createProjection,
	type Projection,
	projectWindow,
	type WindowRow,
} from "./window-rows.ts";

/** A query that tells its client what is different. */
export interface DependentQuery {
	/** Its answer is no longer true. */
	markDirty(): void;
}

export interface AnswerOptions {
	readonly params: LiveQueryParams;
	readonly index: Shared<RowIndex>;
	readonly summary: Shared<Summary>;
	readonly find: (id: string) => CachedObject | undefined;
	readonly findMetrics: (id: string) => LiveMetrics | undefined;
	/** Takes note of the order, the summary, and the ids of the objects shown
	 *  that the answer depends on. */
	readonly dependents: MultiMap<unknown, SharedAnswer>;
}

/** The answer to one question, computed once however many ask it; what changed
 *  is told once too, to those who had the same answer before. */
export class SharedAnswer implements Disposable {
	readonly queries = new Set<DependentQuery>();
	/** Whether it shows, or is ordered by, metrics. */
	readonly metricsUse: ReturnType<typeof metricsUse>;
	readonly #options: AnswerOptions;
	readonly #project: Projection;
	readonly #findMetrics: AnswerOptions["findMetrics"] | undefined;
	#window: readonly WindowRow[] = [];
	#result: LiveQueryResult | undefined;
	#isStale = true;
	#change:
		| {
				readonly before: LiveQueryResult;
				readonly after: LiveQueryResult;
				readonly patch: LiveQueryPatch | undefined;
		  }
		| undefined;

	constructor(options: AnswerOptions) {
		this.#options = options;
		this.metricsUse = metricsUse(options.params);
		this.#project = createProjection(options.params.fields);
		this.#findMetrics = this.metricsUse.inFields
			? options.findMetrics
			: undefined;
		options.dependents.add(options.index.value, this);
		options.dependents.add(options.summary.value, this);
	}

	get index(): RowIndex {
		return this.#options.index.value;
	}

	/** What it says is no longer true: those who ask are told, once until it is
	 *  computed again. */
	markDirty(): void {
		if (this.#isStale) return;
		this.#isStale = true;
		for (const query of this.queries) query.markDirty();
	}

	/** The result.
	 *  @param revision of the cache, which it has if it must be computed */
	current(revision: number): LiveQueryResult {
		if (this.#result === undefined || this.#isStale) {
			this.#isStale = false;
			this.#result = this.#compute(revision, this.#result);
		}
		return this.#result;
	}

	/** What turns an earlier result into another, if they differ. */
	patch(
		before: LiveQueryResult,
		after: LiveQueryResult,
	): LiveQueryPatch | undefined {
		const known = this.#change;
		if (known?.before === before && known.after === after) return known.patch;
		const changes = diffResults(before, after);
		const patch = changes && { revision: after.revision, ...changes };
		this.#change = { before, after, patch };
		return patch;
	}

	/** Nobody asks any more. */
	[Symbol.dispose](): void {
		const { index, summary, dependents } = this.#options;
		this.#show([]);
		dependents.delete(index.value, this);
		dependents.delete(summary.value, this);
		index.release();
		summary.release();
	}

	#compute(
		revision: number,
		before: LiveQueryResult | undefined,
	): LiveQueryResult {
		const { params, index, summary, find } = this.#options;
		const { window, tree } = params;
		const { length, rows } = index.value.window(window, tree?.expanded ?? []);
		const next = projectWindow(rows, this.#window, {
			find,
			findMetrics: this.#findMetrics,
			project: this.#project,
		});
		const isSame = before !== undefined && next === this.#window;
		if (!isSame) this.#show(next);
		return {
			revision,
			total: index.value.size,
			length,
			offset: window.offset,
			rows: isSame ? before.rows : next.map(({ row }) => row),
			...summary.value.snapshot(),
		};
	}

	#show(window: readonly WindowRow[]): void {
		const { dependents } = this.#options;
		for (const { row } of this.#window) dependents.delete(row.id, this);
		for (const { row } of window) dependents.add(row.id, this);
		this.#window = window;
	}
}
