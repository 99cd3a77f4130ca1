import { ApiError, invalidParameters, noSuchObject } from "@xo/contract";
import type { Store, UserRow } from "@xo/store";
import type { Caller } from "../api/caller.ts";
import { ifDuplicate } from "../api/map-store-error.ts";
import { requireUser } from "../api/require-user.ts";
import type { AuthenticationService } from "../auth/authentication-service.ts";
import type { CredentialCache } from "../auth/credential-cache.ts";
import { requireWithin } from "../auth/over-limit.ts";
import type { PasswordHasher } from "../auth/password.ts";

export interface UserChanges {
	readonly email?: string | undefined;
	readonly password?: string | undefined;
	readonly permission?: string | undefined;
	readonly preferences?: Readonly<Record<string, unknown>> | undefined;
}

export interface UserServiceDependencies {
	readonly store: Store;
	readonly hasher: PasswordHasher;
	readonly authentication: AuthenticationService;
	readonly credentialCache: CredentialCache;
	readonly limits: { readonly preferencesBytes: number };
	/** Rights may have changed; `userId` when one user alone. */
	readonly onRightsChanged: (userId: string) => void;
	readonly onUserDeleted: (userId: string) => void;
}

/** Local accounts. */
export class UserService {
	readonly #dependencies: UserServiceDependencies;

	constructor(dependencies: UserServiceDependencies) {
		this.#dependencies = dependencies;
	}

	get(id: string): UserRow {
		const user = this.#dependencies.store.users.find(id);
		if (user === undefined) throw noSuchObject(id, "user");
		return user;
	}

	/** Gives the id.
	 *  @throws ApiError `objectAlreadyExists` */
	async create(user: {
		readonly email: string;
		readonly password: string;
		readonly permission?: string | undefined;
	}): Promise<string> {
		const { store, hasher } = this.#dependencies;
		const existing = store.users.findByEmail(user.email);
		if (existing !== undefined) throw alreadyExists(user.email, existing.id);
		const passwordHash = await hasher.hash(user.password);
		const row = await store.users
			.create({
				email: user.email,
				permission: user.permission ?? "none",
				passwordHash,
				preferences: {},
				authProviders: {},
			})
			.catch(ifDuplicate(() => alreadyExists(user.email)));
		return row.id;
	}

	async set(id: string, changes: UserChanges, caller: Caller): Promise<void> {
		const { store, hasher } = this.#dependencies;
		checkMayChange(id, changes, caller);
		const user = this.get(id);
		const { password, preferences, ...fields } = changes;
		if (preferences !== undefined) this.#checkPreferences(preferences);
		const update: Partial<Omit<UserRow, "id">> = withoutUndefined(fields);
		await store.users
			.update(id, {
				...update,
				...(preferences === undefined
					? {}
					: { preferences: keepingOtp(user.preferences, preferences) }),
				...(password === undefined
					? {}
					: { passwordHash: await hasher.hash(password) }),
			})
			.catch(ifDuplicate(() => alreadyExists(changes.email ?? user.email)));
		this.#noteChange(id);
	}

	async changePassword(
		caller: Caller,
		passwords: { readonly oldPassword: string; readonly newPassword: string },
	): Promise<void> {
		const { store, hasher, authentication } = this.#dependencies;
		const user = requireUser(caller);
		const isRight = await authentication.isPasswordRight(user, {
			password: passwords.oldPassword,
			address: caller.address,
		});
		if (!isRight) throw new ApiError("invalidCredentials");
		const passwordHash = await hasher.hash(passwords.newPassword);
		await store.users.update(user.id, { passwordHash });
		this.#noteChange(user.id);
	}

	async delete(id: string, caller: Caller): Promise<void> {
		this.get(id);
		if (id === caller.user?.id) {
			throw invalidParameters("a user cannot delete itself");
		}
		await this.#dependencies.store.users.delete(id);
		this.#noteChange(id);
		this.#dependencies.onUserDeleted(id);
	}

	async removeAuthProvider(id: string, provider: string): Promise<void> {
		const user = this.get(id);
		const { [provider]: removed, ...authProviders } = user.authProviders;
		if (removed === undefined) throw noSuchObject(provider, "authProvider");
		await this.#dependencies.store.users.update(id, { authProviders });
		this.#noteChange(id);
	}

	#checkPreferences(preferences: Readonly<Record<string, unknown>>): void {
		requireWithin({
			operation: "set preferences",
			wanted: Buffer.byteLength(JSON.stringify(preferences)),
			limit: this.#dependencies.limits.preferencesBytes,
			unit: "bytes of preferences",
			key: "limits.preferencesBytes",
			hint: "store less",
		});
	}

	#noteChange(userId: string): void {
		this.#dependencies.credentialCache.drop(userId);
		this.#dependencies.onRightsChanged(userId);
	}
}

/** Before the user is looked up: who may not change it learns nothing. */
function checkMayChange(
	id: string,
	changes: UserChanges,
	caller: Caller,
): void {
	const isSelf = caller.user?.id === id;
	if (caller.isAdmin) {
		if (isSelf && changes.permission !== undefined) {
			throw invalidParameters("a user cannot change its own permission");
		}
		return;
	}
	const { preferences, ...others } = changes;
	const isMore = Object.values(others).some((value) => value !== undefined);
	if (!isSelf || isMore) {
		throw invalidParameters(
			"this properties can only changed by an administrator",
		);
	}
}

/** Clients send back what they were given, where the secret is hidden. */
function keepingOtp(
	before: UserRow["preferences"],
	after: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
	if (after.otp !== "* obfuscated *") return after;
	const { otp, ...rest } = after;
	return before.otp === undefined ? rest : { ...rest, otp: before.otp };
}

function alreadyExists(email: string, objectId?: string): ApiError {
	return new ApiError("objectAlreadyExists", {
		message: `the user ${email} already exists`,
		data: { objectId, objectType: "user" },
	});
}

function withoutUndefined<T extends Record<string, unknown>>(
	fields: T,
): Partial<T> {
	return Object.fromEntries(
		Object.entries(fields).filter(([, value]) => value !== undefined),
	) as Partial<T>;
}
