export type PowerState = "Halted" | "Paused" | "Running" | "Suspended";

const HALTED = ["Halted"] as const;
const RUNNING = ["Running"] as const;
const SUSPENDED = ["Suspended"] as const;
const HALTED_SUSPENDED = ["Halted", "Suspended"] as const;
const UP = ["Paused", "Suspended", "Running"] as const;
const ANY = ["Halted", "Paused", "Suspended", "Running"] as const;

/** The power states in which each operation of a VM makes sense, in the order
 *  of the enumeration `vm_operations`. */
export const STATES_OF_OPERATION: Readonly<
	Record<string, readonly PowerState[]>
> = {
	snapshot: ANY,
	clone: HALTED,
	copy: HALTED,
	create_template: HALTED_SUSPENDED,
	revert: ANY,
	checkpoint: UP,
	snapshot_with_quiesce: RUNNING,
	provision: HALTED,
	start: HALTED,
	start_on: HALTED,
	pause: RUNNING,
	unpause: ["Paused"],
	clean_shutdown: RUNNING,
	clean_reboot: RUNNING,
	hard_shutdown: UP,
	power_state_reset: ANY,
	hard_reboot: ["Paused", "Running"],
	suspend: RUNNING,
	csvm: SUSPENDED,
	resume: SUSPENDED,
	resume_on: SUSPENDED,
	pool_migrate: RUNNING,
	migrate_send: ["Halted", "Suspended", "Running"],
	get_boot_record: UP,
	send_sysrq: RUNNING,
	send_trigger: RUNNING,
	query_services: ANY,
	shutdown: UP,
	call_plugin: RUNNING,
	changing_memory_live: RUNNING,
	awaiting_memory_live: RUNNING,
	changing_dynamic_range: ["Halted", "Running"],
	changing_static_range: HALTED,
	changing_memory_limits: HALTED,
	changing_shadow_memory: HALTED,
	changing_shadow_memory_live: RUNNING,
	changing_VCPUs: HALTED,
	changing_VCPUs_live: RUNNING,
	changing_NVRAM: HALTED,
	assert_operation_valid: ANY,
	data_source_op: RUNNING,
	update_allowed_operations: ANY,
	make_into_template: HALTED,
	import: [],
	export: HALTED_SUSPENDED,
	metadata_export: ANY,
	reverting: ANY,
	destroy: HALTED_SUSPENDED,
	create_vtpm: HALTED,
	sysprep: RUNNING,
};

/** Valid, but kept out of `VM.allowed_operations`. */
const NEVER_SHOWN = new Set([
	"create_template",
	"power_state_reset",
	"csvm",
	"get_boot_record",
	"send_sysrq",
	"send_trigger",
	"query_services",
	"shutdown",
	"call_plugin",
	"changing_memory_live",
	"awaiting_memory_live",
	"changing_memory_limits",
	"changing_shadow_memory_live",
	"changing_VCPUs",
	"assert_operation_valid",
	"data_source_op",
	"update_allowed_operations",
	"import",
	"reverting",
]);

/** What may stand in `VM.allowed_operations`. */
export const SHOWN_VM_OPERATIONS: readonly string[] = Object.keys(
	STATES_OF_OPERATION,
).filter((operation) => !NEVER_SHOWN.has(operation));

/** The only operations of a template that is not a snapshot. */
export const TEMPLATE_OPERATIONS: ReadonlySet<string> = new Set([
	"changing_dynamic_range",
	"changing_static_range",
	"changing_memory_limits",
	"changing_shadow_memory",
	"changing_VCPUs",
	"changing_NVRAM",
	"clone",
	"copy",
	"export",
	"metadata_export",
	"provision",
]);

/** Those that a template has unless it came with the product. */
export const CUSTOM_TEMPLATE_OPERATIONS: ReadonlySet<string> = new Set([
	"destroy",
	"migrate_send",
]);

export const SNAPSHOT_OPERATIONS: ReadonlySet<string> = new Set([
	"revert",
	"clone",
	"copy",
	"export",
	"destroy",
	"hard_shutdown",
	"metadata_export",
]);

/** What control domains but dom0 accept besides their own refusals. */
export const CONTROL_DOMAIN_OPERATIONS: ReadonlySet<string> = new Set([
	"data_source_op",
	"changing_memory_live",
	"awaiting_memory_live",
	"changing_memory_limits",
	"changing_dynamic_range",
	"changing_static_range",
	"changing_VCPUs",
	"changing_VCPUs_live",
	"metadata_export",
	"start",
	"start_on",
	"destroy",
]);

/** What keeps working while hosts of the pool run different versions. */
export const UPGRADE_OPERATIONS: ReadonlySet<string> = new Set([
	"start",
	"start_on",
	"pause",
	"unpause",
	"clean_shutdown",
	"clean_reboot",
	"hard_shutdown",
	"hard_reboot",
	"shutdown",
	"suspend",
	"resume",
	"resume_on",
	"pool_migrate",
	"power_state_reset",
	"get_boot_record",
	"data_source_op",
	"assert_operation_valid",
	"update_allowed_operations",
]);
