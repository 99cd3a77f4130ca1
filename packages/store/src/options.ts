import type { Worker } from "node:worker_threads";
import type { Clock } from "@xo/std";

/** Which database: `file` is made at the first start, with its folder; `url`
 *  is `postgresql://user:password@host:port/database`, which must exist. */
export type StoreLocation =
	| {
			readonly kind: "sqlite";
			readonly file: string;
			/** The database thread (`sqlite-worker`), where it was started ahead
			 *  of the rest of the process. */
			readonly worker?: Worker | undefined;
	  }
	| { readonly kind: "postgres"; readonly url: string };

/** What the store says by itself; a pino logger fits. */
export interface StoreLogger {
	warn(details: object, message: string): void;
}

export interface StoreOptions {
	/** Made at the first start with mode 0600. Keep it apart from the database
	 *  and from its backups. */
	readonly keyFile: string;
	readonly logger?: StoreLogger | undefined;
	readonly clock?: Clock | undefined;
}
