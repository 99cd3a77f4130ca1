import type { Database, Ref } from "../core/types.ts";

/** Keeps what repeats a host's address in step with it: the management PIF and
 *  the consoles. The address is only known once the host listens. */
export function followAddresses(db: Database): void {
	const known = new Map<Ref, string>();
	for (const ref of db.refs("host")) known.set(ref, addressOf(db, ref));
	db.onChange(({ className, ref, operation }) => {
		if (className !== "host" || operation !== "mod") return;
		const before = known.get(ref);
		const now = addressOf(db, ref);
		if (before === undefined || before === now) return;
		known.set(ref, now);
		moveHost(db, ref, { before, now });
	});
}

function moveHost(
	db: Database,
	host: Ref,
	{ before, now }: { before: string; now: string },
): void {
	const { PIFs, resident_VMs: vms } = db.get("host", host);
	for (const ref of refsOf(PIFs)) {
		if (db.get("PIF", ref).IP !== before) continue;
		const gateway = now.replace(/\d+$/, "254");
		db.update("PIF", ref, { IP: now, netmask: "255.0.0.0", gateway });
	}
	for (const vm of refsOf(vms)) {
		for (const ref of refsOf(db.get("VM", vm).consoles)) {
			const location = String(db.get("console", ref).location);
			db.update("console", ref, {
				location: location.replace(`//${before}/`, `//${now}/`),
			});
		}
	}
}

function addressOf(db: Database, host: Ref): string {
	return String(db.find("host", host)?.address ?? "");
}

function refsOf(value: unknown): Ref[] {
	return Array.isArray(value) ? value.map(String) : [];
}
