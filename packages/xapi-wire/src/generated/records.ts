// Written by tools/generate-datamodel.ts.
import type { Ref } from "../ref.ts";

export type AfterApplyGuidance =
	| "restartHVM"
	| "restartPV"
	| "restartHost"
	| "restartXAPI";

export type AllocationAlgorithm =
	| "breadth_first"
	| "depth_first";

export type BondMode =
	| "balance-slb"
	| "active-backup"
	| "lacp";

export type CertificatePurpose =
	| "licensing"
	| "ldaps";

export type CertificateType =
	| "ca"
	| "host"
	| "host_internal"
	| "pinned";

export type Cls =
	| "VM"
	| "Host"
	| "SR"
	| "Pool"
	| "VMPP"
	| "VMSS"
	| "PVS_proxy"
	| "VDI"
	| "Certificate";

export type ClusterHostOperation =
	| "enable"
	| "disable"
	| "destroy";

export type ClusterOperation =
	| "add"
	| "remove"
	| "enable"
	| "disable"
	| "destroy";

export type ConsoleProtocol =
	| "vt100"
	| "rfb"
	| "rdp";

export type DomainType =
	| "hvm"
	| "pv"
	| "pv_in_pvh"
	| "pvh"
	| "unspecified";

export type EventOperation =
	| "add"
	| "del"
	| "mod";

export type HelloReturn =
	| "ok"
	| "unknown_host"
	| "cannot_talk_back";

export type HostAllowedOperations =
	| "provision"
	| "evacuate"
	| "shutdown"
	| "reboot"
	| "power_on"
	| "vm_start"
	| "vm_resume"
	| "vm_migrate"
	| "apply_updates"
	| "enable";

export type HostDisplay =
	| "enabled"
	| "disable_on_reboot"
	| "disabled"
	| "enable_on_reboot";

export type HostNtpMode =
	| "DHCP"
	| "Custom"
	| "Factory"
	| "Disabled";

export type HostNumaAffinityPolicy =
	| "any"
	| "best_effort"
	| "default_policy";

export type HostSchedGran =
	| "core"
	| "cpu"
	| "socket";

export type ImageFormatType =
	| "raw"
	| "vhd"
	| "qcow2";

export type IpConfigurationMode =
	| "None"
	| "DHCP"
	| "Static";

export type Ipv6ConfigurationMode =
	| "None"
	| "DHCP"
	| "Static"
	| "Autoconf";

export type LatestSyncedUpdatesAppliedState =
	| "yes"
	| "no"
	| "unknown";

export type LivepatchStatus =
	| "ok_livepatch_complete"
	| "ok_livepatch_incomplete"
	| "ok";

export type NetworkDefaultLockingMode =
	| "unlocked"
	| "disabled";

export type NetworkOperations =
	| "attaching";

export type NetworkPurpose =
	| "nbd"
	| "insecure_nbd";

export type OnBoot =
	| "reset"
	| "persist";

export type OnCrashBehaviour =
	| "destroy"
	| "coredump_and_destroy"
	| "restart"
	| "coredump_and_restart"
	| "preserve"
	| "rename_restart";

export type OnNormalExit =
	| "destroy"
	| "restart";

export type OnSoftrebootBehavior =
	| "soft_reboot"
	| "destroy"
	| "restart"
	| "preserve";

export type Origin =
	| "remote"
	| "bundle"
	| "remote_pool";

export type PciDom0Access =
	| "enabled"
	| "disable_on_reboot"
	| "disabled"
	| "enable_on_reboot";

export type PersistenceBackend =
	| "xapi";

export type PifIgmpStatus =
	| "enabled"
	| "disabled"
	| "unknown";

export type PlacementPolicy =
	| "anti_affinity"
	| "normal";

export type PoolAllowedOperations =
	| "ha_enable"
	| "ha_disable"
	| "cluster_create"
	| "designate_new_master"
	| "configure_repositories"
	| "sync_updates"
	| "sync_bundle"
	| "get_updates"
	| "apply_updates"
	| "tls_verification_enable"
	| "cert_refresh"
	| "exchange_certificates_on_join"
	| "exchange_ca_certificates_on_join"
	| "copy_primary_host_certs"
	| "eject"
	| "exchange_crls_on_join";

export type PoolGuestSecurebootReadiness =
	| "ready"
	| "ready_no_dbx"
	| "not_ready";

export type PrimaryAddressType =
	| "IPv4"
	| "IPv6";

export type PvsProxyStatus =
	| "stopped"
	| "initialised"
	| "caching"
	| "incompatible_write_cache_mode"
	| "incompatible_protocol_version";

export type SdnControllerProtocol =
	| "ssl"
	| "pssl";

export type SrHealth =
	| "healthy"
	| "recovering"
	| "unreachable"
	| "unavailable";

export type SriovConfigurationMode =
	| "sysfs"
	| "modprobe"
	| "manual"
	| "unknown";

export type StorageOperations =
	| "scan"
	| "destroy"
	| "forget"
	| "plug"
	| "unplug"
	| "update"
	| "vdi_create"
	| "vdi_introduce"
	| "vdi_destroy"
	| "vdi_resize"
	| "vdi_clone"
	| "vdi_snapshot"
	| "vdi_mirror"
	| "vdi_enable_cbt"
	| "vdi_disable_cbt"
	| "vdi_data_destroy"
	| "vdi_list_changed_blocks"
	| "vdi_set_on_boot"
	| "vdi_blocked"
	| "vdi_copy"
	| "vdi_force_unlock"
	| "vdi_forget"
	| "vdi_generate_config"
	| "vdi_resize_online"
	| "vdi_update"
	| "vdi_revert"
	| "pbd_create"
	| "pbd_destroy";

export type TaskAllowedOperations =
	| "cancel"
	| "destroy";

export type TaskStatusType =
	| "pending"
	| "success"
	| "failure"
	| "cancelling"
	| "cancelled";

export type TelemetryFrequency =
	| "daily"
	| "weekly"
	| "monthly";

export type TristateType =
	| "yes"
	| "no"
	| "unspecified";

export type TunnelProtocol =
	| "gre"
	| "vxlan";

export type UpdateAfterApplyGuidance =
	| "restartHVM"
	| "restartPV"
	| "restartHost"
	| "restartXAPI";

export type UpdateGuidances =
	| "reboot_host"
	| "reboot_host_on_livepatch_failure"
	| "reboot_host_on_kernel_livepatch_failure"
	| "reboot_host_on_xen_livepatch_failure"
	| "restart_toolstack"
	| "restart_device_model"
	| "restart_vm";

export type UpdateStatus =
	| "yes"
	| "no"
	| "unspecified";

export type UpdateSyncFrequency =
	| "daily"
	| "weekly";

export type VbdMode =
	| "RO"
	| "RW";

export type VbdOperations =
	| "attach"
	| "eject"
	| "insert"
	| "plug"
	| "unplug"
	| "unplug_force"
	| "pause"
	| "unpause";

export type VbdType =
	| "CD"
	| "Disk"
	| "Floppy";

