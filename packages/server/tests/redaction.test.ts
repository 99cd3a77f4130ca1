import { readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { type Operation, operations } from "@xo/contract";
import { forAllTests, TEST_ADMIN } from "@xo/testing";
import { pino } from "pino";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { startDaemon } from "./_daemon.ts";
import { signInRpc } from "./_rpc-client.ts";

const CANARY = "canary-7f3a";

let log = "";
let heard = "";

const logger = pino({ level: "trace" }, { write: (line) => (log += line) });
const server = await forAllTests(startDaemon({ logger }));
const admin = await forAllTests(signInRpc(server));
admin.socket.on("message", (data) => {
	heard += String(data);
});

type Path = readonly string[];

function innerOf(schema: z.ZodType): z.ZodType | undefined {
	return (schema as unknown as { def: { innerType?: z.ZodType } }).def
		.innerType;
}

/** Paths of the parameters marked as secret; `*` for the items of a list. */
function secretsOf(schema: z.ZodType, at: Path = []): Path[] {
	if (z.globalRegistry.get(schema)?.secret === true) return [at];
	const inner = innerOf(schema);
	if (inner !== undefined) return secretsOf(inner, at);
	if (schema instanceof z.ZodArray) {
		return secretsOf(schema.element as z.ZodType, [...at, "*"]);
	}
	if (!(schema instanceof z.ZodObject)) return [];
	const shape: Readonly<Record<string, z.ZodType>> = schema.shape;
	return Object.entries(shape).flatMap(([key, item]) =>
		secretsOf(item, [...at, key]),
	);
}

/** What each operation needs beside its secrets. */
const others: Readonly<Record<string, Record<string, unknown>>> = {
	"server.add": {
		host: "192.0.2.77",
		username: "root",
		password: "p",
		autoConnect: false,
	},
	"session.signIn": { email: "nobody@example.org" },
	"session.signInWithPassword": { email: "no-one@example.org" },
	"user.changePassword": { oldPassword: "x", newPassword: "y" },
	"user.create": { email: TEST_ADMIN.email },
};

function paramsWith(name: string, secrets: readonly Path[]) {
	const params: Record<string, unknown> = { ...others[name] };
	const { shape } = operations[
		name as keyof typeof operations
	].params() as z.ZodObject;
	if ("id" in shape && name !== "token.set") params.id = "unknown";
	for (const [key = "", item] of secrets) {
		if (key === "preferences") params[key] = { otp: CANARY };
		else if (key === "httpProxy") params[key] = `http://me:${CANARY}@192.0.2.1`;
		else params[key] = item === "*" ? [CANARY] : CANARY;
	}
	return params;
}

const secretive = (Object.entries(operations) as [string, Operation][])
	.map(([name, { params }]) => [name, secretsOf(params())] as const)
	.filter(([, secrets]) => secrets.length > 0);

function filesBelow(folder: string): string[] {
	return readdirSync(folder, { recursive: true })
		.map((name) => path.join(folder, String(name)))
		.filter((file) => statSync(file).isFile());
}

async function expectNoCanary(what: string): Promise<void> {
	const places: Record<string, string> = {
		log,
		tasks: JSON.stringify([...server.context.tasks.list()]),
		"log.get": JSON.stringify(
			await admin.call("log.get", { namespace: "api" }),
		),
		"server.getAll": JSON.stringify(await admin.call("server.getAll")),
		"user.getAll": JSON.stringify(await admin.call("user.getAll")),
		wire: heard,
	};
	const credential = `${TEST_ADMIN.email}:${TEST_ADMIN.password}`;
	const authorization = `Basic ${Buffer.from(credential).toString("base64")}`;
	for (const target of [
		"tasks?fields=*",
		"servers?fields=*",
		"users?fields=*",
	]) {
		const response = await fetch(`${server.url}/rest/v0/${target}`, {
			headers: { authorization },
		});
		places[target] = await response.text();
	}
	for (const file of filesBelow(server.folder)) {
		places[file] = readFileSync(file, "latin1");
	}
	const leaks = Object.entries(places)
		.filter(([, text]) => text.includes(CANARY))
		.map(([place]) => `${what}: in ${place}`);
	expect(leaks).toEqual([]);
}

describe("what the contract marks as secret", () => {
	it("is in the operations that take secrets", () => {
		expect(secretive.map(([name]) => name).sort()).toEqual([
			"server.add",
			"server.set",
			"session.signIn",
			"session.signInWithPassword",
			"session.signInWithToken",
			"token.delete",
			"token.deleteOwn",
			"token.set",
			"user.changePassword",
			"user.create",
			"user.set",
		]);
	});

	for (const [name, secrets] of secretive) {
		it(`shows nowhere after ${name}`, async () => {
			const before = heard;
			await admin.call(name, paramsWith(name, secrets)).catch(() => undefined);
			await admin
				.call(name, { bogus: CANARY.slice(0, 3) })
				.catch(() => undefined);
			expect(heard.length).toBeGreaterThan(before.length);
			await expectNoCanary(name);
		});
	}

	it("shows nowhere when it was taken", async () => {
		const email = "kept@example.org";
		const id = await admin.call("user.create", { email, password: CANARY });
		const preferences = { otp: CANARY };
		await admin.call("user.set", { id, preferences, password: CANARY });
		const settings = {
			username: "root",
			password: CANARY,
			autoConnect: false,
			allowUnauthorized: true,
		};
		for (const { id: earlier } of await admin.call("server.getAll")) {
			await admin.call("server.remove", { id: earlier });
		}
		for (const httpProxy of [
			`http://me:${CANARY}@192.0.2.1:3128`,
			`me:${CANARY}@192.0.2.1:3128`,
			`http://me:a/${CANARY}@192.0.2.1:3128`,
		]) {
			const host = "192.0.2.78";
			const added = await admin
				.call("server.add", { ...settings, host, httpProxy })
				.catch(() => undefined);
			if (added === undefined) continue;
			await expectNoCanary(httpProxy);
			const [shown] = await admin.call("server.getAll");
			await admin.call("server.set", { id: added, httpProxy: shown.httpProxy });
			const row = server.context.store.poolConnections.find(added);
			expect(row?.httpProxy).toBe(httpProxy);
			await admin.call("server.remove", { id: added });
		}
		await expectNoCanary("stored secrets");
	});

	it("is no token in clear, either", async () => {
		const token = await admin.call("token.create", { client: { id: "c" } });
		await using other = await signInRpc(server, { token });
		await other.call("token.set", { id: token, description: "x" });
		const files = filesBelow(server.folder);
		const leaking = files.filter((file) =>
			readFileSync(file, "latin1").includes(token),
		);
		expect(leaking).toEqual([]);
		expect(log).not.toContain(token);
	});
});
