import type { Duplex } from "node:stream";
import { ApiError, type XoObject, type XoObjectOf } from "@xo/contract";
import type { UserRow } from "@xo/store";
import type { Xapi } from "@xo/xapi";
import { XapiError } from "@xo/xapi/common";
import type { LiveObjects } from "../objects/live-objects.ts";
import type { PermissionEngine } from "../permissions/permission-engine.ts";
import type { PoolConnectionService } from "../pools/pool-connection-service.ts";
import { xapiRefOf } from "../pools/refs.ts";
import { ConsoleClosed } from "./console-closed.ts";

/** What has a screen: a VM, or the control domain of a host. */
export type ConsoleVm = XoObjectOf<"VM" | "VM-controller">;

/** A VM may restart between two questions about its console. */
const MAX_ATTEMPTS = 3;

/** Finds the consoles of VMs and connects to them. */
export class ConsoleService {
	readonly #permissions: PermissionEngine;
	readonly #objects: LiveObjects;
	readonly #pools: PoolConnectionService;

	constructor(dependencies: {
		readonly permissions: PermissionEngine;
		readonly objects: LiveObjects;
		readonly pools: PoolConnectionService;
	}) {
		this.#permissions = dependencies.permissions;
		this.#objects = dependencies.objects;
		this.#pools = dependencies.pools;
	}

	/** The running VM that an id names; a host means its control domain.
	 *  @throws ConsoleClosed when the user may not see its console, or it has
	 *  none now */
	find(id: string, user: UserRow | undefined): ConsoleVm {
		const named = this.#objects.find(id);
		const object =
			named?.type === "host"
				? this.#objects.find(named.controlDomain ?? "")
				: named;
		if (object?.type !== "VM" && object?.type !== "VM-controller") {
			throw new ConsoleClosed("noSuchObject", "there is no VM with this id");
		}
		this.#checkRight(object, user);
		if (!hasScreen(object)) throw notRunning(object);
		return object;
	}

	/** Whether the user may go on looking, while the VM exists.
	 *  @throws ConsoleClosed */
	checkRight(vmId: string, user: UserRow | undefined): void {
		const vm = this.#objects.find(vmId);
		if (vm !== undefined) this.#checkRight(vm, user);
	}

	/** RFB from and to the VM's screen, from the first byte.
	 *  @throws ConsoleClosed */
	async connect(vm: ConsoleVm, signal: AbortSignal): Promise<Duplex> {
		for (let attempt = 1; ; attempt++) {
			try {
				const xapi = this.#pools.xapiForWrite(vm);
				const location = await findLocation(xapi, vm);
				return await xapi.openTunnel({
					host: location.host,
					path: location.pathname,
					query: Object.fromEntries(location.searchParams),
					signal,
				});
			} catch (error) {
				if (isGone(error) && attempt < MAX_ATTEMPTS) continue;
				throw this.#toClosed(error, vm);
			}
		}
	}

	/** Why the connection to a screen ended by itself: the cache may not know
	 *  yet what the pool does. */
	async explainEnd(vm: ConsoleVm): Promise<ConsoleClosed> {
		try {
			const xapi = this.#pools.xapiForWrite(vm);
			const state = await xapi.call("VM.get_power_state", xapiRefOf(vm, "VM"));
			if (state === "Running" || state === "Paused") {
				return new ConsoleClosed("ended", "the VM restarted or moved");
			}
			return notRunning({ type: vm.type, power_state: state });
		} catch (error) {
			return this.#toClosed(error, vm);
		}
	}

	#checkRight(vm: XoObject, user: UserRow | undefined): void {
		if (this.#permissions.isAllowed(user, vm, "operate")) return;
		throw new ConsoleClosed(
			"notAllowed",
			"the right to operate this VM is missing",
		);
	}

	#toClosed(error: unknown, vm: XoObject): ConsoleClosed {
		if (error instanceof ConsoleClosed) return error;
		if (error instanceof ApiError && error.kind === "forbiddenOperation") {
			return new ConsoleClosed("notAllowed", error.message);
		}
		if (isGone(error)) {
			return new ConsoleClosed("noSuchObject", `this ${vm.type} is gone`);
		}
		if (error instanceof XapiError && error.code === "HTTP_ERROR") {
			const [status] = error.params;
			return status === "503"
				? new ConsoleClosed("tooMany", "the pool allows one viewer at a time")
				: new ConsoleClosed("ended", `the host answered ${status}`);
		}
		return new ConsoleClosed("poolLost", "the pool cannot be reached");
	}
}

async function findLocation(xapi: Xapi, vm: ConsoleVm): Promise<URL> {
	const refs = await xapi.call("VM.get_consoles", xapiRefOf(vm, "VM"));
	for (const ref of refs) {
		const { protocol, location } = await xapi.call("console.get_record", ref);
		const url = protocol === "rfb" ? URL.parse(location) : null;
		if (url !== null) return url;
	}
	throw new ConsoleClosed("notRunning", "the VM has no graphical console");
}

/** Whether the object, or its console, was destroyed a moment ago. */
function isGone(error: unknown): boolean {
	return error instanceof XapiError && error.code === "HANDLE_INVALID";
}

function hasScreen({ power_state: state }: ConsoleVm): boolean {
	return state === "Running" || state === "Paused";
}

function notRunning(vm: {
	readonly type: string;
	readonly power_state: string;
}): ConsoleClosed {
	const state = vm.power_state.toLowerCase();
	return new ConsoleClosed("notRunning", `the VM is ${state}`);
}