export type VdiOperations =
	| "clone"
	| "copy"
	| "resize"
	| "resize_online"
	| "snapshot"
	| "mirror"
	| "destroy"
	| "forget"
	| "update"
	| "force_unlock"
	| "generate_config"
	| "enable_cbt"
	| "disable_cbt"
	| "data_destroy"
	| "list_changed_blocks"
	| "set_on_boot"
	| "blocked"
	| "revert_to"
	| "revert_from";

export type VdiType =
	| "system"
	| "user"
	| "ephemeral"
	| "suspend"
	| "crashdump"
	| "ha_statefile"
	| "metadata"
	| "redo_log"
	| "rrd"
	| "pvs_cache"
	| "cbt_metadata";

export type VgpuTypeImplementation =
	| "passthrough"
	| "nvidia"
	| "nvidia_sriov"
	| "gvt_g"
	| "mxgpu";

export type VifIpv4ConfigurationMode =
	| "None"
	| "Static"
	| "DHCP";

export type VifIpv6ConfigurationMode =
	| "None"
	| "Static"
	| "Autoconf";

export type VifLockingMode =
	| "network_default"
	| "locked"
	| "unlocked"
	| "disabled";

export type VifOperations =
	| "attach"
	| "plug"
	| "unplug";

export type VmApplianceOperation =
	| "start"
	| "clean_shutdown"
	| "hard_shutdown"
	| "shutdown";

export type VmOperations =
	| "snapshot"
	| "clone"
	| "copy"
	| "create_template"
	| "revert"
	| "checkpoint"
	| "snapshot_with_quiesce"
	| "provision"
	| "start"
	| "start_on"
	| "pause"
	| "unpause"
	| "clean_shutdown"
	| "clean_reboot"
	| "hard_shutdown"
	| "power_state_reset"
	| "hard_reboot"
	| "suspend"
	| "csvm"
	| "resume"
	| "resume_on"
	| "pool_migrate"
	| "migrate_send"
	| "get_boot_record"
	| "send_sysrq"
	| "send_trigger"
	| "query_services"
	| "shutdown"
	| "call_plugin"
	| "changing_memory_live"
	| "awaiting_memory_live"
	| "changing_dynamic_range"
	| "changing_static_range"
	| "changing_memory_limits"
	| "changing_shadow_memory"
	| "changing_shadow_memory_live"
	| "changing_VCPUs"
	| "changing_VCPUs_live"
	| "changing_NVRAM"
	| "assert_operation_valid"
	| "data_source_op"
	| "update_allowed_operations"
	| "make_into_template"
	| "import"
	| "export"
	| "metadata_export"
	| "reverting"
	| "destroy"
	| "create_vtpm"
	| "sysprep";

export type VmPowerState =
	| "Halted"
	| "Paused"
	| "Running"
	| "Suspended";

export type VmSecurebootCertificatesState =
	| "ok"
	| "update_available"
	| "update_on_boot";

export type VmSecurebootReadiness =
	| "not_supported"
	| "disabled"
	| "first_boot"
	| "ready"
	| "ready_no_dbx"
	| "setup_mode"
	| "certs_incomplete";

export type VmUefiMode =
	| "setup"
	| "user";

export type VmppArchiveFrequency =
	| "never"
	| "always_after_backup"
	| "daily"
	| "weekly";

export type VmppArchiveTargetType =
	| "none"
	| "cifs"
	| "nfs";

export type VmppBackupFrequency =
	| "hourly"
	| "daily"
	| "weekly";

export type VmppBackupType =
	| "snapshot"
	| "checkpoint";

export type VmssFrequency =
	| "hourly"
	| "daily"
	| "weekly";

export type VmssType =
	| "snapshot"
	| "checkpoint"
	| "snapshot_with_quiesce";

export type VtpmOperations =
	| "destroy";

export type VusbOperations =
	| "attach"
	| "plug"
	| "unplug";

export interface SessionRecord {
	readonly uuid: string;
	readonly this_host: Ref<"host">;
	readonly this_user: Ref<"user">;
	readonly last_active: string;
	readonly pool: boolean;
	readonly other_config: Readonly<Record<string, string>>;
	readonly is_local_superuser: boolean;
	readonly subject: Ref<"subject">;
	readonly validation_time: string;
	readonly auth_user_sid: string;
	readonly auth_user_name: string;
	readonly rbac_permissions: readonly string[];
	readonly tasks: readonly Ref<"task">[];
	readonly parent: Ref<"session">;
	readonly originator: string;
	readonly client_certificate: boolean;
}

export interface SubjectRecord {
	readonly uuid: string;
	readonly subject_identifier: string;
	readonly other_config: Readonly<Record<string, string>>;
	readonly roles: readonly Ref<"role">[];
}

export interface RoleRecord {
	readonly uuid: string;
	readonly name_label: string;
	readonly name_description: string;
	readonly subroles: readonly Ref<"role">[];
	readonly is_internal: boolean;
}

export interface TaskRecord {
	readonly uuid: string;
	readonly name_label: string;
	readonly name_description: string;
	readonly allowed_operations: readonly TaskAllowedOperations[];
	readonly current_operations: Readonly<Record<string, TaskAllowedOperations>>;
	readonly created: string;
	readonly finished: string;
	readonly status: TaskStatusType;
	readonly resident_on: Ref<"host">;
	readonly progress: number;
	readonly type: string;
	readonly result: string;
	readonly error_info: readonly string[];
	readonly other_config: Readonly<Record<string, string>>;
	readonly subtask_of: Ref<"task">;
	readonly subtasks: readonly Ref<"task">[];
	readonly backtrace: string;
}

