import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import {
	createLogger,
	loadConfig,
	type PartialConfig,
	type RunningServer,
	startServer,
} from "@xo/server";

/** The administrator of every test server. */
export const TEST_ADMIN = {
	email: "admin@example.org",
	password: "correct horse",
} as const;

export interface TestServerOptions {
	readonly config?: PartialConfig;
	/** Keeps its data in this folder instead of one of its own. */
	readonly dataDir?: string;
}

export interface TestServer extends RunningServer {
	readonly dataDir: string;
	readonly adminId: string;
	/** A request with the administrator's Basic credential. */
	fetch(path: string, init?: RequestInit): Promise<Response>;
	/** Connects a pool and waits for its objects. Gives the connection's id. */
	connect(pool: TestPoolAddress): Promise<string>;
}

/** What is needed to connect a simulated pool. */
export interface TestPoolAddress {
	readonly url: string;
	readonly username: string;
	readonly password: string;
	readonly fingerprint?: string | undefined;
}

/** A whole daemon in this process, on a free loopback port. */
export async function startTestServer(
	options: TestServerOptions = {},
): Promise<TestServer> {
	const folder =
		options.dataDir ?? (await mkdtemp(path.join(tmpdir(), "xo-test-")));
	const config = loadConfig({
		overrides: {
			...options.config,
			dataDir: path.join(folder, "data"),
			http: { listen: "127.0.0.1:0", ...options.config?.http },
			log: { level: "error", ...options.config?.log },
		},
	});
	const server = await startServer({
		config,
		keyFile: path.join(folder, "config", "test.key"),
		logger: createLogger(config.log),
	});
	const { context } = server;
	const adminId =
		context.store.users.findByEmail(TEST_ADMIN.email)?.id ??
		(await context.users.create({ ...TEST_ADMIN, permission: "admin" }));
	return {
		...server,
		dataDir: config.dataDir,
		adminId,
		fetch: (target, init) =>
			fetch(`${server.url}${target}`, {
				...init,
				headers: { authorization: basicOf(TEST_ADMIN), ...init?.headers },
			}),
		connect: (pool) => connectPool(server, pool),
		[Symbol.asyncDispose]: async () => {
			await server[Symbol.asyncDispose]();
			if (options.dataDir === undefined) {
				await rm(folder, { recursive: true, force: true });
			}
		},
	};
}

/** The value of a Basic `Authorization` header. */
export function basicOf(user: { email: string; password: string }): string {
	const credential = `${user.email}:${user.password}`;
	return `Basic ${Buffer.from(credential).toString("base64")}`;
}

async function connectPool(
	{ context }: RunningServer,
	pool: TestPoolAddress,
): Promise<string> {
	const url = new URL(pool.url);
	const row = await context.store.poolConnections.create({
		host: url.protocol === "http:" ? url.origin : url.host,
		label: undefined,
		username: pool.username,
		password: pool.password,
		allowUnauthorized: pool.fingerprint === undefined,
		enabled: true,
		readOnly: false,
		httpProxy: undefined,
		fingerprints:
			pool.fingerprint === undefined
				? {}
				: { [url.hostname]: pool.fingerprint },
		error: undefined,
		lastConnectedAt: undefined,
	});
	await context.pools.enableAndLoad(row.id);
	return row.id;
}
