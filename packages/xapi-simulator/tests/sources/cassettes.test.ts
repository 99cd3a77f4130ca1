import { readdirSync } from "node:fs";
import path from "node:path";
import { DATA_DIR, describeWithData } from "@xo/testing";
import { decodeXmlRpcOutcome, encodeXmlRpcRequest } from "@xo/xapi-wire";
import { describe, expect, it } from "vitest";
import {
	type RunningPool,
	recordsSource,
	startSimulatedPool,
} from "../../src/index.ts";
import {
	type Interaction,
	initialRows,
	normalise,
	readCassette,
} from "./_cassette.ts";

const FOLDER = path.join(DATA_DIR, "data/rpc/fog-cassettes");

/** What a XenServer 6.2 says otherwise than today's toolstack, and where the
 *  host was. */
const NOT_COMPARED = new Set(["allowed_operations", "address"]);

const SM = {
	SM: {
		"OpaqueRef:sm": {
			type: "lvm",
			features: { VDI_CREATE: 1, VDI_DELETE: 1, VDI_CLONE: 1, VDI_SNAPSHOT: 1 },
		},
	},
};

async function send(pool: RunningPool, body: string): Promise<unknown> {
	const response = await fetch(`${pool.url}/`, {
		method: "POST",
		headers: { "content-type": "text/xml; charset=utf-8" },
		body,
	});
	const outcome = decodeXmlRpcOutcome(await response.text());
	if (!("result" in outcome)) throw new Error(JSON.stringify(outcome));
	return outcome.result;
}

async function replay(pool: RunningPool, interactions: readonly Interaction[]) {
	const signIn = encodeXmlRpcRequest("session.login_with_password", [
		"root",
		"123456",
	]);
	const session = String(await send(pool, signIn));
	const refs = new Map<string, string>();
	for (const interaction of interactions) {
		let body = interaction.body;
		if (interaction.session !== "")
			body = body.replaceAll(interaction.session, session);
		for (const [recorded, ours] of refs) body = body.replaceAll(recorded, ours);
		const result = await send(pool, body);
		if (typeof interaction.result === "string")
			refs.set(interaction.result, String(result));
		expectSame(interaction.method, {
			actual: result,
			recorded: interaction.result,
		});
	}
}

function expectSame(
	method: string,
	{ actual, recorded }: { actual: unknown; recorded: unknown },
) {
	const ours = normalise(actual);
	const theirs = normalise(recorded);
	if (typeof theirs !== "object" || theirs === null || Array.isArray(theirs)) {
		expect(ours, method).toEqual(theirs);
		return;
	}
	const records = method.endsWith("_records")
		? Object.values(theirs)
		: [theirs];
	for (const record of records) {
		const known = Object.entries(record as object).filter(
			([name]) => !NOT_COMPARED.has(name),
		);
		const ourRecord = method.endsWith("_records")
			? Object.values(ours as object)[0]
			: ours;
		expect(ourRecord, method).toMatchObject(Object.fromEntries(known));
	}
}

function cassettes(): string[] {
	try {
		return readdirSync(FOLDER).filter((name) => name.endsWith(".yml"));
	} catch {
		return ["no cassettes"];
	}
}

describeWithData("recorded traffic with a XenServer 6.2", () => {
	describe.each(cassettes())("%s", (name) => {
		it("gets the same answers", async () => {
			const interactions = readCassette(path.join(FOLDER, name));
			await using pool = await startSimulatedPool({
				source: recordsSource(initialRows(interactions), SM),
				password: "123456",
				http: true,
			});
			await replay(pool, interactions);
		});
	});
});
