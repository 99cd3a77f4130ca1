import type { Duplex } from "node:stream";
import type { CorePool } from "../core/core-handler.ts";
import type { DbChange, Ref } from "../core/types.ts";
import { text } from "../domains/record.ts";
import { readGuestFacts } from "./guest-facts.ts";
import { GuestScreen } from "./guest-screen.ts";
import { RfbConnection } from "./rfb/rfb-connection.ts";
import { SocketReader } from "./rfb/socket-reader.ts";

/** A VM that started less than this ago is seen booting. */
const BOOT_MS = 10_000;
/** Screens that are kept though nobody looks. */
const MAX_IDLE_SCREENS = 50;

interface Seat {
	readonly startedAt: number;
	readonly screen: GuestScreen;
}

/** The screens of a pool's VMs, made when first looked at, and who looks. */
export class ConsoleHub {
	readonly #pool: CorePool;
	readonly #seats = new Map<Ref, Seat>();
	readonly #sockets = new Map<Ref, Set<Duplex>>();

	constructor(pool: CorePool) {
		this.#pool = pool;
		const subscription = pool.db.onChange((change) => this.#follow(change));
		pool.stopSignal.addEventListener("abort", () => {
			subscription[Symbol.dispose]();
			for (const vm of [...this.#seats.keys()]) this.#drop(vm);
		});
	}

	/** How many look at a console. */
	viewersOf(console: Ref): number {
		return this.#sockets.get(console)?.size ?? 0;
	}

	/** Speaks RFB on the socket, until the console goes away. */
	async serve(
		socket: Duplex,
		head: Buffer,
		{ console, vm }: { console: Ref; vm: Ref },
	): Promise<void> {
		const { db } = this.#pool;
		const sockets = this.#sockets.get(console) ?? new Set();
		this.#sockets.set(console, sockets.add(socket));
		const reader = new SocketReader(socket, head);
		const screen = this.#screenOf(vm);
		try {
			const connection = new RfbConnection({ socket, reader, screen });
			await connection.run(text(db.get("VM", vm), "name_label"));
		} finally {
			sockets.delete(socket);
			if (sockets.size === 0) this.#sockets.delete(console);
		}
	}

	#screenOf(vm: Ref): GuestScreen {
		const { clock, db } = this.#pool;
		const facts = readGuestFacts(db, vm);
		const { startedAt } = facts;
		const known = this.#seats.get(vm);
		if (known?.startedAt === startedAt) return known.screen;
		this.#drop(vm);
		this.#dropIdle();
		const isBooting = clock.now() - startedAt < BOOT_MS;
		const screen = new GuestScreen({ clock, facts, isBooting });
		screen.isPaused = db.get("VM", vm).power_state === "Paused";
		this.#seats.set(vm, { startedAt, screen });
		return screen;
	}

	#follow({ className, ref, operation }: DbChange): void {
		if (className === "console" && operation === "del") {
			for (const socket of this.#sockets.get(ref) ?? []) socket.destroy();
		}
		if (className !== "VM") return;
		const seat = this.#seats.get(ref);
		if (seat === undefined) return;
		const state = this.#pool.db.find("VM", ref)?.power_state;
		seat.screen.isPaused = state === "Paused";
		if (state === undefined || state === "Halted") this.#drop(ref);
	}

	#drop(vm: Ref): void {
		this.#seats.get(vm)?.screen[Symbol.dispose]();
		this.#seats.delete(vm);
	}

	#dropIdle(): void {
		if (this.#seats.size < MAX_IDLE_SCREENS) return;
		for (const [vm, { screen }] of this.#seats) {
			if (screen.viewers > 0) continue;
			this.#drop(vm);
			return;
		}
	}
}
