import type { Duplex } from "node:stream";
import type { CorePool } from "../core/core-handler.ts";
import type { Database, Ref } from "../core/types.ts";
import { flag, list, ref, text } from "../domains/record.ts";
import { endWithHtmlError } from "../wire/html-error.ts";
import { mayUse } from "../wire/http-auth.ts";
import type { ConnectHandler, HttpContext } from "../wire/http-handler.ts";
import { ConsoleHub } from "./console-hub.ts";

const hubs = new WeakMap<CorePool, ConsoleHub>();
const HEAD =
	"HTTP/1.1 200 OK\r\nConnection: keep-alive\r\nCache-Control: no-cache, no-store\r\n\r\n";

/** Consoles of VMs and of control domains, as each host serves them. */
export const consoleHandlers: readonly ConnectHandler[] = [
	{
		method: "CONNECT",
		path: "/console",
		role: "vm-operator",
		label: "Connection to VM console",
		connect: serveConsole,
	},
];

function serveConsole(
	context: HttpContext,
	socket: Duplex,
	head: Buffer,
): void {
	const { pool, session } = context;
	const { db } = pool;
	const found = findConsole(context);
	if (found === undefined) {
		endWithHtmlError(socket, 500);
		return;
	}
	const isHost = flag(db.get("VM", found.vm), "is_control_domain");
	if (isHost && !mayUse(session, "pool-admin", "/console/host_console")) {
		endWithHtmlError(socket, 403);
		return;
	}
	if (db.get("console", found.console).protocol !== "rfb") {
		endWithHtmlError(socket, 404);
		return;
	}
	const hub = hubOf(pool);
	const isLimited = db.get("pool", pool.poolRef()).limit_console_sessions;
	if (isLimited === true && hub.viewersOf(found.console) > 0) {
		endWithHtmlError(socket, 503);
		return;
	}
	socket.write(HEAD);
	hub.serve(socket, head, found).catch(() => socket.destroy());
}

interface FoundConsole {
	readonly console: Ref;
	readonly vm: Ref;
}

/** The console that is asked for, or the first one of the VM that is, where
 *  the VM runs on this host. */
function findConsole({ pool, host, query }: HttpContext) {
	const { db } = pool;
	const found = ["ref", "uuid"]
		.map((key) => query.get(key))
		.filter((id) => id !== null)
		.map((id) => byRefOrUuid(db, id))
		.find((candidate) => candidate !== undefined);
	if (found === undefined) return undefined;
	const vm = db.find("VM", found.vm);
	const isUp = vm?.power_state === "Running" || vm?.power_state === "Paused";
	return vm && isUp && ref(vm, "resident_on") === host ? found : undefined;
}

function byRefOrUuid(db: Database, id: string): FoundConsole | undefined {
	const console = refOf(db, "console", id);
	if (console !== undefined) {
		return { console, vm: ref(db.get("console", console), "VM") };
	}
	const vm = refOf(db, "VM", id);
	if (vm === undefined) return undefined;
	const first = list(db.get("VM", vm), "consoles").find(
		(candidate) => text(db.get("console", candidate), "protocol") === "rfb",
	);
	return first === undefined ? undefined : { console: first, vm };
}

function refOf(db: Database, className: string, id: string): Ref | undefined {
	if (db.find(className, id) !== undefined) return id;
	return db.findByUuid(className, id);
}

function hubOf(pool: CorePool): ConsoleHub {
	let hub = hubs.get(pool);
	if (hub === undefined) {
		hub = new ConsoleHub(pool);
		hubs.set(pool, hub);
	}
	return hub;
}