export interface PoolRecord {
	readonly uuid: string;
	readonly name_label: string;
	readonly name_description: string;
	readonly master: Ref<"host">;
	readonly default_SR: Ref<"SR">;
	readonly suspend_image_SR: Ref<"SR">;
	readonly crash_dump_SR: Ref<"SR">;
	readonly other_config: Readonly<Record<string, string>>;
	readonly ha_enabled: boolean;
	readonly ha_configuration: Readonly<Record<string, string>>;
	readonly ha_statefiles: readonly string[];
	readonly ha_host_failures_to_tolerate: number;
	readonly ha_plan_exists_for: number;
	readonly ha_allow_overcommit: boolean;
	readonly ha_overcommitted: boolean;
	readonly blobs: Readonly<Record<string, Ref<"blob">>>;
	readonly tags: readonly string[];
	readonly gui_config: Readonly<Record<string, string>>;
	readonly health_check_config: Readonly<Record<string, string>>;
	readonly wlb_url: string;
	readonly wlb_username: string;
	readonly wlb_enabled: boolean;
	readonly wlb_verify_cert: boolean;
	readonly redo_log_enabled: boolean;
	readonly redo_log_vdi: Ref<"VDI">;
	readonly vswitch_controller: string;
	readonly restrictions: Readonly<Record<string, string>>;
	readonly metadata_VDIs: readonly Ref<"VDI">[];
	readonly ha_cluster_stack: string;
	readonly allowed_operations: readonly PoolAllowedOperations[];
	readonly current_operations: Readonly<Record<string, PoolAllowedOperations>>;
	readonly guest_agent_config: Readonly<Record<string, string>>;
	readonly cpu_info: Readonly<Record<string, string>>;
	readonly policy_no_vendor_device: boolean;
	readonly live_patching_disabled: boolean;
	readonly igmp_snooping_enabled: boolean;
	readonly uefi_certificates: string;
	readonly custom_uefi_certificates: string;
	readonly is_psr_pending: boolean;
	readonly tls_verification_enabled: boolean;
	readonly repositories: readonly Ref<"Repository">[];
	readonly client_certificate_auth_enabled: boolean;
	readonly client_certificate_auth_name: string;
	readonly repository_proxy_url: string;
	readonly repository_proxy_username: string;
	readonly repository_proxy_password: Ref<"secret">;
	readonly migration_compression: boolean;
	readonly coordinator_bias: boolean;
	readonly local_auth_max_threads: number;
	readonly ext_auth_max_threads: number;
	readonly ext_auth_cache_enabled: boolean;
	readonly ext_auth_cache_size: number;
	readonly ext_auth_cache_expiry: number;
	readonly telemetry_uuid: Ref<"secret">;
	readonly telemetry_frequency: TelemetryFrequency;
	readonly telemetry_next_collection: string;
	readonly last_update_sync: string;
	readonly update_sync_frequency: UpdateSyncFrequency;
	readonly update_sync_day: number;
	readonly update_sync_enabled: boolean;
	readonly recommendations: Readonly<Record<string, string>>;
	readonly license_server: Readonly<Record<string, string>>;
	readonly ha_reboot_vm_on_internal_shutdown: boolean;
	readonly limit_console_sessions: boolean;
	readonly vm_console_idle_timeout: number;
	readonly auto_update_vm_secureboot_certificates: boolean;
}

export interface PoolPatchRecord {
	readonly uuid: string;
	readonly name_label: string;
	readonly name_description: string;
	readonly version: string;
	readonly size: number;
	readonly pool_applied: boolean;
	readonly host_patches: readonly Ref<"host_patch">[];
	readonly after_apply_guidance: readonly AfterApplyGuidance[];
	readonly pool_update: Ref<"pool_update">;
	readonly other_config: Readonly<Record<string, string>>;
}

export interface PoolUpdateRecord {
	readonly uuid: string;
	readonly name_label: string;
	readonly name_description: string;
	readonly version: string;
	readonly installation_size: number;
	readonly key: string;
	readonly after_apply_guidance: readonly UpdateAfterApplyGuidance[];
	readonly vdi: Ref<"VDI">;
	readonly hosts: readonly Ref<"host">[];
	readonly other_config: Readonly<Record<string, string>>;
	readonly enforce_homogeneity: boolean;
}

export interface VmRecord {
	readonly uuid: string;
	readonly allowed_operations: readonly VmOperations[];
	readonly current_operations: Readonly<Record<string, VmOperations>>;
	readonly name_label: string;
	readonly name_description: string;
	readonly power_state: VmPowerState;
	readonly user_version: number;
	readonly is_a_template: boolean;
	readonly is_default_template: boolean;
	readonly suspend_VDI: Ref<"VDI">;
	readonly resident_on: Ref<"host">;
	readonly scheduled_to_be_resident_on: Ref<"host">;
	readonly affinity: Ref<"host">;
	readonly memory_overhead: number;
	readonly memory_target: number;
	readonly memory_static_max: number;
	readonly memory_dynamic_max: number;
	readonly memory_dynamic_min: number;
	readonly memory_static_min: number;
	readonly VCPUs_params: Readonly<Record<string, string>>;
	readonly VCPUs_max: number;
	readonly VCPUs_at_startup: number;
	readonly actions_after_softreboot: OnSoftrebootBehavior;
	readonly actions_after_shutdown: OnNormalExit;
	readonly actions_after_reboot: OnNormalExit;
	readonly actions_after_crash: OnCrashBehaviour;
	readonly consoles: readonly Ref<"console">[];
	readonly VIFs: readonly Ref<"VIF">[];
	readonly VBDs: readonly Ref<"VBD">[];
	readonly VUSBs: readonly Ref<"VUSB">[];
	readonly crash_dumps: readonly Ref<"crashdump">[];
	readonly VTPMs: readonly Ref<"VTPM">[];
	readonly PV_bootloader: string;
	readonly PV_kernel: string;
	readonly PV_ramdisk: string;
	readonly PV_args: string;
	readonly PV_bootloader_args: string;
	readonly PV_legacy_args: string;
	readonly HVM_boot_policy: string;
	readonly HVM_boot_params: Readonly<Record<string, string>>;
	readonly HVM_shadow_multiplier: number;
	readonly platform: Readonly<Record<string, string>>;
	readonly PCI_bus: string;
	readonly other_config: Readonly<Record<string, string>>;
	readonly domid: number;
	readonly domarch: string;
	readonly last_boot_CPU_flags: Readonly<Record<string, string>>;
	readonly is_control_domain: boolean;
	readonly metrics: Ref<"VM_metrics">;
	readonly guest_metrics: Ref<"VM_guest_metrics">;
	readonly last_booted_record: string;
	readonly recommendations: string;
	readonly xenstore_data: Readonly<Record<string, string>>;
	readonly ha_always_run: boolean;
	readonly ha_restart_priority: string;
	readonly is_a_snapshot: boolean;
	readonly snapshot_of: Ref<"VM">;
	readonly snapshots: readonly Ref<"VM">[];
	readonly snapshot_time: string;
	readonly transportable_snapshot_id: string;
	readonly blobs: Readonly<Record<string, Ref<"blob">>>;
	readonly tags: readonly string[];
	readonly blocked_operations: Readonly<Record<string, string>>;
	readonly snapshot_info: Readonly<Record<string, string>>;
	readonly snapshot_metadata: string;
	readonly parent: Ref<"VM">;
	readonly children: readonly Ref<"VM">[];
	readonly bios_strings: Readonly<Record<string, string>>;
	readonly protection_policy: Ref<"VMPP">;
	readonly is_snapshot_from_vmpp: boolean;
	readonly snapshot_schedule: Ref<"VMSS">;
	readonly is_vmss_snapshot: boolean;
	readonly appliance: Ref<"VM_appliance">;
	readonly start_delay: number;
	readonly shutdown_delay: number;
	readonly order: number;
	readonly VGPUs: readonly Ref<"VGPU">[];
	readonly attached_PCIs: readonly Ref<"PCI">[];
	readonly suspend_SR: Ref<"SR">;
	readonly version: number;
	readonly generation_id: string;
	readonly hardware_platform_version: number;
	readonly has_vendor_device: boolean;
	readonly requires_reboot: boolean;
	readonly reference_label: string;
	readonly domain_type: DomainType;
	readonly NVRAM: Readonly<Record<string, string>>;
	readonly pending_guidances: readonly UpdateGuidances[];
	readonly pending_guidances_recommended: readonly UpdateGuidances[];
	readonly pending_guidances_full: readonly UpdateGuidances[];
	readonly groups: readonly Ref<"VM_group">[];
	readonly secureboot_certificates_state: VmSecurebootCertificatesState;
}

