import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import {
	basicOf,
	DATA_DIR,
	describeWithData,
	startDumpedPool,
	startTestServer,
	TEST_ADMIN,
} from "@xo/testing";
import { expect, it } from "vitest";
import { restOf } from "./_rest.ts";

const FOLDER = path.join(DATA_DIR, "data/xapi-db");

/** Collection of REST -> column of counts.csv. */
const COLUMNS = {
	hosts: "hosts",
	vms: "vms",
	"vm-templates": "templates",
	"vm-snapshots": "snapshots",
	"vm-controllers": "control_domains",
	srs: "srs",
	vbds: "vbds",
	vifs: "vifs",
	networks: "networks",
	pifs: "pifs",
} as const;

type Row = Readonly<Record<string, string>>;

/** What an independent parser counted, by file. */
function readCounts(): Map<string, Row> {
	const lines = readFileSync(path.join(FOLDER, "counts.csv"), "utf8");
	const [head = [], ...rows] = lines
		.trim()
		.split(/\r?\n/)
		.map((line) =>
			[...line.matchAll(/("[^"]*"|[^,]*)(,|$)/g)].map(([, text = ""]) =>
				text.replaceAll('"', ""),
			),
		);
	return new Map(
		rows.map((row) => [
			row[0] ?? "",
			Object.fromEntries(head.map((name, index) => [name, row[index] ?? ""])),
		]),
	);
}

function listDumps(): string[] {
	try {
		return readdirSync(FOLDER).filter((name) => /\.(xml|db)\.gz$/.test(name));
	} catch {
		return [];
	}
}

describeWithData("the daemon on the database of a real pool", () => {
	it("there are all of them", () => {
		expect(listDumps()).toHaveLength(13);
	});

	it.each(listDumps())("%s is shown whole", async (file) => {
		await using pool = await startDumpedPool(path.join(FOLDER, file));
		await using server = await startTestServer();
		await server.connect(pool);
		const rest = restOf(server.url, { authorization: basicOf(TEST_ADMIN) });
		const row = readCounts().get(file.replace(/\.gz$/, "")) ?? {};
		const shown: Record<string, number> = {};
		for (const collection of Object.keys(COLUMNS)) {
			const { status, body } = await rest("GET", `/${collection}?fields=*`);
			expect(status).toBe(200);
			shown[collection] = body.length;
		}
		// Of two hosts with one uuid only one can be shown.
		const twice = Number(row.duplicate_uuids);
		const counted = Object.entries(COLUMNS).map(([collection, column]) => [
			collection,
			Number(row[column]) - (column === "hosts" ? twice : 0),
		]);
		expect(shown).toEqual(Object.fromEntries(counted));

		const vms = await rest("GET", "/vms?fields=power_state");
		const states = Object.entries(
			Object.groupBy<string, { power_state: string }>(
				vms.body,
				({ power_state }) => power_state,
			),
		).map(([state, list]) => `${state} ${list?.length}`);
		expect(states.sort().join()).toBe(row.vms_by_power_state);
	});
});
