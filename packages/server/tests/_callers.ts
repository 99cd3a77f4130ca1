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
	/** A caller of that kind, with the right on `subject` that the kind says. */
	get(kind: CallerKind, subject: XoObject | undefined): Promise<TestCaller>;
}

/** One account for each kind, made at first need and kept. */
export async function createCallers(server: TestServer): Promise<TestCallers> {
	const { store, users } = server.context;
	const ids = new Map<string, string>();

	async function idOf(kind: string): Promise<string> {
		const known = ids.get(kind);
		if (known !== undefined) return known;
		const { id } = await store.users.create({
			email: `${kind}@example.org`,
			permission: kind === "administrator" ? "admin" : "none",
			passwordHash: undefined,
			preferences: {},
			authProviders: {},
		});
		ids.set(kind, id);
		return id;
	}

	async function subjectOf(kind: string, userId: string): Promise<string> {
		if (!kind.includes("group")) return userId;
		const known = store.groups.findByName(kind);
		if (known !== undefined) return known.id;
		const group = await store.groups.create({
			name: kind,
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
		get: async (kind, subject) => {
			if (kind === "nobody") {
				return { user: undefined, isAdmin: false, address: "127.0.0.1" };
			}
			const userId = await idOf(kind);
			if (subject !== undefined) {
				await grant({ kind, userId, object: subject });
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
