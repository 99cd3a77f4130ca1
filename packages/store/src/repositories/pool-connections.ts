import { randomUUID } from "node:crypto";
import type { StoreContext } from "../context.ts";
import type { PoolConnectionsTable } from "../database.ts";
import { notFound } from "../errors.ts";
import { isString, parseJsonObject, parseRecordOf } from "../json.ts";
import type { SecretBox } from "../secrets/secret-box.ts";
import type { PoolConnectionRepository, PoolConnectionRow } from "../types.ts";
import { changedColumns, changesOf } from "./changes.ts";

type ChangeableField = keyof Omit<PoolConnectionRow, "id">;

const OPTIONAL = ["label", "httpProxy", "error", "lastConnectedAt"] as const;
const COLUMN_OF: Readonly<Record<ChangeableField, keyof PoolConnectionsTable>> =
	{
		host: "host",
		label: "label",
		username: "username",
		password: "password",
		allowUnauthorized: "allow_unauthorized",
		enabled: "enabled",
		readOnly: "read_only",
		httpProxy: "http_proxy",
		fingerprints: "fingerprints_json",
		error: "error_json",
		lastConnectedAt: "last_connected_at",
	};

function secretPlace(column: "password" | "http_proxy", id: string) {
	return { table: "pool_connections", column, id };
}

export class PoolConnections implements PoolConnectionRepository {
	readonly #context: StoreContext;
	readonly #byId = new Map<string, PoolConnectionRow>();
	readonly #byHost = new Map<string, PoolConnectionRow>();

	constructor(context: StoreContext) {
		this.#context = context;
	}

	async load(): Promise<void> {
		const { db, secrets } = this.#context;
		const rows = await db.selectFrom("pool_connections").selectAll().execute();
		this.#byId.clear();
		this.#byHost.clear();
		for (const row of rows) this.#remember(toRow(row, secrets));
	}

	create(fields: Omit<PoolConnectionRow, "id">): Promise<PoolConnectionRow> {
		const row = { id: randomUUID(), ...fields };
		const query = this.#context.db
			.insertInto("pool_connections")
			.values(toColumns(row, this.#context.secrets));
		return this.#context.write([query], () => this.#remember(row));
	}

	find(id: string): PoolConnectionRow | undefined {
		return this.#byId.get(id);
	}

	findByHost(host: string): PoolConnectionRow | undefined {
		return this.#byHost.get(host);
	}

	list(): readonly PoolConnectionRow[] {
		return [...this.#byId.values()];
	}

	async update(
		id: string,
		fields: Partial<Omit<PoolConnectionRow, "id">>,
	): Promise<PoolConnectionRow> {
		const current = this.#get(id);
		const changes = changesOf<PoolConnectionRow>(fields, OPTIONAL);
		const row = toColumns({ ...current, ...changes }, this.#context.secrets);
		const columns = changedColumns(changes, COLUMN_OF, row);
		if (Object.keys(columns).length === 0) return current;
		const query = this.#context.db
			.updateTable("pool_connections")
			.set(columns)
			.where("id", "=", id);
		return this.#context.write([query], () =>
			this.#remember({ ...this.#get(id), ...changes }),
		);
	}

	delete(id: string): Promise<boolean> {
		const query = this.#context.db
			.deleteFrom("pool_connections")
			.where("id", "=", id);
		return this.#context.write([query], ([result]) => {
			this.#forget(id);
			return result?.changes === 1;
		});
	}

	#get(id: string): PoolConnectionRow {
		const row = this.#byId.get(id);
		if (row === undefined) throw notFound("pool connection", id);
		return row;
	}

	#remember(row: PoolConnectionRow): PoolConnectionRow {
		this.#forget(row.id);
		this.#byId.set(row.id, row);
		this.#byHost.set(row.host, row);
		return row;
	}

	#forget(id: string): void {
		const row = this.#byId.get(id);
		if (row === undefined) return;
		this.#byId.delete(id);
		this.#byHost.delete(row.host);
	}
}

function toColumns(
	row: PoolConnectionRow,
	secrets: SecretBox,
): PoolConnectionsTable {
	const { id, httpProxy, error } = row;
	return {
		id,
		host: row.host,
		label: row.label ?? null,
		username: row.username,
		password: secrets.seal(secretPlace("password", id), row.password),
		allow_unauthorized: Number(row.allowUnauthorized),
		enabled: Number(row.enabled),
		read_only: Number(row.readOnly),
		http_proxy:
			httpProxy === undefined
				? null
				: secrets.seal(secretPlace("http_proxy", id), httpProxy),
		fingerprints_json: JSON.stringify(row.fingerprints),
		error_json: error === undefined ? null : JSON.stringify(error),
		last_connected_at: row.lastConnectedAt ?? null,
	};
}

function toRow(
	row: PoolConnectionsTable,
	secrets: SecretBox,
): PoolConnectionRow {
	const { id, http_proxy, error_json } = row;
	return {
		id,
		host: row.host,
		label: row.label ?? undefined,
		username: row.username,
		password: secrets.open(secretPlace("password", id), row.password),
		allowUnauthorized: row.allow_unauthorized === 1,
		enabled: row.enabled === 1,
		readOnly: row.read_only === 1,
		httpProxy:
			http_proxy === null
				? undefined
				: secrets.open(secretPlace("http_proxy", id), http_proxy),
		fingerprints: parseRecordOf(
			row.fingerprints_json,
			"pool_connections.fingerprints",
			isString,
		),
		error:
			error_json === null
				? undefined
				: parseJsonObject(error_json, "pool_connections.error"),
		lastConnectedAt: row.last_connected_at ?? undefined,
	};
}
