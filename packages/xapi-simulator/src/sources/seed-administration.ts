import { NULL_REF } from "@xo/xapi-wire";
import { roleRef } from "../core/roles.ts";
import type { Ref } from "../core/types.ts";
import { DAY_MS, type SeedContext } from "./seed-context.ts";
import type { SeededHost } from "./seed-hosts.ts";

/** Adds updates that are applied, one that is not, and two subjects. */
export function addAdministration(
	context: SeedContext,
	hosts: readonly SeededHost[],
): void {
	const everyHost = hosts.map((host) => host.ref);
	addUpdate(context, {
		name: "XS83E001",
		description: "Security fixes",
		hosts: everyHost,
	});
	addUpdate(context, {
		name: "XS83E004",
		description: "Storage manager",
		hosts: everyHost.slice(0, 1),
	});
	addSubject(context, { name: "LAB\\admins", isGroup: true });
	addSubject(context, { name: "LAB\\alice", isGroup: false });
}

function addUpdate(
	context: SeedContext,
	{
		name,
		description,
		hosts,
	}: { name: string; description: string; hosts: readonly Ref[] },
): void {
	const size = context.random.integer(4, 90) * 1_048_576;
	const update = context.create("pool_update", {
		name_label: name,
		name_description: description,
		version: "1.0",
		installation_size: size,
		key: "",
		after_apply_guidance: ["restartHost"],
		vdi: NULL_REF,
	});
	for (const host of hosts) {
		const updates = context.db.get("host", host).updates;
		context.db.update("host", host, {
			updates: [...(Array.isArray(updates) ? updates : []), update],
		});
	}
	const patch = context.create("pool_patch", {
		name_label: name,
		name_description: description,
		version: "1.0",
		size,
		pool_applied: hosts.length === context.size.hosts,
		after_apply_guidance: ["restartHost"],
		pool_update: update,
	});
	for (const host of hosts) {
		context.create("host_patch", {
			name_label: name,
			name_description: description,
			version: "1.0",
			host,
			applied: true,
			timestamp_applied: context.ago(context.random.integer(1, 60) * DAY_MS),
			size,
			pool_patch: patch,
			filename: "",
		});
	}
}

function addSubject(
	context: SeedContext,
	{ name, isGroup }: { name: string; isGroup: boolean },
): void {
	context.create("subject", {
		subject_identifier: `S-1-5-21-${context.random.integer(1e8, 9e8)}-${context.random.integer(1e8, 9e8)}-${context.random.integer(1000, 9999)}`,
		other_config: {
			"subject-name": name,
			"subject-is-group": String(isGroup),
			"subject-displayname": name.split("\\")[1] ?? name,
		},
		roles: [roleRef(isGroup ? "pool-admin" : "read-only")],
	});
}