export interface VmMetricsRecord {
	readonly uuid: string;
	readonly memory_actual: number;
	readonly VCPUs_number: number;
	readonly VCPUs_utilisation: Readonly<Record<string, number>>;
	readonly VCPUs_CPU: Readonly<Record<string, number>>;
	readonly VCPUs_params: Readonly<Record<string, string>>;
	readonly VCPUs_flags: Readonly<Record<string, readonly string[]>>;
	readonly state: readonly string[];
	readonly start_time: string;
	readonly install_time: string;
	readonly last_updated: string;
	readonly other_config: Readonly<Record<string, string>>;
	readonly hvm: boolean;
	readonly nested_virt: boolean;
	readonly nomigrate: boolean;
	readonly current_domain_type: DomainType;
	readonly numa_optimised: boolean;
	readonly numa_nodes: number;
	readonly numa_node_memory: Readonly<Record<string, number>>;
}

export interface VmGuestMetricsRecord {
	readonly uuid: string;
	readonly os_version: Readonly<Record<string, string>>;
	readonly netbios_name: Readonly<Record<string, string>>;
	readonly PV_drivers_version: Readonly<Record<string, string>>;
	readonly PV_drivers_up_to_date: boolean;
	readonly memory: Readonly<Record<string, string>>;
	readonly disks: Readonly<Record<string, string>>;
	readonly networks: Readonly<Record<string, string>>;
	readonly other: Readonly<Record<string, string>>;
	readonly last_updated: string;
	readonly other_config: Readonly<Record<string, string>>;
	readonly live: boolean;
	readonly can_use_hotplug_vbd: TristateType;
	readonly can_use_hotplug_vif: TristateType;
	readonly PV_drivers_detected: boolean;
	readonly services: Readonly<Record<string, string>>;
}

export interface VmppRecord {
	readonly uuid: string;
	readonly name_label: string;
	readonly name_description: string;
	readonly is_policy_enabled: boolean;
	readonly backup_type: VmppBackupType;
	readonly backup_retention_value: number;
	readonly backup_frequency: VmppBackupFrequency;
	readonly backup_schedule: Readonly<Record<string, string>>;
	readonly is_backup_running: boolean;
	readonly backup_last_run_time: string;
	readonly archive_target_type: VmppArchiveTargetType;
	readonly archive_target_config: Readonly<Record<string, string>>;
	readonly archive_frequency: VmppArchiveFrequency;
	readonly archive_schedule: Readonly<Record<string, string>>;
	readonly is_archive_running: boolean;
	readonly archive_last_run_time: string;
	readonly VMs: readonly Ref<"VM">[];
	readonly is_alarm_enabled: boolean;
	readonly alarm_config: Readonly<Record<string, string>>;
	readonly recent_alerts: readonly string[];
}

export interface VmssRecord {
	readonly uuid: string;
	readonly name_label: string;
	readonly name_description: string;
	readonly enabled: boolean;
	readonly type: VmssType;
	readonly retained_snapshots: number;
	readonly frequency: VmssFrequency;
	readonly schedule: Readonly<Record<string, string>>;
	readonly last_run_time: string;
	readonly VMs: readonly Ref<"VM">[];
}

export interface VmApplianceRecord {
	readonly uuid: string;
	readonly name_label: string;
	readonly name_description: string;
	readonly allowed_operations: readonly VmApplianceOperation[];
	readonly current_operations: Readonly<Record<string, VmApplianceOperation>>;
	readonly VMs: readonly Ref<"VM">[];
}

export interface DrTaskRecord {
	readonly uuid: string;
	readonly introduced_SRs: readonly Ref<"SR">[];
}

export interface HostRecord {
	readonly uuid: string;
	readonly name_label: string;
	readonly name_description: string;
	readonly memory_overhead: number;
	readonly allowed_operations: readonly HostAllowedOperations[];
	readonly current_operations: Readonly<Record<string, HostAllowedOperations>>;
	readonly API_version_major: number;
	readonly API_version_minor: number;
	readonly API_version_vendor: string;
	readonly API_version_vendor_implementation: Readonly<Record<string, string>>;
	readonly enabled: boolean;
	readonly software_version: Readonly<Record<string, string>>;
	readonly other_config: Readonly<Record<string, string>>;
	readonly capabilities: readonly string[];
	readonly cpu_configuration: Readonly<Record<string, string>>;
	readonly sched_policy: string;
	readonly supported_bootloaders: readonly string[];
	readonly resident_VMs: readonly Ref<"VM">[];
	readonly logging: Readonly<Record<string, string>>;
	readonly PIFs: readonly Ref<"PIF">[];
	readonly suspend_image_sr: Ref<"SR">;
	readonly crash_dump_sr: Ref<"SR">;
	readonly crashdumps: readonly Ref<"host_crashdump">[];
	readonly patches: readonly Ref<"host_patch">[];
	readonly updates: readonly Ref<"pool_update">[];
	readonly PBDs: readonly Ref<"PBD">[];
	readonly host_CPUs: readonly Ref<"host_cpu">[];
	readonly cpu_info: Readonly<Record<string, string>>;
	readonly hostname: string;
	readonly address: string;
	readonly metrics: Ref<"host_metrics">;
	readonly license_params: Readonly<Record<string, string>>;
	readonly ha_statefiles: readonly string[];
	readonly ha_network_peers: readonly string[];
	readonly blobs: Readonly<Record<string, Ref<"blob">>>;
	readonly tags: readonly string[];
	readonly external_auth_type: string;
	readonly external_auth_service_name: string;
	readonly external_auth_configuration: Readonly<Record<string, string>>;
	readonly edition: string;
	readonly license_server: Readonly<Record<string, string>>;
	readonly bios_strings: Readonly<Record<string, string>>;
	readonly power_on_mode: string;
	readonly power_on_config: Readonly<Record<string, string>>;
	readonly local_cache_sr: Ref<"SR">;
	readonly chipset_info: Readonly<Record<string, string>>;
	readonly PCIs: readonly Ref<"PCI">[];
	readonly PGPUs: readonly Ref<"PGPU">[];
	readonly PUSBs: readonly Ref<"PUSB">[];
	readonly ssl_legacy: boolean;
	readonly guest_VCPUs_params: Readonly<Record<string, string>>;
	readonly display: HostDisplay;
	readonly virtual_hardware_platform_versions: readonly number[];
	readonly control_domain: Ref<"VM">;
	readonly updates_requiring_reboot: readonly Ref<"pool_update">[];
	readonly features: readonly Ref<"Feature">[];
	readonly iscsi_iqn: string;
	readonly multipathing: boolean;
	readonly uefi_certificates: string;
	readonly certificates: readonly Ref<"Certificate">[];
	readonly editions: readonly string[];
	readonly pending_guidances: readonly UpdateGuidances[];
	readonly tls_verification_enabled: boolean;
	readonly last_software_update: string;
	readonly https_only: boolean;
	readonly latest_synced_updates_applied: LatestSyncedUpdatesAppliedState;
	readonly numa_affinity_policy: HostNumaAffinityPolicy;
	readonly pending_guidances_recommended: readonly UpdateGuidances[];
	readonly pending_guidances_full: readonly UpdateGuidances[];
	readonly last_update_hash: string;
	readonly ssh_enabled: boolean;
	readonly ssh_enabled_timeout: number;
	readonly ssh_expiry: string;
	readonly console_idle_timeout: number;
	readonly ssh_auto_mode: boolean;
	readonly max_cstate: string;
	readonly secure_boot: boolean;
	readonly ntp_mode: HostNtpMode;
	readonly ntp_custom_servers: readonly string[];
	readonly timezone: string;
}

