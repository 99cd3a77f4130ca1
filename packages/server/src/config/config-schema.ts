import { z } from "zod";

const logLevels = ["trace", "debug", "info", "warn", "error"] as const;

const nonEmpty = z.string().min(1, { error: "must not be empty" });

/** `host:port`; port 0 takes a free one. */
const listen = z
	.string()
	.regex(/^(\[[0-9a-fA-F:]+\]|[^:\s]+):\d{1,5}$/, {
		abort: true,
		error: 'must be "host:port", as in "127.0.0.1:80" or "[::]:443"',
	})
	.refine((text) => Number(text.slice(text.lastIndexOf(":") + 1)) <= 65_535, {
		error: "the port must be at most 65535",
	});

/** The configuration file, whole, with its defaults. */
export const configSchema = z.strictObject({
	/** Where the database and the key file of a default installation are. */
	dataDir: nonEmpty.default("/var/lib/xo-server"),
	/** 0600; by default beside the configuration file, never beside the
	 *  database. */
	keyFile: nonEmpty.optional(),
	database: z
		.strictObject({
			/** `postgres://user@host/name`; absent: SQLite in `dataDir`. */
			url: z
				.string()
				.regex(/^postgres(ql)?:\/\//, { error: "must begin with postgres://" })
				.optional(),
		})
		.prefault({}),
	http: z
		.strictObject({
			listen: listen.default("127.0.0.1:8080"),
			/** Plain HTTP that leads to HTTPS, as in `0.0.0.0:80`. */
			redirectFrom: listen.optional(),
			/** Names that browsers use for this server, besides IP addresses and
			 *  localhost. */
			hostNames: z.array(nonEmpty.toLowerCase()).default([]),
			trustProxy: z.union([z.boolean(), z.array(z.string())]).default(false),
			https: z
				.strictObject({
					/** PEM files; both or none (then a certificate is made). */
					cert: nonEmpty.optional(),
					key: nonEmpty.optional(),
				})
				.refine(
					({ cert, key }) => (cert === undefined) === (key === undefined),
					{
						error: "cert and key go together",
					},
				)
				.optional(),
		})
		.refine(
			({ redirectFrom, https }) =>
				redirectFrom === undefined || https !== undefined,
			{ error: "needs http.https", path: ["redirectFrom"] },
		)
		.prefault({}),
	authentication: z
		.strictObject({
			/** In characters; for new passwords. */
			minPasswordLength: z.int().min(1).max(128).default(8),
		})
		.prefault({}),
	/** What one user may store. */
	limits: z
		.strictObject({
			tokensPerUser: z.int().min(1).max(100_000).default(1_000),
			/** Descriptions and what clients tell of themselves. */
			tokenBytesPerUser: z.int().min(1_024).default(1_048_576),
			/** As JSON. */
			preferencesBytes: z.int().min(1_024).default(262_144),
		})
		.prefault({}),
	pools: z
		.strictObject({
			/** PEM file of the authorities that sign the pools' certificates. */
			ca: nonEmpty.optional(),
		})
		.prefault({}),
	log: z
		.strictObject({
			level: z.enum(logLevels).default("info"),
			format: z.enum(["json", "pretty"]).default("json"),
		})
		.prefault({}),
});

export type ServerConfig = z.output<typeof configSchema>;
export type PartialConfig = z.input<typeof configSchema>;
