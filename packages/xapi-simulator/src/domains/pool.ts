import type {
	CallContext,
	FieldValue,
	HandlerTable,
	Ref,
} from "../core/types.ts";
import { removeHost } from "./host-power.ts";
import { addMessage, nameWithUuid } from "./notify.ts";
import { withOperation } from "./operations.ts";
import { recomputeAllowedOperations } from "./recompute.ts";
import { flag, list, ref, text } from "./record.ts";
import { raise } from "./rules/refusal.ts";
import { mapSetters, plainSetters } from "./setters.ts";

const TRANSITION_MS = 10_000;
const SYNC_MS = 500;

function assertNoHa({ db, pool }: CallContext): void {
	if (flag(db.get("pool", pool.poolRef()), "ha_enabled")) {
		raise(["HA_IS_ENABLED"]);
	}
}

async function designateMaster(
	outer: CallContext,
	host: Ref,
): Promise<undefined> {
	const { pool, db } = outer;
	const record = db.get("host", host);
	assertNoHa(outer);
	if (pool.masterRef() === host) return;
	const metrics = db.find("host_metrics", ref(record, "metrics")) ?? {};
	if (!flag(metrics, "live")) raise(["HOST_OFFLINE", host]);
	const target = {
		className: "pool",
		ref: pool.poolRef(),
		operation: "designate_new_master",
		durationMs: TRANSITION_MS,
	};
	await withOperation(outer, target, () => {
		db.update("pool", pool.poolRef(), { master: host });
		addMessage(pool, {
			name: "POOL_MASTER_TRANSITION",
			cls: "Host",
			obj_uuid: text(record, "uuid"),
			body: `Host ${nameWithUuid(record)} is the new pool master`,
		});
	});
}

async function eject(outer: CallContext, host: Ref): Promise<undefined> {
	const { pool, db } = outer;
	const record = db.get("host", host);
	assertNoHa(outer);
	if (pool.masterRef() === host) {
		raise(["INTERNAL_ERROR", "Cannot eject the pool coordinator"]);
	}
	const isBusy = list(record, "resident_VMs").some((vm) => {
		const row = db.get("VM", vm);
		return !flag(row, "is_control_domain") && row.power_state !== "Halted";
	});
	if (isBusy) raise(["OPERATION_NOT_ALLOWED", "VM resident on host"]);
	const target = {
		className: "pool",
		ref: pool.poolRef(),
		operation: "eject",
		durationMs: TRANSITION_MS,
	};
	await withOperation(outer, target, () => {
		for (const pbd of list(record, "PBDs")) {
			const sr = ref(db.get("PBD", pbd), "SR");
			const row = db.get("SR", sr);
			if (flag(row, "shared")) continue;
			for (const vdi of list(row, "VDIs")) db.destroy("VDI", vdi);
			db.destroy("SR", sr);
		}
		removeHost({ db }, host);
	});
}

function managementReconfigure(context: CallContext, network: Ref) {
	const { db, pool } = context;
	assertNoHa(context);
	const pifs = list(db.get("network", network), "PIFs");
	for (const host of db.refs("host")) {
		const pif = pifs.find((it) => db.get("PIF", it).host === host);
		if (pif === undefined) raise(["PIF_NOT_PRESENT", host, network]);
	}
	return Promise.all(
		pifs.map((pif) =>
			pool.invoke(context, "host.management_reconfigure", [pif]),
		),
	).then(() => undefined);
}

async function syncDatabase(context: CallContext): Promise<undefined> {
	await context.pool.spend(context, SYNC_MS);
}

function setIgmp({ db }: CallContext, pool: Ref, value: boolean): undefined {
	db.update("pool", pool, { igmp_snooping_enabled: value });
}

function configureProxy(
	{ db }: CallContext,
	...[pool, url, username, password]: [Ref, string, string, string]
): undefined {
	const secret =
		password === ""
			? "OpaqueRef:NULL"
			: db.create("secret", { value: password });
	db.update("pool", pool, {
		repository_proxy_url: url,
		repository_proxy_username: username,
		repository_proxy_password: secret,
	});
}

function licenseState({ db }: CallContext, pool: Ref): FieldValue {
	db.get("pool", pool);
	const editions = db
		.refs("host")
		.map((it) => text(db.get("host", it), "edition"));
	return { edition: editions[0] ?? "", expiry: "never" };
}