export interface HostCrashdumpRecord {
	readonly uuid: string;
	readonly host: Ref<"host">;
	readonly timestamp: string;
	readonly size: number;
	readonly other_config: Readonly<Record<string, string>>;
}

export interface HostPatchRecord {
	readonly uuid: string;
	readonly name_label: string;
	readonly name_description: string;
	readonly version: string;
	readonly host: Ref<"host">;
	readonly applied: boolean;
	readonly timestamp_applied: string;
	readonly size: number;
	readonly pool_patch: Ref<"pool_patch">;
	readonly other_config: Readonly<Record<string, string>>;
}

export interface HostMetricsRecord {
	readonly uuid: string;
	readonly memory_total: number;
	readonly memory_free: number;
	readonly live: boolean;
	readonly last_updated: string;
	readonly other_config: Readonly<Record<string, string>>;
}

export interface HostCpuRecord {
	readonly uuid: string;
	readonly host: Ref<"host">;
	readonly number: number;
	readonly vendor: string;
	readonly speed: number;
	readonly modelname: string;
	readonly family: number;
	readonly model: number;
	readonly stepping: string;
	readonly flags: string;
	readonly features: string;
	readonly utilisation: number;
	readonly other_config: Readonly<Record<string, string>>;
}

export interface NetworkRecord {
	readonly uuid: string;
	readonly name_label: string;
	readonly name_description: string;
	readonly allowed_operations: readonly NetworkOperations[];
	readonly current_operations: Readonly<Record<string, NetworkOperations>>;
	readonly VIFs: readonly Ref<"VIF">[];
	readonly PIFs: readonly Ref<"PIF">[];
	readonly MTU: number;
	readonly other_config: Readonly<Record<string, string>>;
	readonly bridge: string;
	readonly managed: boolean;
	readonly blobs: Readonly<Record<string, Ref<"blob">>>;
	readonly tags: readonly string[];
	readonly default_locking_mode: NetworkDefaultLockingMode;
	readonly assigned_ips: Readonly<Record<string, string>>;
	readonly purpose: readonly NetworkPurpose[];
}

export interface VifRecord {
	readonly uuid: string;
	readonly allowed_operations: readonly VifOperations[];
	readonly current_operations: Readonly<Record<string, VifOperations>>;
	readonly device: string;
	readonly network: Ref<"network">;
	readonly VM: Ref<"VM">;
	readonly MAC: string;
	readonly MTU: number;
	readonly other_config: Readonly<Record<string, string>>;
	readonly currently_attached: boolean;
	readonly status_code: number;
	readonly status_detail: string;
	readonly runtime_properties: Readonly<Record<string, string>>;
	readonly qos_algorithm_type: string;
	readonly qos_algorithm_params: Readonly<Record<string, string>>;
	readonly qos_supported_algorithms: readonly string[];
	readonly metrics: Ref<"VIF_metrics">;
	readonly MAC_autogenerated: boolean;
	readonly locking_mode: VifLockingMode;
	readonly ipv4_allowed: readonly string[];
	readonly ipv6_allowed: readonly string[];
	readonly ipv4_configuration_mode: VifIpv4ConfigurationMode;
	readonly ipv4_addresses: readonly string[];
	readonly ipv4_gateway: string;
	readonly ipv6_configuration_mode: VifIpv6ConfigurationMode;
	readonly ipv6_addresses: readonly string[];
	readonly ipv6_gateway: string;
	readonly trunks: readonly number[];
}

export interface VifMetricsRecord {
	readonly uuid: string;
	readonly io_read_kbs: number;
	readonly io_write_kbs: number;
	readonly last_updated: string;
	readonly other_config: Readonly<Record<string, string>>;
}

export interface PifRecord {
	readonly uuid: string;
	readonly device: string;
	readonly network: Ref<"network">;
	readonly host: Ref<"host">;
	readonly MAC: string;
	readonly MTU: number;
	readonly VLAN: number;
	readonly metrics: Ref<"PIF_metrics">;
	readonly physical: boolean;
	readonly currently_attached: boolean;
	readonly ip_configuration_mode: IpConfigurationMode;
	readonly IP: string;
	readonly netmask: string;
	readonly gateway: string;
	readonly DNS: string;
	readonly bond_slave_of: Ref<"Bond">;
	readonly bond_master_of: readonly Ref<"Bond">[];
	readonly VLAN_master_of: Ref<"VLAN">;
	readonly VLAN_slave_of: readonly Ref<"VLAN">[];
	readonly management: boolean;
	readonly other_config: Readonly<Record<string, string>>;
	readonly disallow_unplug: boolean;
	readonly tunnel_access_PIF_of: readonly Ref<"tunnel">[];
	readonly tunnel_transport_PIF_of: readonly Ref<"tunnel">[];
	readonly ipv6_configuration_mode: Ipv6ConfigurationMode;
	readonly IPv6: readonly string[];
	readonly ipv6_gateway: string;
	readonly primary_address_type: PrimaryAddressType;
	readonly managed: boolean;
	readonly properties: Readonly<Record<string, string>>;
	readonly capabilities: readonly string[];
	readonly igmp_snooping_status: PifIgmpStatus;
	readonly sriov_physical_PIF_of: readonly Ref<"network_sriov">[];
	readonly sriov_logical_PIF_of: readonly Ref<"network_sriov">[];
	readonly PCI: Ref<"PCI">;
}

export interface PifMetricsRecord {
	readonly uuid: string;
	readonly io_read_kbs: number;
	readonly io_write_kbs: number;
	readonly carrier: boolean;
	readonly vendor_id: string;
	readonly vendor_name: string;
	readonly device_id: string;
	readonly device_name: string;
	readonly speed: number;
	readonly duplex: boolean;
	readonly pci_bus_path: string;
	readonly last_updated: string;
	readonly other_config: Readonly<Record<string, string>>;
}

export interface BondRecord {
	readonly uuid: string;
	readonly master: Ref<"PIF">;
	readonly slaves: readonly Ref<"PIF">[];
	readonly other_config: Readonly<Record<string, string>>;
	readonly primary_slave: Ref<"PIF">;
	readonly mode: BondMode;
	readonly properties: Readonly<Record<string, string>>;
	readonly links_up: number;
	readonly auto_update_mac: boolean;
}

