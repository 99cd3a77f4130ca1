/** All that the daemon keeps. Reads of users, groups, tokens and ACLs come
 *  from memory and are synchronous; a write resolves once it is durable. */
export interface Store extends AsyncDisposable {
	readonly users: UserRepository;
	readonly groups: GroupRepository;
	readonly tokens: TokenRepository;
	readonly acls: AclRepository;
	readonly poolConnections: PoolConnectionRepository;
	readonly settings: SettingRepository;
	readonly tasks: TaskRepository;
	readonly logs: LogRepository;
	/** A secret of 43 characters that only the key file gives for this label:
	 *  for tokens that must be given again though only their hash is kept. */
	deriveSecret(label: string): string;
	/** The database's own check; rejects with a StoreError saying what is
	 *  wrong (read-only, full, unreachable, corrupt). */
	checkHealth(): Promise<void>;
}

/** An account, local or of an external provider. */
export interface UserRow {
	readonly id: string;
	/** Login; unique without regard to case. */
	readonly email: string;
	readonly permission: string;
	/** Argon2id hash; absent for accounts of external providers. */
	readonly passwordHash: string | undefined;
	/** JSON object; `otp` (TOTP secret) is encrypted at rest. */
	readonly preferences: Readonly<Record<string, unknown>>;
	readonly authProviders: Readonly<Record<string, string>>;
}

/** Accounts. In updates, here and below, a key whose value is `undefined`
 *  clears a field that is optional and leaves any other alone. */
export interface UserRepository {
	/** @throws StoreError `duplicate` */
	create(user: Omit<UserRow, "id"> & { id?: string }): Promise<UserRow>;
	find(id: string): UserRow | undefined;
	findByEmail(email: string): UserRow | undefined;
	list(): readonly UserRow[];
	/** @throws StoreError `not-found`, `duplicate` */
	update(id: string, fields: Partial<Omit<UserRow, "id">>): Promise<UserRow>;
	/** Takes the user's tokens, memberships and ACLs with it. */
	delete(id: string): Promise<boolean>;
}

/** A group of users; its name is unique. */
export interface GroupRow {
	readonly id: string;
	readonly name: string;
	readonly provider: string | undefined;
	readonly providerGroupId: string | undefined;
	/** Ids of users. */
	readonly users: readonly string[];
}

/** Groups and their members. Adding a member twice, or removing what is
 *  none, is no error.
 *  @throws StoreError `not-found` for an unknown group or user, `duplicate`
 *  for a taken name */
export interface GroupRepository {
	create(group: Omit<GroupRow, "id" | "users">): Promise<GroupRow>;
	find(id: string): GroupRow | undefined;
	findByName(name: string): GroupRow | undefined;
	list(): readonly GroupRow[];
	/** Ids of the groups of a user. */
	listOfUser(userId: string): readonly string[];
	rename(id: string, name: string): Promise<GroupRow>;
	setUsers(id: string, userIds: readonly string[]): Promise<void>;
	addUser(id: string, userId: string): Promise<void>;
	removeUser(id: string, userId: string): Promise<void>;
	delete(id: string): Promise<boolean>;
}

/** Only the SHA-256 of a token's secret is kept: `id` is that hash, in hex. */
export interface TokenRow {
	readonly id: string;
	readonly userId: string;
	readonly clientId: string | undefined;
	readonly clientInfo: Readonly<Record<string, unknown>> | undefined;
	readonly description: string | undefined;
	/** Milliseconds since the epoch. */
	readonly createdAt: number;
	readonly expiresAt: number;
	/** Address -> milliseconds; at most 10. */
	readonly lastUses: Readonly<Record<string, number>>;
}

/** Authentication tokens, by the hash of their secret.
 *  @throws StoreError `not-found`, `duplicate` */
export interface TokenRepository {
	create(token: TokenRow): Promise<void>;
	find(id: string): TokenRow | undefined;
	listOfUser(userId: string): readonly TokenRow[];
	list(): readonly TokenRow[];
	update(
		id: string,
		fields: Partial<Omit<TokenRow, "id" | "userId">>,
	): Promise<void>;
	/** Noted in memory, written within 5 s and at the end. */
	recordUse(id: string, address: string, at: number): void;
	delete(ids: readonly string[]): Promise<void>;
	deleteExpired(now: number): Promise<number>;
	/** Hears of each token once it is deleted, with its user too; one listener. */
	onGone(listener: (id: string) => void): void;
}

