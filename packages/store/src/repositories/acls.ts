import { randomBytes } from "node:crypto";
import { MultiMap } from "@xo/std";
import type { StoreContext } from "../context.ts";
import type { AclRepository, AclRow } from "../types.ts";

type AclKey = Omit<AclRow, "id">;

const ID_BYTES = 5;
const ID_LENGTH = 6;

function createShortId(): string {
	return randomBytes(ID_BYTES).toString("base64url").slice(0, ID_LENGTH);
}

function keyOf({ subject, object, action }: AclKey): string {
	return JSON.stringify([subject, object, action]);
}

export class Acls implements AclRepository {
	readonly #context: StoreContext;
	readonly #byKey = new Map<string, AclRow>();
	readonly #ofSubject = new MultiMap<string, AclRow>();

	constructor(context: StoreContext) {
		this.#context = context;
	}

	async load(): Promise<void> {
		const rows = await this.#context.db
			.selectFrom("acls")
			.selectAll()
			.execute();
		this.#byKey.clear();
		this.#ofSubject.clear();
		for (const row of rows) this.#remember(row);
	}

	async add({ subject, object, action }: AclKey): Promise<AclRow> {
		for (;;) {
			const acl = { id: createShortId(), subject, object, action };
			const query = this.#context.db
				.insertInto("acls")
				.values(acl)
				.onConflict((conflict) => conflict.doNothing());
			const added = await this.#context.write([query], ([result]) =>
				result?.changes === 1
					? this.#remember(acl)
					: this.#byKey.get(keyOf(acl)),
			);
			// Neither added nor there already: the short id was taken.
			if (added !== undefined) return added;
		}
	}

	remove(acl: AclKey): Promise<boolean> {
		const query = this.#context.db
			.deleteFrom("acls")
			.where("subject", "=", acl.subject)
			.where("object", "=", acl.object)
			.where("action", "=", acl.action);
		return this.#context.write([query], ([result]) => {
			this.#forget(acl);
			return result?.changes === 1;
		});
	}

	list(): readonly AclRow[] {
		return [...this.#byKey.values()];
	}

	listOfSubjects(subjects: Iterable<string>): readonly AclRow[] {
		return [...new Set(subjects)].flatMap((subject) => [
			...this.#ofSubject.get(subject),
		]);
	}

	/** The database has removed the ACLs of this user or group. */
	forgetSubject(subject: string): void {
		for (const acl of this.#ofSubject.get(subject)) this.#forget(acl);
	}

	#remember(acl: AclRow): AclRow {
		this.#byKey.set(keyOf(acl), acl);
		this.#ofSubject.add(acl.subject, acl);
		return acl;
	}

	#forget(acl: AclKey): void {
		const known = this.#byKey.get(keyOf(acl));
		if (known === undefined) return;
		this.#byKey.delete(keyOf(acl));
		this.#ofSubject.delete(acl.subject, known);
	}
}
