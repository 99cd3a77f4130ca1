import type { CallContext, HandlerTable, Ref } from "../core/types.ts";
import { list, ref, text } from "./record.ts";
import { raise } from "./rules/refusal.ts";

const APPLY_MS = 20_000;

function introduce({ db }: CallContext, vdi: Ref): Ref {
	const record = db.get("VDI", vdi);
	return db.create("pool_update", {
		name_label: text(record, "name_label") || "update",
		version: "1.0",
		key: "",
		vdi,
		installation_size: Number(record.virtual_size),
	});
}

function hostsOf({ db }: CallContext, update: Ref): string[] {
	return [...list(db.get("pool_update", update), "hosts")];
}

function assertNotApplied(context: CallContext, update: Ref, host: Ref): void {
	context.db.get("host", host);
	if (hostsOf(context, update).includes(host)) {
		raise(["UPDATE_ALREADY_APPLIED", update]);
	}
}

async function apply(
	context: CallContext,
	update: Ref,
	host: Ref,
): Promise<undefined> {
	assertNotApplied(context, update, host);
	await context.pool.spend(context, APPLY_MS);
	const { db } = context;
	const updates = list(db.get("host", host), "updates");
	db.update("host", host, { updates: [...updates, update] });
}

async function applyEverywhere(
	context: CallContext,
	update: Ref,
): Promise<undefined> {
	for (const host of context.db.refs("host")) {
		if (!hostsOf(context, update).includes(host)) {
			await apply(context, update, host);
		}
	}
}

function clean({ db }: CallContext, update: Ref): undefined {
	db.get("pool_update", update);
	db.update("pool_update", update, { vdi: "OpaqueRef:NULL" });
}

function destroy(context: CallContext, update: Ref): undefined {
	if (hostsOf(context, update).length > 0) raise(["UPDATE_IS_APPLIED"]);
	context.db.destroy("pool_update", update);
}

/** The update that a legacy patch wraps. */
function wrapped({ db }: CallContext, patch: Ref): Ref {
	const update = ref(db.get("pool_patch", patch), "pool_update");
	db.get("pool_update", update);
	return update;
}

export const updateHandlers: HandlerTable = {
	"pool_update.introduce": introduce,
	"pool_update.precheck": (context, update: Ref, host: Ref) => {
		assertNotApplied(context, update, host);
		return "ok";
	},
	"pool_update.apply": apply,
	"pool_update.pool_apply": applyEverywhere,
	"pool_update.pool_clean": clean,
	"pool_update.destroy": destroy,
	"pool_patch.precheck": (context, patch: Ref, host: Ref) => {
		assertNotApplied(context, wrapped(context, patch), host);
		return "";
	},
	"pool_patch.apply": async (context, patch: Ref, host: Ref) => {
		await apply(context, wrapped(context, patch), host);
		return "";
	},
	"pool_patch.pool_apply": (context, patch: Ref) =>
		applyEverywhere(context, wrapped(context, patch)),
	"pool_patch.clean": (context, patch: Ref) =>
		clean(context, wrapped(context, patch)),
	"pool_patch.pool_clean": (context, patch: Ref) =>
		clean(context, wrapped(context, patch)),
	"pool_patch.destroy": ({ db }, patch: Ref) => {
		db.destroy("pool_patch", patch);
		return undefined;
	},
};
