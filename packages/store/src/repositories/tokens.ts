import { MultiMap } from "@xo/std";
import type { StoreContext } from "../context.ts";
import type { TokensTable } from "../database.ts";
import type { Compilable } from "../dialect.ts";
import { notFound } from "../errors.ts";
import { isNumber, parseJsonObject, parseRecordOf } from "../json.ts";
import type { TokenRepository, TokenRow } from "../types.ts";
import { changedColumns, changesOf } from "./changes.ts";

const MAX_ADDRESSES = 10;

export class Tokens implements TokenRepository {
	readonly #context: StoreContext;
	readonly #onUse: () => void;
	readonly #byId = new Map<string, TokenRow>();
	readonly #ofUser = new MultiMap<string, string>();
	/** Ids whose last uses are not written yet. */
	readonly #used = new Set<string>();
	#onGone: (id: string) => void = () => {};

	/** @param onUse says that {@link writeUses} has something to do */
	constructor(context: StoreContext, onUse: () => void) {
		this.#context = context;
		this.#onUse = onUse;
	}

	onGone(listener: (id: string) => void): void {
		this.#onGone = listener;
	}

	async load(): Promise<void> {
		const rows = await this.#context.db
			.selectFrom("tokens")
			.selectAll()
			.execute();
		this.#byId.clear();
		this.#ofUser.clear();
		this.#used.clear();
		for (const row of rows) this.#remember(toRow(row));
	}

	create(token: TokenRow): Promise<void> {
		const query = this.#context.db
			.insertInto("tokens")
			.values(toColumns(token));
		return this.#context.write([query], () => this.#remember(token));
	}

	find(id: string): TokenRow | undefined {
		return this.#byId.get(id);
	}

	listOfUser(userId: string): readonly TokenRow[] {
		return [...this.#ofUser.get(userId)].map((id) => this.#get(id));
	}

	list(): readonly TokenRow[] {
		return [...this.#byId.values()];
	}

	async update(
		id: string,
		fields: Partial<Omit<TokenRow, "id" | "userId">>,
	): Promise<void> {
		const current = this.#get(id);
		const changes = changesOf<TokenRow>(fields, OPTIONAL);
		const columns = changedColumns(
			changes,
			COLUMN_OF,
			toColumns({ ...current, ...changes }),
		);
		if (Object.keys(columns).length === 0) return;
		const query = this.#context.db
			.updateTable("tokens")
			.set(columns)
			.where("id", "=", id);
		await this.#context.write([query], () => {
			this.#remember({ ...this.#get(id), ...changes });
		});
	}

	recordUse(id: string, address: string, at: number): void {
		const token = this.#byId.get(id);
		if (token === undefined) return;
		const uses = { ...token.lastUses, [address]: at };
		const newest = Object.entries(uses)
			.sort(([, a], [, b]) => b - a)
			.slice(0, MAX_ADDRESSES);
		this.#remember({ ...token, lastUses: Object.fromEntries(newest) });
		this.#used.add(id);
		this.#onUse();
	}

	/** Writes the uses that were only noted. */
	async writeUses(): Promise<void> {
		const ids = [...this.#used];
		if (ids.length === 0) return;
		this.#used.clear();
		const queries: Compilable[] = ids.flatMap((id) => {
			const token = this.#byId.get(id);
			if (token === undefined) return [];
			return this.#context.db
				.updateTable("tokens")
				.set({ last_uses_json: JSON.stringify(token.lastUses) })
				.where("id", "=", id);
		});
		await this.#context.write(queries, () => {});
	}

	async delete(ids: readonly string[]): Promise<void> {
		const queries = ids.map((id) =>
			this.#context.db.deleteFrom("tokens").where("id", "=", id),
		);
		await this.#context.write(queries, () => {
			for (const id of ids) this.#forget(id);
		});
	}

	deleteExpired(now: number): Promise<number> {
		const query = this.#context.db
			.deleteFrom("tokens")
			.where("expires_at", "<=", now)
			.returning("id");
		return this.#context.writeReturning(query, (rows) => {
			for (const { id } of rows) this.#forget(id);
			return rows.length;
		});
	}

	/** The database has removed the user's tokens. */
	forgetUser(userId: string): void {
		for (const id of this.#ofUser.get(userId)) this.#forget(id);
	}

	#get(id: string): TokenRow {
		const token = this.#byId.get(id);
		if (token === undefined) throw notFound("token", id);
		return token;
	}

	#remember(token: TokenRow): void {
		this.#byId.set(token.id, token);
		this.#ofUser.add(token.userId, token.id);
	}

	#forget(id: string): void {
		const token = this.#byId.get(id);
		if (token === undefined) return;
		this.#byId.delete(id);
		this.#ofUser.delete(token.userId, id);
		this.#used.delete(id);
		this.#onGone(id);
	}
}

type ChangeableField = keyof Omit<TokenRow, "id" | "userId">;

const OPTIONAL = ["clientId", "clientInfo", "description"] as const;
const COLUMN_OF: Readonly<Record<ChangeableField, keyof TokensTable>> = {
	clientId: "client_id",
	clientInfo: "client_info_json",
	description: "description",
	createdAt: "created_at",
	expiresAt: "expires_at",
	lastUses: "last_uses_json",
};

function toColumns(token: TokenRow): TokensTable {
	const { clientInfo } = token;
	return {
		id: token.id,
		user_id: token.userId,
		client_id: token.clientId ?? null,
		client_info_json:
			clientInfo === undefined ? null : JSON.stringify(clientInfo),
		description: token.description ?? null,
		created_at: token.createdAt,
		expires_at: token.expiresAt,
		last_uses_json: JSON.stringify(token.lastUses),
	};
}

function toRow(row: TokensTable): TokenRow {
	return {
		id: row.id,
		userId: row.user_id,
		clientId: row.client_id ?? undefined,
		clientInfo:
			row.client_info_json === null
				? undefined
				: parseJsonObject(row.client_info_json, "tokens.client_info"),
		description: row.description ?? undefined,
		createdAt: row.created_at,
		expiresAt: row.expires_at,
		lastUses: parseRecordOf(row.last_uses_json, "tokens.last_uses", isNumber),
	};
}
