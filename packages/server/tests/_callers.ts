import type { XoObject } from "@xo/contract";
import type { TestServer } from "@xo/testing";

const roles = ["viewer", "operator", "admin"] as const;
const ways = [
	"own entry",
	"entry on the pool",
	"group",
	"group on the pool",
] as const;

type Role = (typeof roles)[number];
type Way = (typeof ways)[number];
type Granted = `${Role} by ${Way}`;

export type CallerKind =
	| "nobody"
	| "user without rights"
	| "user with another VM"
	| "administrator"
	| Granted;

export const callerKinds: readonly CallerKind[] = [
	"nobody",
	"user without rights",
	"user with another VM",
	...roles.flatMap((role) =>
		ways.map((way): CallerKind => `${role} by ${way}`),
	),
	"administrator",
];

/** As a front hands it to the dispatcher. */
export interface TestCaller {
	// biome-ignore lint/suspicious/noExplicitAny: a row of the store
	readonly user: any;
	readonly isAdmin: boolean;
	readonly address: string;
}

export interface TestCallers {
	/** A caller of that kind, with the right on `subject` (and on the `others`)
	 *  that the kind says, and on nothing else. */
	get(
		kind: CallerKind,
		subject: XoObject | undefined,
		others?: readonly XoObject[],
	): Promise<TestCaller>;
}

/** One account for each kind and subject, made at first need and kept. */
export async function createCallers(server: TestServer): Promise<TestCallers> {
	const { store, users } = server.context;
	const ids = new Map<string, string>();

	async function idOf(kind: string, account: string): Promise<string> {
		const known = ids.get(account);
		if (known !== undefined) return known;
		const { id } = await store.users.create({
			email: `${account}@example.org`,
			permission: kind === "administrator" ? "admin" : "none",
			passwordHash: undefined,
			preferences: {},
			authProviders: {},
		});
		ids.set(account, id);
		return id;
	}

	async function subjectOf(kind: string, userId: string): Promise<string> {
		if (!kind.includes("group")) return userId;
		const name = `${kind} of ${userId}`;
		const known = store.groups.findByName(name);
		if (known !== undefined) return known.id;
		const group = await store.groups.create({
			name,
			provider: undefined,
			providerGroupId: undefined,
		});
		await store.groups.addUser(group.id, userId);
		return group.id;
	}

	async function grant(options: {
		kind: string;
		userId: string;
		object: XoObject;
	}): Promise<void> {
		const { kind, userId, object } = options;
		const action = /^(viewer|operator|admin) /.exec(kind)?.[1];
		if (action === undefined) return;
		await store.acls.add({
			subject: await subjectOf(kind, userId),
			object: kind.endsWith("on the pool") ? object.$pool : object.id,
			action,
		});
	}

	return {
		get: async (kind, subject, others = []) => {
			if (kind === "nobody") {
				return { user: undefined, isAdmin: false, address: "127.0.0.1" };
			}
			const about = [subject?.id ?? "", ...others.map(({ id }) => id)];
			const account = `${kind} ${about.join(" ")}`;
			const isNew = !ids.has(account);
			const userId = await idOf(kind, account);
			if (isNew && subject !== undefined) {
				for (const object of [subject, ...others]) {
					await grant({ kind, userId, object });
				}
			}
			if (kind === "user with another VM") {
				const vms = [...server.context.objects.ofType("VM")];
				const other = vms.find(({ id, snapshots }) => {
					return id !== subject?.id && snapshots.length === 0;
				});
				if (other === undefined) throw new Error("there is no other VM");
				await store.acls.add({
					subject: userId,
					object: other.id,
					action: "admin",
				});
			}
			const user = users.get(userId);
			await users.set(
				userId,
				{ preferences: {} },
				{ user, isAdmin: true, address: "" },
			);
			return {
				user,
				isAdmin: kind === "administrator",
				address: "127.0.0.1",
			};
		},
	};
}
