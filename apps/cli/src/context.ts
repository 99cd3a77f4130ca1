import type { Credentials, XoClient } from "@xo/client";
import { cacheFolder, configPath, readConfig } from "./config.ts";
import type { Format, Screen } from "./output/format.ts";
import { sanitizeText } from "./output/sanitize.ts";
import {
	type ConnectionOptions,
	resolveTarget,
	type Target,
} from "./target.ts";

export type Env = Readonly<Record<string, string | undefined>>;

interface ContextOptions {
	readonly process: NodeJS.Process;
	readonly connection: ConnectionOptions;
	readonly screen: Screen;
	readonly format?: Format | undefined;
}

/** What commands need of the world. */
export class Context {
	readonly process: NodeJS.Process;
	readonly connection: ConnectionOptions;
	readonly screen: Screen;
	/** Asked for before the command; those behind it come first. */
	readonly format: Format | undefined;

	constructor({ process, connection, screen, format }: ContextOptions) {
		this.process = process;
		this.connection = connection;
		this.screen = screen;
		this.format = format;
	}

	get env(): Env {
		return this.process.env;
	}

	get configFile(): string {
		return configPath(this.env);
	}

	get cacheFolder(): string {
		return cacheFolder(this.env);
	}

	async target(): Promise<Target> {
		const { url } = this.connection;
		const config = url === undefined ? await readConfig(this.configFile) : {};
		return resolveTarget(config, this.connection);
	}

	/** A line for the person, beside the output. */
	say(text: string): void {
		this.process.stderr.write(`${sanitizeText(text)}\n`);
	}

	/** A signed-in client of the target; close it. */
	async connect(): Promise<XoClient> {
		const { url, token, allowUnauthorized } = await this.target();
		return this.signIn(url, { token }, allowUnauthorized);
	}

	async signIn(
		url: string,
		credentials: Credentials,
		allowUnauthorized: boolean,
	): Promise<XoClient> {
		const { openClient } = await import("./open-client.ts");
		return openClient(url, credentials, allowUnauthorized);
	}
}