function forEachHost(field: string, value: FieldValue) {
	return ({ db }: CallContext): undefined => {
		for (const host of db.refs("host"))
			db.update("host", host, { [field]: value });
	};
}

function refresh({ pool }: CallContext, self: Ref): void {
	recomputeAllowedOperations(pool, "pool", self);
}

export const poolHandlers: HandlerTable = {
	...plainSetters("pool", [
		"repositories",
		"uefi_certificates",
		"custom_uefi_certificates",
		"telemetry_next_collection",
		"update_sync_enabled",
		"local_auth_max_threads",
		"ext_auth_max_threads",
		"ext_auth_cache_enabled",
		"ext_auth_cache_size",
		"ext_auth_cache_expiry",
	]),
	...mapSetters("pool", "guest_agent_config"),
	...mapSetters("pool", "other_config", refresh),
	"pool.designate_new_master": designateMaster,
	"pool.eject": eject,
	"pool.management_reconfigure": managementReconfigure,
	"pool.sync_database": syncDatabase,
	"pool.recover_slaves": () => [],
	"pool.emergency_transition_to_master": ({ db, pool, host }) => {
		db.update("pool", pool.poolRef(), { master: host });
		return undefined;
	},
	"pool.emergency_reset_master": () => undefined,
	"pool.is_slave": ({ db, pool }, host: Ref) => {
		db.get("host", host);
		return pool.masterRef() !== host;
	},
	"pool.set_igmp_snooping_enabled": setIgmp,
	"pool.set_https_only": (context, _pool: Ref, value: boolean) =>
		forEachHost("https_only", value)(context),
	"pool.set_ssh_enabled_timeout": (context, _pool: Ref, value: number) =>
		forEachHost("ssh_enabled_timeout", value)(context),
	"pool.set_console_idle_timeout": (context, _pool: Ref, value: number) =>
		forEachHost("console_idle_timeout", value)(context),
	"pool.set_ssh_auto_mode": (context, _pool: Ref, value: boolean) =>
		forEachHost("ssh_auto_mode", value)(context),
	"pool.enable_ssh": forEachHost("ssh_enabled", true),
	"pool.disable_ssh": forEachHost("ssh_enabled", false),
	"pool.has_extension": () => false,
	"pool.get_license_state": licenseState,
	"pool.apply_edition": (context, _pool: Ref, edition: string) =>
		forEachHost("edition", edition)(context),
	"pool.set_vswitch_controller": ({ db, pool }, address: string) => {
		db.update("pool", pool.poolRef(), { vswitch_controller: address });
		return undefined;
	},
	"pool.configure_repository_proxy": configureProxy,
	"pool.disable_repository_proxy": (context, pool: Ref) =>
		configureProxy(context, pool, "", "", ""),
	"pool.configure_update_sync": (
		{ db },
		...[pool, frequency, day]: [Ref, string, number]
	) => {
		db.update("pool", pool, {
			update_sync_frequency: frequency,
			update_sync_day: day,
		});
		return undefined;
	},
	"pool.enable_tls_verification": (context) => {
		const self = context.pool.poolRef();
		context.db.update("pool", self, { tls_verification_enabled: true });
		return forEachHost("tls_verification_enabled", true)(context);
	},
	"pool.certificate_list": () => [],
	"pool.crl_list": () => [],
	"pool.certificate_sync": () => undefined,
	"pool.rotate_secret": () => undefined,
	"pool.add_repository": ({ db }, pool: Ref, repository: Ref) => {
		const all = list(db.get("pool", pool), "repositories");
		db.update("pool", pool, { repositories: [...all, repository] });
		return undefined;
	},
	"pool.remove_repository": ({ db }, pool: Ref, repository: Ref) => {
		const all = list(db.get("pool", pool), "repositories");
		db.update("pool", pool, {
			repositories: all.filter((it) => it !== repository),
		});
		return undefined;
	},
	"pool.retrieve_wlb_configuration": () => {
		raise(["WLB_NOT_INITIALIZED"]);
		return {};
	},
	"pool.retrieve_wlb_recommendations": () => {
		raise(["WLB_NOT_INITIALIZED"]);
		return {};
	},
};
