import type { Clock } from "@xo/std";

/** Which database: `file` is made at the first start, with its folder; `url`
 *  is `postgresql://user:password@host:port/database`, which must exist. */
export type StoreLocation =
	| {
			readonly kind: "sqlite";
			readonly file: string;
			/** The worker's module, where a build does not put it beside the
			 *  bundle of the process as `sqlite-worker.mjs`. */
			readonly workerUrl?: URL | undefined;
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