export interface VlanRecord {
	readonly uuid: string;
	readonly tagged_PIF: Ref<"PIF">;
	readonly untagged_PIF: Ref<"PIF">;
	readonly tag: number;
	readonly other_config: Readonly<Record<string, string>>;
}

export interface SmRecord {
	readonly uuid: string;
	readonly name_label: string;
	readonly name_description: string;
	readonly type: string;
	readonly vendor: string;
	readonly copyright: string;
	readonly version: string;
	readonly required_api_version: string;
	readonly configuration: Readonly<Record<string, string>>;
	readonly capabilities: readonly string[];
	readonly features: Readonly<Record<string, number>>;
	readonly other_config: Readonly<Record<string, string>>;
	readonly driver_filename: string;
	readonly required_cluster_stack: readonly string[];
	readonly supported_image_formats: readonly ImageFormatType[];
}

export interface SrRecord {
	readonly uuid: string;
	readonly name_label: string;
	readonly name_description: string;
	readonly allowed_operations: readonly StorageOperations[];
	readonly current_operations: Readonly<Record<string, StorageOperations>>;
	readonly VDIs: readonly Ref<"VDI">[];
	readonly PBDs: readonly Ref<"PBD">[];
	readonly virtual_allocation: number;
	readonly physical_utilisation: number;
	readonly physical_size: number;
	readonly type: string;
	readonly content_type: string;
	readonly shared: boolean;
	readonly other_config: Readonly<Record<string, string>>;
	readonly tags: readonly string[];
	readonly sm_config: Readonly<Record<string, string>>;
	readonly blobs: Readonly<Record<string, Ref<"blob">>>;
	readonly local_cache_enabled: boolean;
	readonly introduced_by: Ref<"DR_task">;
	readonly clustered: boolean;
	readonly is_tools_sr: boolean;
}

export interface SrStatRecord {
	readonly uuid: string | null;
	readonly name_label: string;
	readonly name_description: string;
	readonly free_space: number;
	readonly total_space: number;
	readonly clustered: boolean;
	readonly health: SrHealth;
}

export interface ProbeResultRecord {
	readonly configuration: Readonly<Record<string, string>>;
	readonly complete: boolean;
	readonly sr: SrStatRecord | null;
	readonly extra_info: Readonly<Record<string, string>>;
}

export interface LvhdRecord {
	readonly uuid: string;
}

export interface VdiRecord {
	readonly uuid: string;
	readonly name_label: string;
	readonly name_description: string;
	readonly allowed_operations: readonly VdiOperations[];
	readonly current_operations: Readonly<Record<string, VdiOperations>>;
	readonly SR: Ref<"SR">;
	readonly VBDs: readonly Ref<"VBD">[];
	readonly crash_dumps: readonly Ref<"crashdump">[];
	readonly virtual_size: number;
	readonly physical_utilisation: number;
	readonly type: VdiType;
	readonly sharable: boolean;
	readonly read_only: boolean;
	readonly other_config: Readonly<Record<string, string>>;
	readonly storage_lock: boolean;
	readonly location: string;
	readonly managed: boolean;
	readonly missing: boolean;
	readonly parent: Ref<"VDI">;
	readonly xenstore_data: Readonly<Record<string, string>>;
	readonly sm_config: Readonly<Record<string, string>>;
	readonly is_a_snapshot: boolean;
	readonly snapshot_of: Ref<"VDI">;
	readonly snapshots: readonly Ref<"VDI">[];
	readonly snapshot_time: string;
	readonly tags: readonly string[];
	readonly allow_caching: boolean;
	readonly on_boot: OnBoot;
	readonly metadata_of_pool: Ref<"pool">;
	readonly metadata_latest: boolean;
	readonly is_tools_iso: boolean;
	readonly cbt_enabled: boolean;
}

export interface VbdRecord {
	readonly uuid: string;
	readonly allowed_operations: readonly VbdOperations[];
	readonly current_operations: Readonly<Record<string, VbdOperations>>;
	readonly VM: Ref<"VM">;
	readonly VDI: Ref<"VDI">;
	readonly device: string;
	readonly userdevice: string;
	readonly bootable: boolean;
	readonly mode: VbdMode;
	readonly type: VbdType;
	readonly unpluggable: boolean;
	readonly storage_lock: boolean;
	readonly empty: boolean;
	readonly other_config: Readonly<Record<string, string>>;
	readonly currently_attached: boolean;
	readonly status_code: number;
	readonly status_detail: string;
	readonly runtime_properties: Readonly<Record<string, string>>;
	readonly qos_algorithm_type: string;
	readonly qos_algorithm_params: Readonly<Record<string, string>>;
	readonly qos_supported_algorithms: readonly string[];
	readonly metrics: Ref<"VBD_metrics">;
}

export interface VbdMetricsRecord {
	readonly uuid: string;
	readonly io_read_kbs: number;
	readonly io_write_kbs: number;
	readonly last_updated: string;
	readonly other_config: Readonly<Record<string, string>>;
}

export interface PbdRecord {
	readonly uuid: string;
	readonly host: Ref<"host">;
	readonly SR: Ref<"SR">;
	readonly device_config: Readonly<Record<string, string>>;
	readonly currently_attached: boolean;
	readonly other_config: Readonly<Record<string, string>>;
}

export interface CrashdumpRecord {
	readonly uuid: string;
	readonly VM: Ref<"VM">;
	readonly VDI: Ref<"VDI">;
	readonly other_config: Readonly<Record<string, string>>;
}

export interface VtpmRecord {
	readonly uuid: string;
	readonly allowed_operations: readonly VtpmOperations[];
	readonly current_operations: Readonly<Record<string, VtpmOperations>>;
	readonly VM: Ref<"VM">;
	readonly backend: Ref<"VM">;
	readonly persistence_backend: PersistenceBackend;
	readonly is_unique: boolean;
	readonly is_protected: boolean;
}

export interface ConsoleRecord {
	readonly uuid: string;
	readonly protocol: ConsoleProtocol;
	readonly location: string;
	readonly VM: Ref<"VM">;
	readonly other_config: Readonly<Record<string, string>>;
}

export interface UserRecord {
	readonly uuid: string;
	readonly short_name: string;
	readonly fullname: string;
	readonly other_config: Readonly<Record<string, string>>;
}

export interface DataSourceRecord {
	readonly name_label: string;
	readonly name_description: string;
	readonly enabled: boolean;
	readonly standard: boolean;
	readonly units: string;
	readonly min: number;
	readonly max: number;
	readonly value: number;
}

export interface BlobRecord {
	readonly uuid: string;
	readonly name_label: string;
	readonly name_description: string;
	readonly size: number;
	readonly public: boolean;
	readonly last_updated: string;
	readonly mime_type: string;
}

export interface MessageRecord {
	readonly uuid: string;
	readonly name: string;
	readonly priority: number;
	readonly cls: Cls;
	readonly obj_uuid: string;
	readonly timestamp: string;
	readonly body: string;
}

