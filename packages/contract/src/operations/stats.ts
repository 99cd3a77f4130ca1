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
	path: string,
	objectType: NonNullable<RestRoute["objectType"]>,
): readonly RestRoute[] {
	return [
		{
			method: "GET",
			path,
			kind: "direct",
			status: 200,
			query,
			objectType,
			privilege: { resource: objectType.toLowerCase(), action: "read" },
		},
	];
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
		rest: route("/vms/{id}/stats", "VM"),
	}),
	"host.stats": defineOperation({
		access: "signed-in",
		effect: "read",
		description: "How busy a host was, from its own statistics.",
		params: () => z.strictObject({ host: id, granularity: granularity() }),
		result: hostStatsSchema,
		objects: { host: { param: "host", types: ["host"], permission: "view" } },
		errors: ["noSuchObject", "hostOffline", "serverUnreachable"],
		rest: route("/hosts/{id}/stats", "host").map((each) => ({
			...each,
			toParams: ({ path, query: given }) => ({ host: path.id, ...given }),
		})),
	}),
	"sr.stats": defineOperation({
		access: "signed-in",
		effect: "read",
		description: "How busy an SR was, over all hosts that use it.",
		params: () => z.strictObject({ id, granularity: granularity() }),
		result: srStatsSchema,
		objects: { sr: { param: "id", types: ["SR"], permission: "view" } },
		errors: ["noSuchObject", "hostOffline", "serverUnreachable"],
		rest: route("/srs/{id}/stats", "SR"),
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
		rest: route("/pools/{id}/stats", "pool"),
	}),
} as const;
