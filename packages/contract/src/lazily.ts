import type { z } from "zod";

/** Made at the first call and kept. The contract has thousands of schemas,
 *  and a process that starts needs none of them. */
export function lazily<T extends object>(make: () => T): () => T {
	let made: T | undefined;
	return () => {
		made ??= make();
		return made;
	};
}

/** What a schema made `lazily` parses to. */
export type Inferred<S extends () => z.ZodType> = z.infer<ReturnType<S>>;
