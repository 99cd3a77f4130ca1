import {
	applyPatch,
	type LiveMetrics,
	type LiveQueryParams,
	type LiveQueryPatch,
	type LiveQueryResult,
} from "@xo/contract";
import { type CachedObject, ObjectCache } from "@xo/object-cache";
import { ManualClock } from "@xo/std";
import fc from "fast-check";
import { expect, test } from "vitest";
import { batch, measurement, params, update } from "./_arbitraries.ts";
import { naiveQuery } from "./_naive-query.ts";
import type { LiveQuery } from "./live-query.ts";
import {
	type LiveQueryConnection,
	LiveQueryEngine,
} from "./live-query-engine.ts";
import type { MetricsDemand, MetricsSource } from "./metrics.ts";

const ids = fc.subarray(["1", "2", "3"]);
const command = fc.oneof(
	{ weight: 8, arbitrary: fc.record({ batch }) },
	{ weight: 1, arbitrary: fc.record({ batch, hiding: ids }) },
	{
		weight: 4,
		arbitrary: fc.record({ measure: fc.array(measurement, { maxLength: 4 }) }),
	},
	{ weight: 3, arbitrary: fc.record({ advance: fc.constantFrom(1, 20, 60) }) },
	{ weight: 2, arbitrary: fc.record({ query: fc.nat(2), update }) },
	{ weight: 1, arbitrary: fc.record({ hidden: ids }) },
	{
		weight: 1,
		arbitrary: fc.record({ query: fc.nat(2), pause: fc.boolean() }),
	},
);

class AudienceModel {
	readonly key = "some";
	hidden: readonly string[] = [];
	readonly #listeners = new Set<() => void>();

	canView = ({ id }: CachedObject) => !this.hidden.includes(id);

	onChange(listener: () => void): Disposable {
		this.#listeners.add(listener);
		return { [Symbol.dispose]: () => this.#listeners.delete(listener) };
	}

	hide(hidden: readonly string[]): void {
		this.hidden = hidden;
		for (const listener of this.#listeners) listener();
	}
}

class MetricsModel implements MetricsSource {
	readonly demands = new Set<MetricsDemand>();
	readonly #metrics = new Map<string, LiveMetrics>();
	#listener: (ids: readonly string[]) => void = () => {};

	find = (id: string) => this.#metrics.get(id);

	watch(demand: MetricsDemand): Disposable {
		this.demands.add(demand);
		return { [Symbol.dispose]: () => this.demands.delete(demand) };
	}

	onChange(listener: (ids: readonly string[]) => void): Disposable {
		this.#listener = listener;
		return { [Symbol.dispose]: () => {} };
	}

	set(changes: readonly { id: string; cpu: number | undefined }[]): void {
		for (const { id, cpu } of changes) {
			if (cpu === undefined) this.#metrics.delete(id);
			else this.#metrics.set(id, { cpu } as LiveMetrics);
		}
		this.#listener(changes.map(({ id }) => id));
	}
}

/** A client that knows only what it was sent, as JSON. */
class Client {
	params: LiveQueryParams;
	result: LiveQueryResult;
	readonly query: LiveQuery;
	#lastAt = Number.NEGATIVE_INFINITY;

	constructor(
		connection: LiveQueryConnection,
		query: LiveQueryParams,
		{ audience, clock }: { audience: AudienceModel; clock: ManualClock },
	) {
		this.params = query;
		this.query = connection.open(query, audience, (patch) => {
			expect(clock.now() - this.#lastAt).toBeGreaterThanOrEqual(50);
			this.#lastAt = clock.now();
			this.#apply(patch);
		});
		this.result = structuredClone(this.query.result);
	}

	update(changes: Partial<LiveQueryParams>): void {
		this.params = { ...this.params, ...changes };
		this.#apply(this.query.update(changes));
	}

	#apply(patch: LiveQueryPatch): void {
		this.result = applyPatch(this.result, JSON.parse(JSON.stringify(patch)));
	}
}

test("patches keep every client equal to a fresh answer", () => {
	fc.assert(
		fc.property(
			batch,
			fc.array(params, { minLength: 3, maxLength: 3 }),
			fc.array(command, { maxLength: 30 }),
			(first, queries, commands) => {
				const cache = new ObjectCache();
				const clock = new ManualClock();
				const audience = new AudienceModel();
				let hiding: readonly string[] | undefined;
				cache.onBatch(() => hiding && audience.hide(hiding));
				const metrics = new MetricsModel();
				using engine = new LiveQueryEngine({ cache, clock, metrics });
				cache.apply(first);
				const connection = engine.connect();
				const clients = queries.map(
					(each) => new Client(connection, each, { audience, clock }),
				);
				const check = () => {
					for (const client of clients) client.query.resume();
					clock.advance(100);
					const visible = [...cache.objects()]
						.filter(audience.canView)
						.map((each) => ({ ...each, metrics: metrics.find(each.id) }));
					for (const { params, result } of clients) {
						const expected = naiveQuery(visible, params);
						expect(result).toMatchObject({
							...expected,
							revision: expect.any(Number),
						});
						expect(result.rows).toEqual(expected.rows);
					}
				};
				check();
				for (const step of commands) {
					if ("batch" in step) {
						hiding = "hiding" in step ? step.hiding : undefined;
						cache.apply(step.batch);
					} else if ("measure" in step) metrics.set(step.measure);
					else if ("advance" in step) {
						clock.advance(step.advance);
						if (step.advance === 60) check();
					} else if ("hidden" in step) audience.hide(step.hidden);
					else if ("pause" in step) {
						if (step.pause) clients[step.query]!.query.pause();
						else clients[step.query]!.query.resume();
					} else clients[step.query]!.update(step.update);
				}
				check();
				connection[Symbol.dispose]();
				expect(metrics.demands.size).toBe(0);
			},
		),
		{ numRuns: 500 },
	);
});
