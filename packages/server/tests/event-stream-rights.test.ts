import { basicOf, forAllTests } from "@xo/testing";
import fc from "fast-check";
import { expect, test } from "vitest";
import { EventSource } from "./_event-source.ts";
import { startRestStack } from "./_rest.ts";

const stack = await forAllTests(startRestStack({ hosts: 2, vms: 6 }));

type Step =
	| { readonly kind: "role"; readonly on: number; readonly isGiven: boolean }
	| { readonly kind: "group"; readonly isMember: boolean }
	| { readonly kind: "admin"; readonly isAdmin: boolean }
	| { readonly kind: "rename"; readonly vm: number };

const step: fc.Arbitrary<Step> = fc.oneof(
	fc.record({
		kind: fc.constant("role" as const),
		on: fc.nat(6),
		isGiven: fc.boolean(),
	}),
	fc.record({ kind: fc.constant("group" as const), isMember: fc.boolean() }),
	fc.record({ kind: fc.constant("admin" as const), isAdmin: fc.boolean() }),
	fc.record({ kind: fc.constant("rename" as const), vm: fc.nat(5) }),
);

/** What a reader of all events knows. */
function knownFrom(source: EventSource): ReadonlyMap<string, string> {
	const known = new Map<string, string>();
	for (const { event, data } of source.events) {
		if (event === "remove") {
			// Whatever leaves had come.
			expect(known.delete(data.id)).toBe(true);
		} else if (event === "add" || event === "update") {
			expect(known.has(data.id)).toBe(event === "update");
			known.set(data.id, data.name_label);
		}
	}
	return known;
}

let count = 0;

test("whatever happens to rights, a stream knows what its user may see", async () => {
	const { context, adminId } = stack.server;
	const admin = {
		user: context.store.users.find(adminId),
		isAdmin: true,
		address: "",
	};
	const vms = [...context.objects.ofType("VM")].slice(0, 6);
	const pool = vms[0]?.$pool ?? "";
	const call = async (name: string, params: object): Promise<unknown> => {
		const { dispatcher, signal } = context;
		return dispatcher.run(dispatcher.prepare(name, params, admin), { signal });
	};
	await fc.assert(
		fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
			const email = `random${++count}@example.org`;
			const { id, rest } = await stack.addUser(email);
			const group = await call("group.create", { name: email });
			const inGroup = { subject: group, object: pool, action: "viewer" };
			await call("acl.add", inGroup);
			const credential = basicOf({ email, password: "pass:word with a colon" });
			using source = await EventSource.open(stack.server.url, credential);
			const body = { collection: "VM" };
			const url = `/events/${source.id}/subscriptions`;
			expect((await rest("POST", url, { body })).status).toBe(201);
			for (const one of steps) {
				if (one.kind === "role") {
					const object = one.on === 6 ? pool : (vms[one.on]?.id ?? "");
					await stack.setRole(one.isGiven ? "add" : "remove", id, object);
				} else if (one.kind === "group") {
					const verb = one.isMember ? "addUser" : "removeUser";
					await call(`group.${verb}`, { id: group, userId: id });
				} else if (one.kind === "admin") {
					const permission = one.isAdmin ? "admin" : "none";
					await call("user.set", { id, permission });
				} else {
					const ref = context.objects.find(vms[one.vm]?.id ?? "")?._xapiRef;
					const name_label = `name ${stack.pool.db.generation}`;
					stack.pool.db.update("VM", ref ?? "", { name_label });
				}
			}
			const generation = `marker ${stack.pool.db.generation}`;
			const marked = vms[0]?._xapiRef ?? "";
			stack.pool.db.update("VM", marked, { name_label: generation });
			const labels = () => [...context.objects.ofType("VM")];
			await expect
				.poll(() => labels().some((vm) => vm.name_label === generation))
				.toBe(true);
			const truth = async () => {
				const { body: list } = await rest("GET", "/vms?fields=id,name_label");
				return new Map(
					list.map((vm: { id: string; name_label: string }) => [
						vm.id,
						vm.name_label,
					]),
				);
			};
			const expected = await truth();
			await expect
				.poll(() => [...knownFrom(source)].toSorted())
				.toEqual([...expected].toSorted());
		}),
		{ numRuns: 15 },
	);
}, 60_000);
