import { z } from "zod";
import { type Inferred, lazily } from "../lazily.ts";
import {
	hostStatsSchema,
	srStatsSchema,
	statsError,
	vmStatsSchema,
} from "../objects/stats.ts";
import { defineOperation, type RestRoute } from "../operation.ts";
import { id } from "./common.ts";
import { routesOf } from "./rest-routes.ts";

const granularity = lazily(() =>
	z
		.enum(["seconds", "minutes", "hours", "days"])
		.default("seconds")
		.describe(
			"seconds: 120 values, one each 5 s; minutes: 120; hours: 168; days: 366",
		),
);

export type StatsGranularity = Inferred<typeof granularity>;

const query = lazily(() => z.object({ granularity: granularity() }));

function route(
	objectType: "VM" | "SR" | "host" | "pool",
	more: Pick<RestRoute, "toParams"> = {},
): readonly RestRoute[] {
	const routes = routesOf(objectType.toLowerCase(), objectType);
	return [routes.read("stats", { query, ...more })];
}

export const statsOperations = {
	"vm.stats": defineOperation({
		access: "signed-in",
		effect: "read",
		description: "How busy a VM was, from the statistics of its pool.",
		params: () => z.strictObject({ id, granularity: granularity() }),
		result: vmStatsSchema,
		objects: {
			vm: { param: "id", types: ["VM", "VM-snapshot"], permission: "view" },
		},
		errors: ["noSuchObject", "hostOffline", "serverUnreachable"],
		rest: route("VM"),
	}),
	"host.stats": defineOperation({
		access: "signed-in",
		effect: "read",
		description: "How busy a host was, from its own statistics.",
		params: () => z.strictObject({ host: id, granularity: granularity() }),
		result: hostStatsSchema,
		objects: { host: { param: "host", types: ["host"], permission: "view" } },
		errors: ["noSuchObject", "hostOffline", "serverUnreachable"],
		rest: route("host", {
			toParams: ({ path, query: given }) => ({ host: path.id, ...given }),
		}),
	}),
	"sr.stats": defineOperation({
		access: "signed-in",
		effect: "read",
		description: "How busy an SR was, over all hosts that use it.",
		params: () => z.strictObject({ id, granularity: granularity() }),
		result: srStatsSchema,
		objects: { sr: { param: "id", types: ["SR"], permission: "view" } },
		errors: ["noSuchObject", "hostOffline", "serverUnreachable"],
		rest: route("SR"),
	}),
	"pool.stats": defineOperation({
		access: "signed-in",
		effect: "read",
		description:
			"How busy each host of a pool was, by host id; an error for each host that cannot tell.",
		params: () => z.strictObject({ id, granularity: granularity() }),
		result: () =>
			z.record(z.string(), z.union([hostStatsSchema(), statsError()])),
		objects: { pool: { param: "id", types: ["pool"], permission: "view" } },
		errors: ["noSuchObject", "serverUnreachable"],
		rest: route("pool"),
	}),
} as const;
