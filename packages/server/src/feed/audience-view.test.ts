import type { ObjectType } from "@xo/contract";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ObjectChange } from "../objects/live-objects.ts";
import { PermissionEngine } from "../permissions/permission-engine.ts";
import {
	COPIES,
	type Mutation,
	modelTypes,
	ObjectModel,
} from "./_object-model.ts";
import { AudienceView } from "./audience-view.ts";

const mutation: fc.Arbitrary<Mutation> = fc.record({
	type: fc.constantFrom(...modelTypes),
	index: fc.nat(COPIES - 1),
	isPresent: fc.boolean(),
	target: fc.nat(COPIES - 1),
});

/** A world that is full at first, so that most changes matter. */
const everything: readonly Mutation[] = modelTypes.flatMap((type) =>
	[...new Array(COPIES).keys()].map((index) => ({
		type,
		index,
		isPresent: true,
		target: index,
	})),
);

const grantable = fc.constantFrom<ObjectType>(
	"pool",
	"host",
	"SR",
	"VM",
	"network",
	"VDI",
	"PUSB",
);

/** What a new pool brings is published in several slices, in any order. */
function sliced(changes: readonly ObjectChange[], order: readonly number[]) {
	const isNew = changes.every(({ previous }) => previous === undefined);
	if (!isNew) return [changes];
	const slices: ObjectChange[][] = [[], [], []];
	changes.forEach((change, index) => {
		slices[(order[index % order.length] ?? 0) % 3]?.push(change);
	});
	return slices.filter((slice) => slice.length > 0);
}

describe("AudienceView", () => {
	it("sees what a whole recomputation sees, after any change", () => {
		const scenario = fc.record({
			isFull: fc.boolean(),
			grants: fc.array(fc.tuple(grantable, fc.nat(COPIES - 1)), {
				minLength: 1,
				maxLength: 3,
			}),
			steps: fc.array(
				fc.record({
					mutations: fc.array(mutation, { minLength: 1, maxLength: 6 }),
					order: fc.array(fc.nat(2), { minLength: 1, maxLength: 7 }),
				}),
				{ maxLength: 12 },
			),
		});
		fc.assert(
			fc.property(scenario, ({ isFull, grants, steps }) => {
				const model = new ObjectModel();
				const rights = new Map(
					grants.map(([type, index]) => [
						`${type}${index}`,
						new Set(["view"] as const),
					]),
				);
				const store = {} as ConstructorParameters<typeof PermissionEngine>[0];
				const engine = new PermissionEngine(store, model);
				const view = new AudienceView(model, (object) =>
					engine.isGranted(rights, object, "view"),
				);
				const known = new Set<string>();
				const first = { mutations: everything, order: [2, 0, 1, 1] };
				for (const step of isFull ? [first, ...steps] : steps) {
					const changes = model.mutate(step.mutations);
					for (const slice of sliced(changes, step.order)) {
						model.publish(slice);
						const { upserts, removals, entered } = view.apply(slice);
						for (const { id } of removals) {
							expect(known.delete(id)).toBe(true);
						}
						for (const { id } of upserts) {
							expect(entered.has(id)).toBe(!known.has(id));
							known.add(id);
						}
						const visible = [...model.all()]
							.filter((object) => engine.isGranted(rights, object, "view"))
							.map(({ id }) => id);
						expect([...known].sort()).toEqual(visible.sort());
					}
				}
			}),
			{ numRuns: 500 },
		);
	});
});
