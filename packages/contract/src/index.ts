export { consoleCloseCodes } from "./console.ts";
export {
	ApiError,
	type ApiErrorName,
	apiErrors,
	invalidParameters,
	noSuchObject,
	unauthorized,
} from "./errors.ts";
export * from "./live-query.ts";
export {
	liveQuerySchema,
	liveQueryUpdateSchema,
	queryLimits,
} from "./live-query-schema.ts";
export * from "./objects/index.ts";
export type {
	Access,
	ObjectPermission,
	ObjectRule,
	Operation,
	RestInput,
	RestMethod,
	RestRoute,
} from "./operation.ts";
export {
	type OperationName,
	operations,
	type ParamsOf,
	type ParsedParamsOf,
	type ResultOf,
} from "./operations/index.ts";
export {
	type MissingPatch,
	missingPatchesSchema,
} from "./operations/patches.ts";
export type { StatsGranularity } from "./operations/stats.ts";