export interface SecretRecord {
	readonly uuid: string;
	readonly value: string;
	readonly other_config: Readonly<Record<string, string>>;
}

export interface TunnelRecord {
	readonly uuid: string;
	readonly access_PIF: Ref<"PIF">;
	readonly transport_PIF: Ref<"PIF">;
	readonly status: Readonly<Record<string, string>>;
	readonly other_config: Readonly<Record<string, string>>;
	readonly protocol: TunnelProtocol;
}

export interface NetworkSriovRecord {
	readonly uuid: string;
	readonly physical_PIF: Ref<"PIF">;
	readonly logical_PIF: Ref<"PIF">;
	readonly requires_reboot: boolean;
	readonly configuration_mode: SriovConfigurationMode;
}

export interface PciRecord {
	readonly uuid: string;
	readonly class_id: string;
	readonly class_name: string;
	readonly vendor_id: string;
	readonly vendor_name: string;
	readonly device_id: string;
	readonly device_name: string;
	readonly host: Ref<"host">;
	readonly pci_id: string;
	readonly dependencies: readonly Ref<"PCI">[];
	readonly other_config: Readonly<Record<string, string>>;
	readonly subsystem_vendor_id: string;
	readonly subsystem_vendor_name: string;
	readonly subsystem_device_id: string;
	readonly subsystem_device_name: string;
	readonly driver_name: string;
}

export interface PgpuRecord {
	readonly uuid: string;
	readonly PCI: Ref<"PCI">;
	readonly GPU_group: Ref<"GPU_group">;
	readonly host: Ref<"host">;
	readonly other_config: Readonly<Record<string, string>>;
	readonly supported_VGPU_types: readonly Ref<"VGPU_type">[];
	readonly enabled_VGPU_types: readonly Ref<"VGPU_type">[];
	readonly resident_VGPUs: readonly Ref<"VGPU">[];
	readonly supported_VGPU_max_capacities: Readonly<Record<string, number>>;
	readonly dom0_access: PciDom0Access;
	readonly is_system_display_device: boolean;
	readonly compatibility_metadata: Readonly<Record<string, string>>;
}

export interface GpuGroupRecord {
	readonly uuid: string;
	readonly name_label: string;
	readonly name_description: string;
	readonly PGPUs: readonly Ref<"PGPU">[];
	readonly VGPUs: readonly Ref<"VGPU">[];
	readonly GPU_types: readonly string[];
	readonly other_config: Readonly<Record<string, string>>;
	readonly allocation_algorithm: AllocationAlgorithm;
	readonly supported_VGPU_types: readonly Ref<"VGPU_type">[];
	readonly enabled_VGPU_types: readonly Ref<"VGPU_type">[];
}

export interface VgpuRecord {
	readonly uuid: string;
	readonly VM: Ref<"VM">;
	readonly GPU_group: Ref<"GPU_group">;
	readonly device: string;
	readonly currently_attached: boolean;
	readonly other_config: Readonly<Record<string, string>>;
	readonly type: Ref<"VGPU_type">;
	readonly resident_on: Ref<"PGPU">;
	readonly scheduled_to_be_resident_on: Ref<"PGPU">;
	readonly compatibility_metadata: Readonly<Record<string, string>>;
	readonly extra_args: string;
	readonly PCI: Ref<"PCI">;
}

export interface VgpuTypeRecord {
	readonly uuid: string;
	readonly vendor_name: string;
	readonly model_name: string;
	readonly framebuffer_size: number;
	readonly max_heads: number;
	readonly max_resolution_x: number;
	readonly max_resolution_y: number;
	readonly supported_on_PGPUs: readonly Ref<"PGPU">[];
	readonly enabled_on_PGPUs: readonly Ref<"PGPU">[];
	readonly VGPUs: readonly Ref<"VGPU">[];
	readonly supported_on_GPU_groups: readonly Ref<"GPU_group">[];
	readonly enabled_on_GPU_groups: readonly Ref<"GPU_group">[];
	readonly implementation: VgpuTypeImplementation;
	readonly identifier: string;
	readonly experimental: boolean;
	readonly compatible_types_in_vm: readonly Ref<"VGPU_type">[];
}

export interface PvsSiteRecord {
	readonly uuid: string;
	readonly name_label: string;
	readonly name_description: string;
	readonly PVS_uuid: string;
	readonly cache_storage: readonly Ref<"PVS_cache_storage">[];
	readonly servers: readonly Ref<"PVS_server">[];
	readonly proxies: readonly Ref<"PVS_proxy">[];
}

export interface PvsServerRecord {
	readonly uuid: string;
	readonly addresses: readonly string[];
	readonly first_port: number;
	readonly last_port: number;
	readonly site: Ref<"PVS_site">;
}

export interface PvsProxyRecord {
	readonly uuid: string;
	readonly site: Ref<"PVS_site">;
	readonly VIF: Ref<"VIF">;
	readonly currently_attached: boolean;
	readonly status: PvsProxyStatus;
}

export interface PvsCacheStorageRecord {
	readonly uuid: string;
	readonly host: Ref<"host">;
	readonly SR: Ref<"SR">;
	readonly site: Ref<"PVS_site">;
	readonly size: number;
	readonly VDI: Ref<"VDI">;
}

export interface FeatureRecord {
	readonly uuid: string;
	readonly name_label: string;
	readonly name_description: string;
	readonly enabled: boolean;
	readonly experimental: boolean;
	readonly version: string;
	readonly host: Ref<"host">;
}

export interface SdnControllerRecord {
	readonly uuid: string;
	readonly protocol: SdnControllerProtocol;
	readonly address: string;
	readonly port: number;
}

export interface VdiNbdServerInfoRecord {
	readonly exportname: string;
	readonly address: string;
	readonly port: number;
	readonly cert: string;
	readonly subject: string;
}

export interface PusbRecord {
	readonly uuid: string;
	readonly USB_group: Ref<"USB_group">;
	readonly host: Ref<"host">;
	readonly path: string;
	readonly vendor_id: string;
	readonly vendor_desc: string;
	readonly product_id: string;
	readonly product_desc: string;
	readonly serial: string;
	readonly version: string;
	readonly description: string;
	readonly passthrough_enabled: boolean;
	readonly other_config: Readonly<Record<string, string>>;
	readonly speed: number;
}

export interface UsbGroupRecord {
	readonly uuid: string;
	readonly name_label: string;
	readonly name_description: string;
	readonly PUSBs: readonly Ref<"PUSB">[];
	readonly VUSBs: readonly Ref<"VUSB">[];
	readonly other_config: Readonly<Record<string, string>>;
}

export interface VusbRecord {
	readonly uuid: string;
	readonly allowed_operations: readonly VusbOperations[];
	readonly current_operations: Readonly<Record<string, VusbOperations>>;
	readonly VM: Ref<"VM">;
	readonly USB_group: Ref<"USB_group">;
	readonly other_config: Readonly<Record<string, string>>;
	readonly currently_attached: boolean;
}

