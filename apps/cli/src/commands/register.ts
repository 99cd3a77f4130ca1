import { randomBytes } from "node:crypto";
import os from "node:os";
import { type XoClient, XoError } from "@xo/client";
import { readConfig, writeConfig } from "../config.ts";
import type { Context } from "../context.ts";
import { CliError } from "../errors.ts";
import type { Outcome } from "../output/format.ts";
import { askPassword } from "../prompt.ts";
import { toHttpUrl } from "../target.ts";
import { version } from "../version.ts";

interface SignInOptions {
	readonly url: string;
	readonly user?: string | undefined;
	readonly password?: string | undefined;
	readonly otp?: string | undefined;
	readonly expiresIn?: string | undefined;
	readonly allowUnauthorized: boolean;
}

export interface RegisterOptions extends SignInOptions {
	/** Kept as it is, instead of signing in. */
	readonly token?: string | undefined;
}

const INVALID_PARAMETERS = 10;

/** Signs in, creates a token and keeps it. */
export async function register(
	context: Context,
	options: RegisterOptions,
): Promise<Outcome> {
	const file = context.configFile;
	const config = await readConfig(file);
	// Refused now rather than at the next command.
	toHttpUrl(options.url);
	const clientId = config.clientId ?? randomBytes(5).toString("hex");
	const settings = {
		server: options.url,
		allowUnauthorized: options.allowUnauthorized,
		clientId,
	};
	if (options.token !== undefined) {
		await writeConfig(file, { ...settings, token: options.token });
		return { kind: "none" };
	}
	await using client = await signIn(context, options);
	const token = await createToken(client, {
		client: { id: clientId },
		description: `xo-cli@${version} - ${os.hostname()} - ${os.type()} ${os.machine()}`,
		expiresIn: options.expiresIn,
	});
	await writeConfig(file, { ...settings, token });
	context.say(`Successfully logged with ${client.user?.email}`);
	return { kind: "none" };
}

/** A token for something else than this CLI, on standard output. */
export async function printNewToken(
	context: Context,
	options: SignInOptions,
): Promise<Outcome> {
	await using client = await signIn(context, options);
	context.say(`Successfully logged with ${client.user?.email}`);
	const token = await createToken(client, {
		description: "xo-cli create-token",
		expiresIn: options.expiresIn,
	});
	return { kind: "text", text: token };
}

async function signIn(
	context: Context,
	{ url, user, password, otp, allowUnauthorized }: SignInOptions,
): Promise<XoClient> {
	if (user === undefined) {
		throw new CliError("bad-argument", "no user name was given", {
			hint: "xo-cli register <url> <user> [<password>]",
		});
	}
	const credentials = {
		email: user,
		password: password ?? (await askPassword(context.process)),
		...(otp === undefined ? {} : { otp }),
	};
	return context.signIn(url, credentials, allowUnauthorized);
}

/** Old servers know fewer parameters, and refuse the others. */
async function createToken(
	client: XoClient,
	{
		expiresIn,
		...details
	}: {
		readonly expiresIn: string | undefined;
		readonly description: string;
		readonly client?: { readonly id: string };
	},
): Promise<string> {
	const lifetime = expiresIn === undefined ? {} : { expiresIn };
	const create = async (params: object) =>
		String(await client.call("token.create" as string, params));
	try {
		return await create({ ...details, ...lifetime });
	} catch (error) {
		if (!(error instanceof XoError) || error.code !== INVALID_PARAMETERS) {
			throw error;
		}
		return await create(lifetime);
	}
}

/** Forgets the server and the token; the token stays valid there. */
export async function unregister(context: Context): Promise<Outcome> {
	await writeConfig(context.configFile, {
		server: undefined,
		token: undefined,
	});
	return { kind: "none" };
}
