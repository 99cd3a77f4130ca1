import {
	applyPatch,
	type LiveQueryParams,
	type LiveQueryPatch,
	type LiveQueryResult,
} from "@xo/contract";
import { type CachedObject, ObjectCache } from "@xo/object-cache";
import { ManualClock } from "@xo/std";
import fc from "fast-check";
import { expect, test } from "vitest";
import { batch, params, update } from "./_arbitraries.ts";
import { naiveQuery } from "./_naive-query.ts";
import type { LiveQuery } from "./live-query.ts";
import {
	type LiveQueryConnection,
	LiveQueryEngine,
} from "./live-query-engine.ts";

const ids = fc.subarray(["1", "2", "3"]);
const command = fc.oneof(
	{ weight: 8, arbitrary: fc.record({ batch }) },
	{ weight: 1, arbitrary: fc.record({ batch, hiding: ids }) },
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

/** A client that knows only what it was sent, as JSON. */
class Client {
	params: LiveQueryParams;
	result: LiveQueryResult;
	readonly query: LiveQuery;
	readonly #clock: ManualClock;
	#lastAt = Number.NEGATIVE_INFINITY;

	constructor(
		connection: LiveQueryConnection,
		query: LiveQueryParams,
		{ audience, clock }: { audience: AudienceModel; clock: ManualClock },
	) {
		this.params = query;
		this.#clock = clock;
		this.query = connection.open(query, audience, (patch) => {
			expect(clock.now() - this.#lastAt).toBeGreaterThanOrEqual(50);
			this.#lastAt = clock.now();
			this.#apply(patch);
		});
		this.result = structuredClone(this.query.result);
	}

	update(changes: Partial<LiveQueryParams>): void {
		this.params = { ...this.params, ...changes };
		this.#lastAt = this.#clock.now();
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
				using engine = new LiveQueryEngine({ cache, clock });
				cache.apply(first);
				const connection = engine.connect();
				const clients = queries.map(
					(each) => new Client(connection, each, { audience, clock }),
				);
				const check = () => {
					for (const client of clients) client.query.resume();
					clock.advance(100);
					const visible = [...cache.objects()].filter(audience.canView);
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
					} else if ("advance" in step) {
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
			},
		),
		{ numRuns: 500 },
	);
});
