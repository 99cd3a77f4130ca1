export {
	STORE_ERROR_CODES,
	StoreError,
	type StoreErrorCode,
} from "./errors.ts";
export { openStore } from "./open-store.ts";
export type { StoreLocation, StoreLogger, StoreOptions } from "./options.ts";
export type {
	AclRepository,
	AclRow,
	GroupRepository,
	GroupRow,
	LogRepository,
	LogRow,
	PoolConnectionRepository,
	PoolConnectionRow,
	SettingRepository,
	Store,
	TaskRepository,
	TaskRow,
	TokenRepository,
	TokenRow,
	UserRepository,
	UserRow,
} from "./types.ts";
