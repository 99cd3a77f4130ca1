export { readConsoleText } from "./console/screen/read-text.ts";
export type { SubjectAccount } from "./core/accounts.ts";
export type {
	Database,
	DbChange,
	DbRecord,
	FieldValue,
	Pool,
	Ref,
} from "./core/types.ts";
export { XapiFailure } from "./core/types.ts";
export {
	type ActivityOptions,
	startActivity,
} from "./sources/activity.ts";
export { dumpSource } from "./sources/dump.ts";
export { DumpError } from "./sources/dump-error.ts";
export { readDump } from "./sources/dump-file.ts";
export { recordsSource } from "./sources/records.ts";
export { type SeedOptions, seedSource } from "./sources/seed.ts";
export type { Faults } from "./wire/faults.ts";
export {
	type RunningPool,
	type SimulatedPoolOptions,
	startSimulatedPool,
} from "./wire/start.ts";
