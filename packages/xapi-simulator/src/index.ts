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
export type { Faults } from "./wire/faults.ts";
export {
	type RunningPool,
	type SimulatedPoolOptions,
	startSimulatedPool,
} from "./wire/start.ts";
