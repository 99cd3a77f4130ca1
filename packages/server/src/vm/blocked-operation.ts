import type { VmOperations } from "@xo/xapi-wire";
import type { VmCall } from "./vm-call.ts";

/** Runs `work` with an operation unblocked, if it was blocked and the caller
 *  wants so; the block comes back afterwards, whatever happened. */
export async function withUnblocked<T>(
	call: VmCall,
	options: {
		readonly operation: VmOperations;
		readonly isBypassed: boolean | undefined;
	},
	work: () => Promise<T>,
): Promise<T> {
	const { vm, ref, xapi } = call;
	const reason = vm.blockedOperations[options.operation];
	if (!options.isBypassed || reason === undefined) return await work();
	await xapi.call("VM.remove_from_blocked_operations", ref, options.operation);
	try {
		return await work();
	} finally {
		await xapi
			.call("VM.add_to_blocked_operations", ref, options.operation, reason)
			.catch((error: unknown) => {
				call.task?.warn(
					`cannot block ${options.operation} again: ${String(error)}`,
				);
			});
	}
}
