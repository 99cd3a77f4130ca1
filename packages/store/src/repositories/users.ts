import { randomUUID } from "node:crypto";
import type { StoreContext } from "../context.ts";
import type { UsersTable } from "../database.ts";
import { notFound } from "../errors.ts";
import {
	isString,
	type JsonObject,
	parseJson,
	parseJsonObject,
	parseRecordOf,
} from "../json.ts";
import type { UserRepository, UserRow } from "../types.ts";

const keyOf = (email: string) => email.toLowerCase();
const otpPlace = (id: string) => ({
	table: "users",
	column: "preferences.otp",
	id,
});

export class Users implements UserRepository {
	readonly #context: StoreContext;
	readonly #onDelete: (id: string) => void;
	readonly #byId = new Map<string, UserRow>();
	readonly #byLogin = new Map<string, UserRow>();

	/** @param onDelete forgets what the database deletes with a user */
	constructor(context: StoreContext, onDelete: (id: string) => void) {
		this.#context = context;
		this.#onDelete = onDelete;
	}

	async load(): Promise<void> {
		const rows = await this.#context.db
			.selectFrom("users")
			.selectAll()
			.execute();
		this.#byId.clear();
		this.#byLogin.clear();
		for (const row of rows) this.#remember(row);
	}

	create(user: Omit<UserRow, "id"> & { id?: string }): Promise<UserRow> {
		const { id = randomUUID(), ...fields } = user;
		const query = this.#context.db
			.insertInto("users")
			.values({
				id,
				email: user.email,
				login: keyOf(user.email),
				permission: user.permission,
				password_hash: user.passwordHash ?? null,
				preferences_json: this.#sealPreferences(id, fields.preferences),
				auth_providers_json: JSON.stringify(user.authProviders),
			})
			.returningAll();
		return this.#context.writeReturning(query, ([row]) =>
			this.#rememberFound(row, id),
		);
	}

	find(id: string): UserRow | undefined {
		return this.#byId.get(id);
	}

	findByEmail(email: string): UserRow | undefined {
		return this.#byLogin.get(keyOf(email));
	}

	list(): readonly UserRow[] {
		return [...this.#byId.values()];
	}

	async update(
		id: string,
		fields: Partial<Omit<UserRow, "id">>,
	): Promise<UserRow> {
		const current = this.#byId.get(id);
		if (current === undefined) throw notFound("user", id);
		const columns = this.#toColumns(id, fields);
		if (Object.keys(columns).length === 0) return current;
		const query = this.#context.db
			.updateTable("users")
			.set(columns)
			.where("id", "=", id)
			.returningAll();
		return this.#context.writeReturning(query, ([row]) =>
			this.#rememberFound(row, id),
		);
	}

	delete(id: string): Promise<boolean> {
		const { db } = this.#context;
		const queries = [
			db.deleteFrom("acls").where("subject", "=", id),
			db.deleteFrom("users").where("id", "=", id),
		];
		return this.#context.write(queries, ([, users]) => {
			if (users?.changes !== 1) return false;
			this.#forget(id);
			this.#onDelete(id);
			return true;
		});
	}

	#toColumns(
		id: string,
		fields: Partial<Omit<UserRow, "id">>,
	): Partial<UsersTable> {
		const columns: Partial<UsersTable> = {};
		const { email, permission, preferences, authProviders } = fields;
		if (email !== undefined) {
			columns.email = email;
			columns.login = keyOf(email);
		}
		if (permission !== undefined) columns.permission = permission;
		if ("passwordHash" in fields) {
			columns.password_hash = fields.passwordHash ?? null;
		}
		if (preferences !== undefined) {
			columns.preferences_json = this.#sealPreferences(id, preferences);
		}
		if (authProviders !== undefined) {
			columns.auth_providers_json = JSON.stringify(authProviders);
		}
		return columns;
	}

	#sealPreferences(id: string, { otp, ...others }: JsonObject): string {
		if (otp === undefined) return JSON.stringify(others);
		const sealed = this.#context.secrets.seal(
			otpPlace(id),
			JSON.stringify(otp),
		);
		return JSON.stringify({ ...others, otp: sealed });
	}

	#openPreferences(id: string, text: string): JsonObject {
		const { otp, ...others } = parseJsonObject(text, "users.preferences");
		if (otp === undefined) return others;
		const opened = this.#context.secrets.open(otpPlace(id), String(otp));
		return { ...others, otp: parseJson(opened, "users.preferences.otp") };
	}

	#remember(row: UsersTable): UserRow {
		const user: UserRow = {
			id: row.id,
			email: row.email,
			permission: row.permission,
			passwordHash: row.password_hash ?? undefined,
			preferences: this.#openPreferences(row.id, row.preferences_json),
			authProviders: parseRecordOf(
				row.auth_providers_json,
				"users.auth_providers",
				isString,
			),
		};
		this.#forget(row.id);
		this.#byId.set(user.id, user);
		this.#byLogin.set(row.login, user);
		return user;
	}

	#rememberFound(row: UsersTable | undefined, id: string): UserRow {
		if (row === undefined) throw notFound("user", id);
		return this.#remember(row);
	}

	#forget(id: string): void {
		const user = this.#byId.get(id);
		if (user === undefined) return;
		this.#byId.delete(id);
		this.#byLogin.delete(keyOf(user.email));
	}
}
