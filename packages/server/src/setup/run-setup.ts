import { type ContextOptions, createContext } from "../create-context.ts";
import { type Administrator, SetupService } from "./setup-service.ts";

/** Makes the first administrator while the daemon is stopped.
 *  @throws ApiError `incorrectState` when there is a user, `invalidParameters`
 *  @throws StoreError `locked` when the daemon runs */
export async function runSetup(
	options: ContextOptions,
	administrator: Administrator,
): Promise<void> {
	const { context, close } = await createContext(options);
	try {
		await new SetupService(context).complete(administrator);
	} finally {
		await close();
	}
}
