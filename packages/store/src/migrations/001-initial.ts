import type { Migration } from "./migration.ts";

export const initial: Migration = {
	number: 1,
	name: "initial",
	statements: ({ integer, strict }) => [
		`CREATE TABLE meta (
			key TEXT PRIMARY KEY,
			value TEXT NOT NULL
		) ${strict}`,
		`CREATE TABLE users (
			id TEXT PRIMARY KEY,
			email TEXT NOT NULL,
			login TEXT NOT NULL UNIQUE,
			permission TEXT NOT NULL,
			password_hash TEXT,
			preferences_json TEXT NOT NULL,
			auth_providers_json TEXT NOT NULL
		) ${strict}`,
		`CREATE TABLE groups (
			id TEXT PRIMARY KEY,
			name TEXT NOT NULL UNIQUE,
			provider TEXT,
			provider_group_id TEXT
		) ${strict}`,
		`CREATE TABLE group_users (
			group_id TEXT NOT NULL REFERENCES groups ON DELETE CASCADE,
			user_id TEXT NOT NULL REFERENCES users ON DELETE CASCADE,
			PRIMARY KEY (group_id, user_id)
		) ${strict}`,
		"CREATE INDEX group_users_by_user ON group_users (user_id)",
		`CREATE TABLE tokens (
			id TEXT PRIMARY KEY,
			user_id TEXT NOT NULL REFERENCES users ON DELETE CASCADE,
			client_id TEXT,
			client_info_json TEXT,
			description TEXT,
			created_at ${integer} NOT NULL,
			expires_at ${integer} NOT NULL,
			last_uses_json TEXT NOT NULL
		) ${strict}`,
		"CREATE INDEX tokens_by_user ON tokens (user_id)",
		`CREATE TABLE acls (
			id TEXT PRIMARY KEY,
			subject TEXT NOT NULL,
			object TEXT NOT NULL,
			action TEXT NOT NULL,
			UNIQUE (subject, object, action)
		) ${strict}`,
		`CREATE TABLE pool_connections (
			id TEXT PRIMARY KEY,
			host TEXT NOT NULL UNIQUE,
			label TEXT,
			username TEXT NOT NULL,
			password TEXT NOT NULL,
			allow_unauthorized ${integer} NOT NULL,
			enabled ${integer} NOT NULL,
			read_only ${integer} NOT NULL,
			http_proxy TEXT,
			fingerprints_json TEXT NOT NULL,
			error_json TEXT,
			last_connected_at ${integer}
		) ${strict}`,
		`CREATE TABLE settings (
			key TEXT PRIMARY KEY,
			value_json TEXT NOT NULL
		) ${strict}`,
		`CREATE TABLE tasks (
			id TEXT PRIMARY KEY,
			status TEXT NOT NULL,
			user_id TEXT,
			object_id TEXT,
			started_at ${integer} NOT NULL,
			ended_at ${integer},
			body_json TEXT NOT NULL
		) ${strict}`,
		"CREATE INDEX tasks_by_start ON tasks (started_at, id)",
		`CREATE TABLE logs (
			id TEXT PRIMARY KEY,
			namespace TEXT NOT NULL,
			level TEXT NOT NULL,
			message TEXT NOT NULL,
			at ${integer} NOT NULL,
			data_json TEXT NOT NULL
		) ${strict}`,
		"CREATE INDEX logs_by_namespace ON logs (namespace, id)",
	],
};
