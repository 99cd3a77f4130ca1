import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { chownSync, existsSync, readdirSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

const VERSIONS_DIR = "/usr/lib/postgresql";
const UNPRIVILEGED = ["postgres", "nobody"];
const READY = "database system is ready to accept connections";
const START_TIMEOUT_MS = 30_000;
/** Only tests live in these databases: speed before durability. */
const SETTINGS = [
	"listen_addresses=",
	"fsync=off",
	"full_page_writes=off",
	"max_connections=50",
].flatMap((setting) => ["-c", setting]);

function findBinaries(): string {
	const versions = existsSync(VERSIONS_DIR) ? readdirSync(VERSIONS_DIR) : [];
	const newest = versions.sort((a, b) => Number(b) - Number(a))[0];
	if (newest !== undefined) return path.join(VERSIONS_DIR, newest, "bin");
	throw new Error(
		`no PostgreSQL in ${VERSIONS_DIR}: apt-get install postgresql`,
	);
}

interface Account {
	readonly uid: number;
	readonly gid: number;
}

/** PostgreSQL refuses to run as root, so root lends it another account. */
function findAccount(): Account | undefined {
	if (process.getuid?.() !== 0) return undefined;
	const accounts = readFileSync("/etc/passwd", "utf8").split("\n");
	for (const name of UNPRIVILEGED) {
		const line = accounts.find((account) => account.startsWith(`${name}:`));
		if (line === undefined) continue;
		const [, , uid, gid] = line.split(":");
		return { uid: Number(uid), gid: Number(gid) };
	}
	throw new Error(`no account of ${UNPRIVILEGED.join(", ")} to run as`);
}

/** A PostgreSQL server of our own, on a Unix socket in a temporary folder. */
export class TestPostgres implements AsyncDisposable {
	/** Where its files are. */
	readonly folder: string;
	readonly #binaries: string;
	readonly #account: Account | undefined;
	#server: ChildProcess | undefined;
	#databases = 0;

	/** Use {@link startPostgres}. */
	constructor(options: {
		readonly folder: string;
		readonly binaries: string;
		readonly account: Account | undefined;
	}) {
		this.folder = options.folder;
		this.#binaries = options.binaries;
		this.#account = options.account;
	}

	/** Makes an empty database and gives its URL. */
	async createDatabase(): Promise<string> {
		const name = `test${++this.#databases}`;
		await this.#run("createdb", ["-h", this.folder, "-U", "postgres", name]);
		return `postgresql:///${name}?host=${this.folder}&user=postgres`;
	}

	async initialize(): Promise<void> {
		const options = ["-A", "trust", "-U", "postgres", "--no-sync"];
		const locale = ["-E", "UTF8", "--locale=C.UTF-8"];
		await this.#run("initdb", [...options, ...locale, "-D", this.#dataFolder]);
	}

	/** Starts it (again); resolves once it takes connections. */
	async start(): Promise<void> {
		const server = spawn(
			path.join(this.#binaries, "postgres"),
			["-D", this.#dataFolder, "-k", this.folder, ...SETTINGS],
			{ ...this.#account, stdio: ["ignore", "ignore", "pipe"] },
		);
		this.#server = server;
		let output = "";
		await new Promise<void>((resolve, reject) => {
			const fail = () => reject(new Error(`PostgreSQL: ${output}`));
			const timer = setTimeout(fail, START_TIMEOUT_MS);
			server.once("exit", fail);
			server.once("error", reject);
			server.stderr.on("data", (chunk: Buffer) => {
				output = (output + chunk.toString()).slice(-10_000);
				if (!output.includes(READY)) return;
				clearTimeout(timer);
				server.off("exit", fail);
				resolve();
			});
		});
	}

	/** Stops it at once, as a crash would; its databases stay. */
	async stop(): Promise<void> {
		const server = this.#server;
		this.#server = undefined;
		if (server === undefined || server.exitCode !== null) return;
		const exit = once(server, "exit");
		server.kill("SIGQUIT");
		await exit;
	}

	async [Symbol.asyncDispose](): Promise<void> {
		await this.stop();
		await rm(this.folder, { recursive: true, force: true });
	}

	get #dataFolder(): string {
		return path.join(this.folder, "data");
	}

	async #run(program: string, options: readonly string[]): Promise<void> {
		await run(path.join(this.#binaries, program), options, {
			...this.#account,
			cwd: this.folder,
		});
	}
}

/** Starts a PostgreSQL server for tests, without network and without
 *  durability; takes about 2 s. Dispose it to stop it and remove its files.
 *  @throws Error naming the package to install, where there is none */
export async function startPostgres(): Promise<TestPostgres> {
	const binaries = findBinaries();
	const account = findAccount();
	const folder = await mkdtemp(path.join(tmpdir(), "xo-postgres-"));
	if (account !== undefined) chownSync(folder, account.uid, account.gid);
	const postgres = new TestPostgres({ folder, binaries, account });
	try {
		await postgres.initialize();
		await postgres.start();
		return postgres;
	} catch (error) {
		await postgres[Symbol.asyncDispose]();
		throw error;
	}
}
