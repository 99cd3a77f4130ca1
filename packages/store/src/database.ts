/** The tables as kysely types. Times are milliseconds, booleans 0 or 1, and
 *  the columns that end in `_json` hold JSON text. */
export interface Database {
	meta: { key: string; value: string };
	users: UsersTable;
	groups: GroupsTable;
	group_users: { group_id: string; user_id: string };
	tokens: TokensTable;
	acls: { id: string; subject: string; object: string; action: string };
	pool_connections: PoolConnectionsTable;
	settings: { key: string; value_json: string };
	tasks: TasksTable;
	logs: LogsTable;
}

export interface UsersTable {
	id: string;
	email: string;
	/** `email` in lower case: what is unique. */
	login: string;
	permission: string;
	password_hash: string | null;
	preferences_json: string;
	auth_providers_json: string;
}

export interface GroupsTable {
	id: string;
	name: string;
	provider: string | null;
	provider_group_id: string | null;
}

export interface TokensTable {
	id: string;
	user_id: string;
	client_id: string | null;
	client_info_json: string | null;
	description: string | null;
	created_at: number;
	expires_at: number;
	last_uses_json: string;
}

export interface PoolConnectionsTable {
	id: string;
	host: string;
	label: string | null;
	username: string;
	/** Encrypted. */
	password: string;
	allow_unauthorized: number;
	enabled: number;
	read_only: number;
	/** Encrypted: it may hold credentials. */
	http_proxy: string | null;
	fingerprints_json: string;
	error_json: string | null;
	last_connected_at: number | null;
}

export interface TasksTable {
	id: string;
	status: string;
	user_id: string | null;
	object_id: string | null;
	started_at: number;
	ended_at: number | null;
	body_json: string;
}

export interface LogsTable {
	id: string;
	namespace: string;
	level: string;
	message: string;
	at: number;
	data_json: string;
}
