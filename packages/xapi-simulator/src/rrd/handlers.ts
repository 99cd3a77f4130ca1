import type { IncomingMessage, ServerResponse } from "node:http";
import { NULL_REF, parseXapiDate } from "@xo/xapi-wire";
import type { DbRecord, Pool, Ref } from "../core/types.ts";
import { sendHtmlError } from "../wire/html-error.ts";
import type { HttpContext, HttpHandler } from "../wire/http-handler.ts";
import { collectRrd, rrdToJson, rrdToXml } from "./document.ts";
import { getOwner, type Owner } from "./owner.ts";
import { answer, wantsJson } from "./reply.ts";
import { collectUpdates, updatesToJson, updatesToXml } from "./updates.ts";
import { parseUpdatesQuery } from "./updates-query.ts";

const LIVE_STATES = new Set(["Running", "Paused"]);

/** Statistics of hosts, VMs and SRs, as each host of a pool serves them. */
export const rrdHandlers: readonly HttpHandler[] = [
	route("/rrd_updates", "Get RRD updates", serveUpdates),
	route("/host_rrd", "Get host RRD", serveHost),
	route("/host_rrds", "Get host RRD", serveHost),
	route("/vm_rrd", "Get VM RRD", serveVm),
	route("/vm_rrds", "Get VM RRD", serveVm),
	route("/sr_rrd", "Get SR RRD", serveSr),
];

function route(
	path: string,
	label: string,
	handle: HttpHandler["handle"],
): HttpHandler {
	return { method: "GET", path, role: "read-only", label, handle };
}

function serveUpdates(
	context: HttpContext,
	request: IncomingMessage,
	response: ServerResponse,
): void {
	const query = parseUpdatesQuery(context);
	if (query === undefined) {
		sendHtmlError(response, 400);
		return;
	}
	const updates = collectUpdates(context.pool, query);
	const isJson = wantsJson(request, context.query);
	answer(response, isJson, (isJson ? updatesToJson : updatesToXml)(updates));
}

function serveHost(
	context: HttpContext,
	request: IncomingMessage,
	response: ServerResponse,
): void {
	const { pool, host } = context;
	sendRrd(context, { request, response, owner: getOwner(pool, "host", host) });
}

function serveVm(
	context: HttpContext,
	request: IncomingMessage,
	response: ServerResponse,
): void {
	const { pool, query } = context;
	const uuid = query.get("uuid");
	if (uuid === null) {
		sendHtmlError(response, 400);
		return;
	}
	const ref = pool.db.findByUuid("VM", uuid);
	const vm = ref === undefined ? undefined : pool.db.get("VM", ref);
	if (ref === undefined || vm === undefined || vm.is_a_template === true) {
		sendHtmlError(response, 404);
		return;
	}
	const isLive = LIVE_STATES.has(String(vm.power_state));
	const place = isLive ? String(vm.resident_on) : pool.masterRef();
	if (place !== context.host && place !== NULL_REF) {
		redirect(context, { request, response, host: place });
		return;
	}
	const lastUpdate = isLive ? undefined : lastSeen(pool, vm);
	sendRrd(context, {
		request,
		response,
		owner: { className: "VM", ref, uuid },
		lastUpdate,
	});
}

function serveSr(
	context: HttpContext,
	request: IncomingMessage,
	response: ServerResponse,
): void {
	const { pool, query } = context;
	const uuid = query.get("uuid");
	if (uuid === null) {
		sendHtmlError(response, 400);
		return;
	}
	const ref = pool.db.findByUuid("SR", uuid);
	if (ref === undefined || !isPluggedHere(context, ref)) {
		sendHtmlError(response, 404);
		return;
	}
	sendRrd(context, {
		request,
		response,
		owner: { className: "SR", ref, uuid },
	});
}

function isPluggedHere({ pool, host }: HttpContext, sr: Ref): boolean {
	const pbds = pool.db.get("SR", sr).PBDs;
	if (!Array.isArray(pbds)) return false;
	return pbds.some((ref) => {
		const pbd = pool.db.find("PBD", String(ref));
		return pbd?.host === host && pbd.currently_attached === true;
	});
}

function sendRrd(
	{ pool, query }: HttpContext,
	options: {
		request: IncomingMessage;
		response: ServerResponse;
		owner: Owner;
		lastUpdate?: number | undefined;
	},
): void {
	const now = Math.floor(pool.clock.now() / 1000);
	const rrd = collectRrd(pool, options.owner, options.lastUpdate ?? now);
	const isJson = wantsJson(options.request, query);
	answer(options.response, isJson, (isJson ? rrdToJson : rrdToXml)(rrd));
}

/** When a VM that does not run was last measured, in Unix seconds. */
function lastSeen(pool: Pool, vm: DbRecord): number | undefined {
	const metrics = pool.db.find("VM_metrics", String(vm.metrics));
	const time = parseXapiDate(String(metrics?.last_updated));
	return time === undefined || time === 0 ? undefined : Math.floor(time / 1000);
}

/** All hosts of a simulated pool listen on the port that was asked. */
function redirect(
	{ pool }: HttpContext,
	{
		request,
		response,
		host,
	}: { request: IncomingMessage; response: ServerResponse; host: Ref },
): void {
	const address = String(pool.db.find("host", host)?.address ?? "");
	const scheme = "encrypted" in request.socket ? "https" : "http";
	response.writeHead(302, {
		location: `${scheme}://${address}:${request.socket.localPort}${request.url}`,
		"content-length": 0,
	});
	response.end();
}
