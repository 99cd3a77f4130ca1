import { applyPatch, type LiveQueryResult } from "@xo/contract";
import { forAllTests, startTestPool, startTestServer } from "@xo/testing";
import { describe, expect, it } from "vitest";
import { signInRpc } from "./_rpc-client.ts";

const pool = await forAllTests(startTestPool({ hosts: 2, vms: 12 }));
const server = await forAllTests(startTestServer());
await server.connect(pool);
const admin = await forAllTests(
	signInRpc(server, undefined, "/api/?objects=none"),
);

/** The result once `isDone`, after as many patches as it takes. */
async function until(
	params: object,
	isDone: (result: LiveQueryResult) => boolean,
): Promise<LiveQueryResult> {
	const { id, result } = await admin.call("query.open", params);
	const current = () =>
		admin.notifications
			.filter(
				({ method, params: sent }) =>
					method === "query.patch" && sent.id === id,
			)
			.map(({ params: sent }) => sent.patch)
			.reduce(applyPatch, result) as LiveQueryResult;
	await expect.poll(() => isDone(current()), { timeout: 10_000 }).toBe(true);
	await admin.call("query.close", { id });
	return current();
}

describe("metrics in live queries", () => {
	it("order VMs by what they do", async () => {
		const { rows } = await until(
			{
				types: ["VM"],
				filter: "power_state:Running",
				sort: [{ key: "metrics.cpu", desc: true }],
				fields: ["metrics.cpu", "metrics.memory", "metrics.networkRx"],
				aggregates: [{ op: "top", key: "metrics.diskWrite", n: 3 }],
			},
			({ rows, aggregates }) =>
				rows.every((row) => row["metrics.cpu"] !== null) &&
				(aggregates[0] as unknown[]).length === 3,
		);
		expect(rows.length).toBeGreaterThan(2);
		const cpus = rows.map((row) => row["metrics.cpu"] as number);
		expect(cpus).toEqual(cpus.toSorted((a, b) => b - a));
		for (const row of rows) {
			expect(row["metrics.cpu"]).toBeLessThanOrEqual(1);
			expect(row["metrics.memory"]).toBeGreaterThan(0);
		}
	});

	it("speak of hosts, pools and SRs too", async () => {
		const { rows } = await until(
			{
				types: ["host", "pool", "SR"],
				filter: "!content_type:iso",
				fields: ["metrics.cpu", "metrics.memoryRatio", "metrics.diskRead"],
			},
			(result) =>
				result.rows.some(
					(row) => row.type === "SR" && row["metrics.diskRead"] !== null,
				) &&
				result.rows.every(
					(row) => row.type === "SR" || row["metrics.cpu"] !== null,
				),
		);
		for (const row of rows.filter(({ type }) => type !== "SR")) {
			expect(row["metrics.memoryRatio"]).toBeGreaterThan(0);
			expect(row["metrics.memoryRatio"]).toBeLessThanOrEqual(1);
		}
	});

	it("are no part of objects", async () => {
		const [vm] = [...server.context.objects.ofType("VM")];
		const answer = await server.fetch(`/rest/v0/vms/${vm?.id}`);
		expect(await answer.json()).not.toHaveProperty("metrics");
	});
});
