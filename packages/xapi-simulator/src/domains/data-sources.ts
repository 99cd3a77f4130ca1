import type { HandlerTable, Ref } from "../core/types.ts";
import {
	listDataSources,
	queryDataSource,
	recordDataSource,
} from "../rrd/data-source-calls.ts";
import { withOperation } from "./operations.ts";

function handlersOf(className: "host" | "VM" | "SR"): HandlerTable {
	return {
		[`${className}.get_data_sources`]: ({ pool }, ref: Ref) =>
			listDataSources(pool, className, ref),
		[`${className}.query_data_source`]: ({ pool }, ref: Ref, name: string) =>
			queryDataSource(pool, { className, ref }, name),
		[`${className}.record_data_source`]: ({ pool }, ref: Ref, name: string) => {
			recordDataSource(pool, { className, ref }, { name, isRecorded: true });
			return undefined;
		},
		[`${className}.forget_data_source_archives`]: (
			{ pool },
			ref: Ref,
			name: string,
		) => {
			recordDataSource(pool, { className, ref }, { name, isRecorded: false });
			return undefined;
		},
	};
}

const vmHandlers = handlersOf("VM");

/** A VM must be running for its data sources to be touched. */
const guardedVmHandlers: HandlerTable = Object.fromEntries(
	Object.entries(vmHandlers).map(([name, handler]) => [
		name,
		(context, vm: Ref, ...rest: unknown[]) =>
			withOperation(
				context,
				{ className: "VM", ref: vm, operation: "data_source_op" },
				() => handler(context, vm, ...rest),
			),
	]),
);

export const dataSourceHandlers: HandlerTable = {
	...handlersOf("host"),
	...handlersOf("SR"),
	...guardedVmHandlers,
};