export interface ClusterRecord {
	readonly uuid: string;
	readonly cluster_hosts: readonly Ref<"Cluster_host">[];
	readonly pending_forget: readonly string[];
	readonly cluster_token: string;
	readonly cluster_stack: string;
	readonly cluster_stack_version: number;
	readonly is_quorate: boolean;
	readonly quorum: number;
	readonly live_hosts: number;
	readonly expected_hosts: number;
	readonly allowed_operations: readonly ClusterOperation[];
	readonly current_operations: Readonly<Record<string, ClusterOperation>>;
	readonly pool_auto_join: boolean;
	readonly token_timeout: number;
	readonly token_timeout_coefficient: number;
	readonly cluster_config: Readonly<Record<string, string>>;
	readonly other_config: Readonly<Record<string, string>>;
}

export interface ClusterHostRecord {
	readonly uuid: string;
	readonly cluster: Ref<"Cluster">;
	readonly host: Ref<"host">;
	readonly enabled: boolean;
	readonly PIF: Ref<"PIF">;
	readonly joined: boolean;
	readonly live: boolean;
	readonly last_update_live: string;
	readonly allowed_operations: readonly ClusterHostOperation[];
	readonly current_operations: Readonly<Record<string, ClusterHostOperation>>;
	readonly other_config: Readonly<Record<string, string>>;
}

export interface CertificateRecord {
	readonly uuid: string;
	readonly name: string;
	readonly type: CertificateType;
	readonly host: Ref<"host">;
	readonly not_before: string;
	readonly not_after: string;
	readonly fingerprint: string;
	readonly fingerprint_sha256: string;
	readonly fingerprint_sha1: string;
	readonly purpose: readonly CertificatePurpose[];
}

export interface RepositoryRecord {
	readonly uuid: string;
	readonly name_label: string;
	readonly name_description: string;
	readonly binary_url: string;
	readonly source_url: string;
	readonly update: boolean;
	readonly hash: string;
	readonly up_to_date: boolean;
	readonly gpgkey_path: string;
	readonly origin: Origin;
	readonly certificate: string;
}

export interface ObserverRecord {
	readonly uuid: string;
	readonly name_label: string;
	readonly name_description: string;
	readonly hosts: readonly Ref<"host">[];
	readonly attributes: Readonly<Record<string, string>>;
	readonly endpoints: readonly string[];
	readonly components: readonly string[];
	readonly enabled: boolean;
}

export interface VmGroupRecord {
	readonly uuid: string;
	readonly name_label: string;
	readonly name_description: string;
	readonly placement: PlacementPolicy;
	readonly VMs: readonly Ref<"VM">[];
}

export interface HostDriverRecord {
	readonly uuid: string;
	readonly host: Ref<"host">;
	readonly name: string;
	readonly friendly_name: string;
	readonly variants: readonly Ref<"Driver_variant">[];
	readonly active_variant: Ref<"Driver_variant">;
	readonly selected_variant: Ref<"Driver_variant">;
	readonly type: string;
	readonly description: string;
	readonly info: string;
}

export interface DriverVariantRecord {
	readonly uuid: string;
	readonly name: string;
	readonly driver: Ref<"Host_driver">;
	readonly version: string;
	readonly hardware_present: boolean;
	readonly priority: number;
	readonly status: string;
}

export interface CallerRecord {
	readonly uuid: string;
	readonly name_label: string;
	readonly name_description: string;
	readonly user_agent: string;
	readonly client_ip: string;
	readonly last_access: string;
	readonly groups: readonly string[];
	readonly rate_limit: Ref<"Rate_limit">;
	readonly auto_registered: boolean;
}

export interface RateLimitRecord {
	readonly uuid: string;
	readonly name_label: string;
	readonly name_description: string;
	readonly callers: readonly Ref<"Caller">[];
	readonly burst_size: number;
	readonly fill_rate: number;
}

export interface XapiRecords {
	readonly session: SessionRecord;
	readonly subject: SubjectRecord;
	readonly role: RoleRecord;
	readonly task: TaskRecord;
	readonly pool: PoolRecord;
	readonly pool_patch: PoolPatchRecord;
	readonly pool_update: PoolUpdateRecord;
	readonly VM: VmRecord;
	readonly VM_metrics: VmMetricsRecord;
	readonly VM_guest_metrics: VmGuestMetricsRecord;
	readonly VMPP: VmppRecord;
	readonly VMSS: VmssRecord;
	readonly VM_appliance: VmApplianceRecord;
	readonly DR_task: DrTaskRecord;
	readonly host: HostRecord;
	readonly host_crashdump: HostCrashdumpRecord;
	readonly host_patch: HostPatchRecord;
	readonly host_metrics: HostMetricsRecord;
	readonly host_cpu: HostCpuRecord;
	readonly network: NetworkRecord;
	readonly VIF: VifRecord;
	readonly VIF_metrics: VifMetricsRecord;
	readonly PIF: PifRecord;
	readonly PIF_metrics: PifMetricsRecord;
	readonly Bond: BondRecord;
	readonly VLAN: VlanRecord;
	readonly SM: SmRecord;
	readonly SR: SrRecord;
	readonly sr_stat: SrStatRecord;
	readonly probe_result: ProbeResultRecord;
	readonly LVHD: LvhdRecord;
	readonly VDI: VdiRecord;
	readonly VBD: VbdRecord;
	readonly VBD_metrics: VbdMetricsRecord;
	readonly PBD: PbdRecord;
	readonly crashdump: CrashdumpRecord;
	readonly VTPM: VtpmRecord;
	readonly console: ConsoleRecord;
	readonly user: UserRecord;
	readonly data_source: DataSourceRecord;
	readonly blob: BlobRecord;
	readonly message: MessageRecord;
	readonly secret: SecretRecord;
	readonly tunnel: TunnelRecord;
	readonly network_sriov: NetworkSriovRecord;
	readonly PCI: PciRecord;
	readonly PGPU: PgpuRecord;
	readonly GPU_group: GpuGroupRecord;
	readonly VGPU: VgpuRecord;
	readonly VGPU_type: VgpuTypeRecord;
	readonly PVS_site: PvsSiteRecord;
	readonly PVS_server: PvsServerRecord;
	readonly PVS_proxy: PvsProxyRecord;
	readonly PVS_cache_storage: PvsCacheStorageRecord;
	readonly Feature: FeatureRecord;
	readonly SDN_controller: SdnControllerRecord;
	readonly vdi_nbd_server_info: VdiNbdServerInfoRecord;
	readonly PUSB: PusbRecord;
	readonly USB_group: UsbGroupRecord;
	readonly VUSB: VusbRecord;
	readonly Cluster: ClusterRecord;
	readonly Cluster_host: ClusterHostRecord;
	readonly Certificate: CertificateRecord;
	readonly Repository: RepositoryRecord;
	readonly Observer: ObserverRecord;
	readonly VM_group: VmGroupRecord;
	readonly Host_driver: HostDriverRecord;
	readonly Driver_variant: DriverVariantRecord;
	readonly Caller: CallerRecord;
	readonly Rate_limit: RateLimitRecord;
}