/** A role of a user or group on an object; the three are unique together. */
export interface AclRow {
	readonly id: string;
	readonly subject: string;
	readonly object: string;
	/** Role: viewer, operator or admin. */
	readonly action: string;
}

/** ACLs; subjects and objects need not exist. */
export interface AclRepository {
	/** Idempotent. */
	add(acl: Omit<AclRow, "id">): Promise<AclRow>;
	remove(acl: Omit<AclRow, "id">): Promise<boolean>;
	list(): readonly AclRow[];
	listOfSubjects(subjects: Iterable<string>): readonly AclRow[];
}

/** Our link to a pool; its host is unique. */
export interface PoolConnectionRow {
	readonly id: string;
	readonly host: string;
	readonly label: string | undefined;
	readonly username: string;
	/** In clear here, encrypted at rest. */
	readonly password: string;
	readonly allowUnauthorized: boolean;
	readonly enabled: boolean;
	readonly readOnly: boolean;
	readonly httpProxy: string | undefined;
	/** SHA-256 fingerprints that were confirmed: host address -> `AA:BB:…`. */
	readonly fingerprints: Readonly<Record<string, string>>;
	/** Last error, as given to clients. */
	readonly error: Readonly<Record<string, unknown>> | undefined;
	readonly lastConnectedAt: number | undefined;
}

/** Links to pools.
 *  @throws StoreError `not-found`, `duplicate` for a known host */
export interface PoolConnectionRepository {
	create(row: Omit<PoolConnectionRow, "id">): Promise<PoolConnectionRow>;
	find(id: string): PoolConnectionRow | undefined;
	findByHost(host: string): PoolConnectionRow | undefined;
	list(): readonly PoolConnectionRow[];
	update(
		id: string,
		fields: Partial<Omit<PoolConnectionRow, "id">>,
	): Promise<PoolConnectionRow>;
	delete(id: string): Promise<boolean>;
}

/** Small JSON values by name: tag colours (`tag:<name>`), instance id… */
export interface SettingRepository {
	get(key: string): unknown;
	list(prefix: string): ReadonlyMap<string, unknown>;
	/** `undefined` deletes. */
	set(key: string, value: unknown): Promise<void>;
}

/** An XO task as clients see it (see contract's `Task`), whole. */
export interface TaskRow {
	readonly id: string;
	readonly status: "pending" | "success" | "failure" | "interrupted";
	readonly userId: string | undefined;
	readonly objectId: string | undefined;
	readonly startedAt: number;
	readonly endedAt: number | undefined;
	readonly body: Readonly<Record<string, unknown>>;
}

/** XO tasks, newest first. Where `body` repeats a column, the column is what
 *  counts: only that is changed by `interruptPending`. */
export interface TaskRepository {
	put(row: TaskRow): Promise<void>;
	get(id: string): Promise<TaskRow | undefined>;
	list(options: { readonly limit: number }): Promise<TaskRow[]>;
	delete(id: string): Promise<boolean>;
	deleteAll(): Promise<void>;
	/** At start: what was pending is now `interrupted`. Gives how many. */
	interruptPending(now: number): Promise<number>;
	/** Keeps the newest `keep` ended rows. */
	prune(keep: number): Promise<number>;
}

/** An entry of a log. */
export interface LogRow {
	/** Sortable: milliseconds, then a counter. */
	readonly id: string;
	readonly namespace: string;
	readonly level: string;
	readonly message: string;
	readonly at: number;
	readonly data: Readonly<Record<string, unknown>>;
}

/** Logs, newest first. */
export interface LogRepository {
	append(row: Omit<LogRow, "id">): Promise<string>;
	list(options: {
		readonly namespace?: string;
		readonly limit: number;
	}): Promise<LogRow[]>;
	/** Entries of other namespaces stay. */
	delete(entries: {
		readonly namespace: string;
		readonly ids: readonly string[];
	}): Promise<void>;
	/** Keeps the newest `keep` rows. Gives how many it deleted. */
	prune(keep: number): Promise<number>;
}
