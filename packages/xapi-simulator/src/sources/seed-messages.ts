import { datamodel } from "@xo/xapi-wire";
import { alarmBody, vmMessageBody } from "./messages.ts";
import { ARCHIVE_SHARE } from "./seed-archive.ts";
import { DAY_MS, HOUR_MS, type SeedContext } from "./seed-context.ts";
import type { SeededHost } from "./seed-hosts.ts";
import type { SeededSr } from "./seed-storage.ts";
import type { SeededVm } from "./seed-vms.ts";

/** Adds the messages of the last days: starts, alarms, a full SR. */
export function addMessages(
	context: SeedContext,
	options: {
		hosts: readonly SeededHost[];
		vms: readonly SeededVm[];
		archive: SeededSr | undefined;
	},
): void {
	for (const vm of options.vms) {
		if (context.random.chance(0.15)) addVmMessage(context, vm);
		if (vm.host !== undefined && context.random.chance(0.03)) {
			addAlarm(context, {
				cls: "VM",
				uuid: vm.uuid,
				variable: "cpu_usage",
				value: 0.8 + context.random.next() * 0.2,
				level: 0.8,
			});
		}
	}
	for (const host of options.hosts) {
		if (!context.random.chance(0.2)) continue;
		addAlarm(context, {
			cls: "Host",
			uuid: host.uuid,
			variable: "memory_free_kib",
			value: 900_000 + context.random.integer(0, 90_000),
			level: 1_024_000,
		});
	}
	const sr = options.archive;
	if (sr === undefined) return;
	addAlarm(context, {
		cls: "SR",
		uuid: sr.uuid,
		variable: "physical_utilisation",
		value: ARCHIVE_SHARE,
		level: 0.8,
	});
}

function addVmMessage(context: SeedContext, vm: SeededVm): void {
	const isLive = vm.host !== undefined;
	const event = isLive
		? `started on host: ${vm.host?.hostname} (uuid: ${vm.host?.uuid})`
		: "shutdown";
	const name = isLive ? "VM_STARTED" : "VM_SHUTDOWN";
	context.create("message", {
		name,
		priority: datamodel.messageTypes[name] ?? 3,
		cls: "VM",
		obj_uuid: vm.uuid,
		timestamp: context.ago(context.random.integer(HOUR_MS, 20 * DAY_MS)),
		body: vmMessageBody(vm, event),
	});
}

function addAlarm(
	context: SeedContext,
	alarm: {
		cls: string;
		uuid: string;
		variable: string;
		value: number;
		level: number;
	},
): void {
	context.create("message", {
		name: "ALARM",
		priority: 3,
		cls: alarm.cls,
		obj_uuid: alarm.uuid,
		timestamp: context.ago(context.random.integer(0, 3 * DAY_MS)),
		body: alarmBody({
			variable: alarm.variable,
			value: alarm.value,
			triggerLevel: alarm.level,
			periodSeconds: 60,
		}),
	});
}
