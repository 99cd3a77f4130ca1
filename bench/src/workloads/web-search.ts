import { openRpcSocket, type RpcSocket } from "../harness/rpc-socket.ts";
import { quantile } from "../statistics.ts";
import { probe, startWebEnvironment, when } from "../web/browser.ts";
import type { Workload } from "../workload.ts";

const TYPED = ["web-prod-1", "db-staging", "k8s-dev-02", "cache"];

export const webSearch: Workload = {
	name: "web-search",
	description: "Typing in the search box of all VMs, each key to its rows",
	async run(context) {
		const { open, daemon } = await startWebEnvironment(context);
		using rpc = await openRpcSocket(daemon.url);
		const page = await open("/vms", "listReady");
		const box = page.getByRole("main").getByRole("combobox").first();
		const times: number[] = [];
		for (const text of TYPED) {
			await box.fill("");
			let before = await countVms(rpc, "");
			await when(page, ["total", before]);
			await box.focus();
			for (let length = 1; length <= text.length; length++) {
				const total = await countVms(rpc, text.slice(0, length));
				// Looked for from the beginning: a key is only told of when it is long
				// over.
				const done = when(page, ["total", total]);
				await page.keyboard.press(text.charAt(length - 1));
				const doneAt = await done;
				// Where nothing changes there is nothing to wait for.
				if (total !== before) {
					times.push(doneAt - (await probe<number>(page, "keyAt()")));
				}
				before = total;
			}
		}
		return [
			{
				name: "web-search.p95",
				value: quantile(times, 0.95),
				unit: "ms",
				floors: [{ of: "value", atMost: 100 }],
			},
			{ name: "web-search.p50", value: quantile(times, 0.5), unit: "ms" },
		];
	},
};

/** What the list will show for a text. */
async function countVms(rpc: RpcSocket, filter: string): Promise<number> {
	const window = { offset: 0, limit: 0 };
	const query = { types: ["VM"], filter, window };
	const answer = await rpc.call("query.open", query);
	const { id, result } = answer as { id: string; result: { total: number } };
	await rpc.call("query.close", { id });
	return result.total;
}
