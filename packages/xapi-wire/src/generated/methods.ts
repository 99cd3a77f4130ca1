// Written by tools/generate-datamodel.ts.
import type { EventBatch, EventRecord } from "../event-types.ts";
import type { Ref } from "../ref.ts";
import type * as T from "./records.ts";

export interface XapiMethods {
	"session.get_record": { params: [self: Ref<"session">]; result: T.SessionRecord };
	"session.get_by_uuid": { params: [uuid: string]; result: Ref<"session"> };
	"session.get_uuid": { params: [self: Ref<"session">]; result: string };
	"session.get_this_host": { params: [self: Ref<"session">]; result: Ref<"host"> };
	"session.get_this_user": { params: [self: Ref<"session">]; result: Ref<"user"> };
	"session.get_last_active": { params: [self: Ref<"session">]; result: string };
	"session.get_pool": { params: [self: Ref<"session">]; result: boolean };
	"session.get_other_config": { params: [self: Ref<"session">]; result: Readonly<Record<string, string>> };
	"session.get_is_local_superuser": { params: [self: Ref<"session">]; result: boolean };
	"session.get_subject": { params: [self: Ref<"session">]; result: Ref<"subject"> };
	"session.get_validation_time": { params: [self: Ref<"session">]; result: string };
	"session.get_auth_user_sid": { params: [self: Ref<"session">]; result: string };
	"session.get_auth_user_name": { params: [self: Ref<"session">]; result: string };
	"session.get_rbac_permissions": { params: [self: Ref<"session">]; result: readonly string[] };
	"session.get_tasks": { params: [self: Ref<"session">]; result: readonly Ref<"task">[] };
	"session.get_parent": { params: [self: Ref<"session">]; result: Ref<"session"> };
	"session.get_originator": { params: [self: Ref<"session">]; result: string };
	"session.get_client_certificate": { params: [self: Ref<"session">]; result: boolean };
	"session.set_other_config": { params: [self: Ref<"session">, value: Readonly<Record<string, string>>]; result: void };
	"session.add_to_other_config": { params: [self: Ref<"session">, key: string, value: string]; result: void };
	"session.remove_from_other_config": { params: [self: Ref<"session">, key: string]; result: void };
	"session.login_with_password": { params: [uname: string, pwd: string, version?: string, originator?: string]; result: Ref<"session"> };
	"session.logout": { params: []; result: void };
	"session.change_password": { params: [old_pwd: string, new_pwd: string]; result: void };
	"session.slave_login": { params: [host: Ref<"host">, psecret: string]; result: Ref<"session"> };
	"session.slave_local_login": { params: [psecret: string]; result: Ref<"session"> };
	"session.slave_local_login_with_password": { params: [uname: string, pwd: string]; result: Ref<"session"> };
	"session.create_from_db_file": { params: [filename: string]; result: Ref<"session"> };
	"session.local_logout": { params: []; result: void };
	"session.get_all_subject_identifiers": { params: []; result: readonly string[] };
	"session.logout_subject_identifier": { params: [subject_identifier: string]; result: void };
	"auth.get_subject_identifier": { params: [subject_name: string]; result: string };
	"auth.get_subject_information_from_identifier": { params: [subject_identifier: string]; result: Readonly<Record<string, string>> };
	"auth.get_group_membership": { params: [subject_identifier: string]; result: readonly string[] };
	"subject.get_record": { params: [self: Ref<"subject">]; result: T.SubjectRecord };
	"subject.get_by_uuid": { params: [uuid: string]; result: Ref<"subject"> };
	"subject.create": { params: [args: Partial<T.SubjectRecord>]; result: Ref<"subject"> };
	"subject.destroy": { params: [self: Ref<"subject">]; result: void };
	"subject.get_uuid": { params: [self: Ref<"subject">]; result: string };
	"subject.get_subject_identifier": { params: [self: Ref<"subject">]; result: string };
	"subject.get_other_config": { params: [self: Ref<"subject">]; result: Readonly<Record<string, string>> };
	"subject.get_roles": { params: [self: Ref<"subject">]; result: readonly Ref<"role">[] };
	"subject.add_to_roles": { params: [self: Ref<"subject">, role: Ref<"role">]; result: void };
	"subject.remove_from_roles": { params: [self: Ref<"subject">, role: Ref<"role">]; result: void };
	"subject.get_permissions_name_label": { params: [self: Ref<"subject">]; result: readonly string[] };
	"subject.get_all": { params: []; result: readonly Ref<"subject">[] };
	"subject.get_all_where": { params: [expr: string]; result: readonly Ref<"subject">[] };
	"subject.get_all_records_where": { params: [expr: string]; result: Readonly<Record<string, T.SubjectRecord>> };
	"subject.get_all_records": { params: []; result: Readonly<Record<string, T.SubjectRecord>> };
	"role.get_record": { params: [self: Ref<"role">]; result: T.RoleRecord };
	"role.get_by_uuid": { params: [uuid: string]; result: Ref<"role"> };
	"role.get_by_name_label": { params: [label: string]; result: readonly Ref<"role">[] };
	"role.get_uuid": { params: [self: Ref<"role">]; result: string };
	"role.get_name_label": { params: [self: Ref<"role">]; result: string };
	"role.get_name_description": { params: [self: Ref<"role">]; result: string };
	"role.get_subroles": { params: [self: Ref<"role">]; result: readonly Ref<"role">[] };
	"role.get_is_internal": { params: [self: Ref<"role">]; result: boolean };
	"role.get_permissions": { params: [self: Ref<"role">]; result: readonly Ref<"role">[] };
	"role.get_permissions_name_label": { params: [self: Ref<"role">]; result: readonly string[] };
	"role.get_by_permission": { params: [permission: Ref<"role">]; result: readonly Ref<"role">[] };
	"role.get_by_permission_name_label": { params: [label: string]; result: readonly Ref<"role">[] };
	"role.get_all": { params: []; result: readonly Ref<"role">[] };
	"role.get_all_where": { params: [expr: string]; result: readonly Ref<"role">[] };
	"role.get_all_records_where": { params: [expr: string]; result: Readonly<Record<string, T.RoleRecord>> };
	"role.get_all_records": { params: []; result: Readonly<Record<string, T.RoleRecord>> };
	"task.get_record": { params: [self: Ref<"task">]; result: T.TaskRecord };
	"task.get_by_uuid": { params: [uuid: string]; result: Ref<"task"> };
	"task.get_by_name_label": { params: [label: string]; result: readonly Ref<"task">[] };
	"task.get_uuid": { params: [self: Ref<"task">]; result: string };
	"task.get_name_label": { params: [self: Ref<"task">]; result: string };
	"task.get_name_description": { params: [self: Ref<"task">]; result: string };
	"task.get_allowed_operations": { params: [self: Ref<"task">]; result: readonly T.TaskAllowedOperations[] };
	"task.get_current_operations": { params: [self: Ref<"task">]; result: Readonly<Record<string, T.TaskAllowedOperations>> };
	"task.get_created": { params: [self: Ref<"task">]; result: string };
	"task.get_finished": { params: [self: Ref<"task">]; result: string };
	"task.get_status": { params: [self: Ref<"task">]; result: T.TaskStatusType };
	"task.get_resident_on": { params: [self: Ref<"task">]; result: Ref<"host"> };
	"task.get_progress": { params: [self: Ref<"task">]; result: number };
	"task.get_type": { params: [self: Ref<"task">]; result: string };
	"task.get_result": { params: [self: Ref<"task">]; result: string };
	"task.get_error_info": { params: [self: Ref<"task">]; result: readonly string[] };
	"task.get_other_config": { params: [self: Ref<"task">]; result: Readonly<Record<string, string>> };
	"task.get_subtask_of": { params: [self: Ref<"task">]; result: Ref<"task"> };
	"task.get_subtasks": { params: [self: Ref<"task">]; result: readonly Ref<"task">[] };
	"task.get_backtrace": { params: [self: Ref<"task">]; result: string };
	"task.create": { params: [label: string, description: string]; result: Ref<"task"> };
	"task.destroy": { params: [self: Ref<"task">]; result: void };
	"task.cancel": { params: [task: Ref<"task">]; result: void };
	"task.set_status": { params: [self: Ref<"task">, value: T.TaskStatusType]; result: void };
	"task.set_progress": { params: [self: Ref<"task">, value: number]; result: void };
	"task.set_result": { params: [self: Ref<"task">, value: string]; result: void };
	"task.set_error_info": { params: [self: Ref<"task">, value: readonly string[]]; result: void };
	"task.add_to_other_config": { params: [self: Ref<"task">, key: string, value: string]; result: void };
	"task.remove_from_other_config": { params: [self: Ref<"task">, key: string]; result: void };
	"task.set_other_config": { params: [self: Ref<"task">, value: Readonly<Record<string, string>>]; result: void };
	"task.get_all": { params: []; result: readonly Ref<"task">[] };
	"task.get_all_where": { params: [expr: string]; result: readonly Ref<"task">[] };
	"task.get_all_records_where": { params: [expr: string]; result: Readonly<Record<string, T.TaskRecord>> };
	"task.get_all_records": { params: []; result: Readonly<Record<string, T.TaskRecord>> };
	"event.register": { params: [classes: readonly string[]]; result: void };
	"event.unregister": { params: [classes: readonly string[]]; result: void };
	"event.next": { params: []; result: readonly EventRecord[] };
	"event.from": { params: [classes: readonly string[], token: string, timeout: number]; result: EventBatch };
	"event.get_current_id": { params: []; result: number };
	"event.inject": { params: [class_: string, ref: string]; result: string };
	"pool.get_record": { params: [self: Ref<"pool">]; result: T.PoolRecord };
	"pool.get_by_uuid": { params: [uuid: string]; result: Ref<"pool"> };
	"pool.get_uuid": { params: [self: Ref<"pool">]; result: string };
	"pool.get_name_label": { params: [self: Ref<"pool">]; result: string };
	"pool.get_name_description": { params: [self: Ref<"pool">]; result: string };
	"pool.get_master": { params: [self: Ref<"pool">]; result: Ref<"host"> };
	"pool.get_default_SR": { params: [self: Ref<"pool">]; result: Ref<"SR"> };
	"pool.get_suspend_image_SR": { params: [self: Ref<"pool">]; result: Ref<"SR"> };
	"pool.get_crash_dump_SR": { params: [self: Ref<"pool">]; result: Ref<"SR"> };
	"pool.get_other_config": { params: [self: Ref<"pool">]; result: Readonly<Record<string, string>> };
	"pool.get_ha_enabled": { params: [self: Ref<"pool">]; result: boolean };
	"pool.get_ha_configuration": { params: [self: Ref<"pool">]; result: Readonly<Record<string, string>> };
	"pool.get_ha_statefiles": { params: [self: Ref<"pool">]; result: readonly string[] };
	"pool.get_ha_host_failures_to_tolerate": { params: [self: Ref<"pool">]; result: number };
	"pool.get_ha_plan_exists_for": { params: [self: Ref<"pool">]; result: number };
	"pool.get_ha_allow_overcommit": { params: [self: Ref<"pool">]; result: boolean };
	"pool.get_ha_overcommitted": { params: [self: Ref<"pool">]; result: boolean };
	"pool.get_blobs": { params: [self: Ref<"pool">]; result: Readonly<Record<string, Ref<"blob">>> };
	"pool.get_tags": { params: [self: Ref<"pool">]; result: readonly string[] };
	"pool.get_gui_config": { params: [self: Ref<"pool">]; result: Readonly<Record<string, string>> };
	"pool.get_health_check_config": { params: [self: Ref<"pool">]; result: Readonly<Record<string, string>> };
	"pool.get_wlb_url": { params: [self: Ref<"pool">]; result: string };
	"pool.get_wlb_username": { params: [self: Ref<"pool">]; result: string };
	"pool.get_wlb_enabled": { params: [self: Ref<"pool">]; result: boolean };
	"pool.get_wlb_verify_cert": { params: [self: Ref<"pool">]; result: boolean };
	"pool.get_redo_log_enabled": { params: [self: Ref<"pool">]; result: boolean };
	"pool.get_redo_log_vdi": { params: [self: Ref<"pool">]; result: Ref<"VDI"> };
	"pool.get_vswitch_controller": { params: [self: Ref<"pool">]; result: string };
	"pool.get_restrictions": { params: [self: Ref<"pool">]; result: Readonly<Record<string, string>> };
	"pool.get_metadata_VDIs": { params: [self: Ref<"pool">]; result: readonly Ref<"VDI">[] };
	"pool.get_ha_cluster_stack": { params: [self: Ref<"pool">]; result: string };
	"pool.get_allowed_operations": { params: [self: Ref<"pool">]; result: readonly T.PoolAllowedOperations[] };
	"pool.get_current_operations": { params: [self: Ref<"pool">]; result: Readonly<Record<string, T.PoolAllowedOperations>> };
	"pool.get_guest_agent_config": { params: [self: Ref<"pool">]; result: Readonly<Record<string, string>> };
	"pool.get_cpu_info": { params: [self: Ref<"pool">]; result: Readonly<Record<string, string>> };
	"pool.get_policy_no_vendor_device": { params: [self: Ref<"pool">]; result: boolean };
	"pool.get_live_patching_disabled": { params: [self: Ref<"pool">]; result: boolean };
	"pool.get_igmp_snooping_enabled": { params: [self: Ref<"pool">]; result: boolean };
	"pool.get_uefi_certificates": { params: [self: Ref<"pool">]; result: string };
	"pool.get_custom_uefi_certificates": { params: [self: Ref<"pool">]; result: string };
	"pool.get_is_psr_pending": { params: [self: Ref<"pool">]; result: boolean };
	"pool.get_tls_verification_enabled": { params: [self: Ref<"pool">]; result: boolean };
	"pool.get_repositories": { params: [self: Ref<"pool">]; result: readonly Ref<"Repository">[] };
	"pool.get_client_certificate_auth_enabled": { params: [self: Ref<"pool">]; result: boolean };
	"pool.get_client_certificate_auth_name": { params: [self: Ref<"pool">]; result: string };
	"pool.get_repository_proxy_url": { params: [self: Ref<"pool">]; result: string };
	"pool.get_repository_proxy_username": { params: [self: Ref<"pool">]; result: string };
	"pool.get_repository_proxy_password": { params: [self: Ref<"pool">]; result: Ref<"secret"> };
	"pool.get_migration_compression": { params: [self: Ref<"pool">]; result: boolean };
	"pool.get_coordinator_bias": { params: [self: Ref<"pool">]; result: boolean };
	"pool.get_local_auth_max_threads": { params: [self: Ref<"pool">]; result: number };
	"pool.get_ext_auth_max_threads": { params: [self: Ref<"pool">]; result: number };
	"pool.get_ext_auth_cache_enabled": { params: [self: Ref<"pool">]; result: boolean };
	"pool.get_ext_auth_cache_size": { params: [self: Ref<"pool">]; result: number };
	"pool.get_ext_auth_cache_expiry": { params: [self: Ref<"pool">]; result: number };
	"pool.get_telemetry_uuid": { params: [self: Ref<"pool">]; result: Ref<"secret"> };
	"pool.get_telemetry_frequency": { params: [self: Ref<"pool">]; result: T.TelemetryFrequency };
	"pool.get_telemetry_next_collection": { params: [self: Ref<"pool">]; result: string };
	"pool.get_last_update_sync": { params: [self: Ref<"pool">]; result: string };
	"pool.get_update_sync_frequency": { params: [self: Ref<"pool">]; result: T.UpdateSyncFrequency };
	"pool.get_update_sync_day": { params: [self: Ref<"pool">]; result: number };
	"pool.get_update_sync_enabled": { params: [self: Ref<"pool">]; result: boolean };
	"pool.get_recommendations": { params: [self: Ref<"pool">]; result: Readonly<Record<string, string>> };
	"pool.get_license_server": { params: [self: Ref<"pool">]; result: Readonly<Record<string, string>> };
	"pool.get_ha_reboot_vm_on_internal_shutdown": { params: [self: Ref<"pool">]; result: boolean };
	"pool.get_limit_console_sessions": { params: [self: Ref<"pool">]; result: boolean };
	"pool.get_vm_console_idle_timeout": { params: [self: Ref<"pool">]; result: number };
	"pool.get_auto_update_vm_secureboot_certificates": { params: [self: Ref<"pool">]; result: boolean };
	"pool.set_name_label": { params: [self: Ref<"pool">, value: string]; result: void };
	"pool.set_name_description": { params: [self: Ref<"pool">, value: string]; result: void };
	"pool.set_default_SR": { params: [self: Ref<"pool">, value: Ref<"SR">]; result: void };
	"pool.set_suspend_image_SR": { params: [self: Ref<"pool">, value: Ref<"SR">]; result: void };
	"pool.set_crash_dump_SR": { params: [self: Ref<"pool">, value: Ref<"SR">]; result: void };
	"pool.set_other_config": { params: [self: Ref<"pool">, value: Readonly<Record<string, string>>]; result: void };
	"pool.add_to_other_config": { params: [self: Ref<"pool">, key: string, value: string]; result: void };
	"pool.remove_from_other_config": { params: [self: Ref<"pool">, key: string]; result: void };
	"pool.set_ha_allow_overcommit": { params: [self: Ref<"pool">, value: boolean]; result: void };
	"pool.set_tags": { params: [self: Ref<"pool">, value: readonly string[]]; result: void };
	"pool.add_tags": { params: [self: Ref<"pool">, value: string]; result: void };
	"pool.remove_tags": { params: [self: Ref<"pool">, value: string]; result: void };
	"pool.set_gui_config": { params: [self: Ref<"pool">, value: Readonly<Record<string, string>>]; result: void };
	"pool.add_to_gui_config": { params: [self: Ref<"pool">, key: string, value: string]; result: void };
	"pool.remove_from_gui_config": { params: [self: Ref<"pool">, key: string]; result: void };
	"pool.set_health_check_config": { params: [self: Ref<"pool">, value: Readonly<Record<string, string>>]; result: void };
	"pool.add_to_health_check_config": { params: [self: Ref<"pool">, key: string, value: string]; result: void };
	"pool.remove_from_health_check_config": { params: [self: Ref<"pool">, key: string]; result: void };
	"pool.set_wlb_enabled": { params: [self: Ref<"pool">, value: boolean]; result: void };
	"pool.set_wlb_verify_cert": { params: [self: Ref<"pool">, value: boolean]; result: void };
	"pool.set_policy_no_vendor_device": { params: [self: Ref<"pool">, value: boolean]; result: void };
	"pool.set_live_patching_disabled": { params: [self: Ref<"pool">, value: boolean]; result: void };
	"pool.set_is_psr_pending": { params: [self: Ref<"pool">, value: boolean]; result: void };
	"pool.set_migration_compression": { params: [self: Ref<"pool">, value: boolean]; result: void };
	"pool.set_coordinator_bias": { params: [self: Ref<"pool">, value: boolean]; result: void };
	"pool.set_license_server": { params: [self: Ref<"pool">, value: Readonly<Record<string, string>>]; result: void };
	"pool.add_to_license_server": { params: [self: Ref<"pool">, key: string, value: string]; result: void };
	"pool.remove_from_license_server": { params: [self: Ref<"pool">, key: string]; result: void };
	"pool.set_ha_reboot_vm_on_internal_shutdown": { params: [self: Ref<"pool">, value: boolean]; result: void };
	"pool.set_limit_console_sessions": { params: [self: Ref<"pool">, value: boolean]; result: void };
	"pool.set_vm_console_idle_timeout": { params: [self: Ref<"pool">, value: number]; result: void };
	"pool.set_auto_update_vm_secureboot_certificates": { params: [self: Ref<"pool">, value: boolean]; result: void };
	"pool.join": { params: [master_address: string, master_username: string, master_password: string]; result: void };
	"pool.join_force": { params: [master_address: string, master_username: string, master_password: string]; result: void };
	"pool.eject": { params: [host: Ref<"host">]; result: void };
	"pool.initial_auth": { params: []; result: string };
	"pool.exchange_certificates_on_join": { params: [uuid: string, certificate: string]; result: Readonly<Record<string, string>> };
	"pool.exchange_ca_certificates_on_join": { params: [import_: Readonly<Record<string, string>>, export_: readonly Ref<"Certificate">[]]; result: Readonly<Record<string, string>> };
	"pool.emergency_transition_to_master": { params: []; result: void };
	"pool.emergency_reset_master": { params: [master_address: string]; result: void };
	"pool.recover_slaves": { params: []; result: readonly Ref<"host">[] };
	"pool.hello": { params: [host_uuid: string, host_address: string]; result: T.HelloReturn };
	"pool.is_slave": { params: [host: Ref<"host">]; result: boolean };
	"pool.create_VLAN": { params: [device: string, network: Ref<"network">, VLAN: number]; result: readonly Ref<"PIF">[] };
	"pool.management_reconfigure": { params: [network: Ref<"network">]; result: void };
	"pool.create_VLAN_from_PIF": { params: [pif: Ref<"PIF">, network: Ref<"network">, VLAN: number]; result: readonly Ref<"PIF">[] };
	"pool.enable_ha": { params: [heartbeat_srs: readonly Ref<"SR">[], configuration: Readonly<Record<string, string>>]; result: void };
	"pool.disable_ha": { params: []; result: void };
	"pool.sync_database": { params: []; result: void };
	"pool.designate_new_master": { params: [host: Ref<"host">]; result: void };
	"pool.ha_prevent_restarts_for": { params: [seconds: number]; result: void };
	"pool.ha_failover_plan_exists": { params: [n: number]; result: boolean };
	"pool.ha_compute_max_host_failures_to_tolerate": { params: []; result: number };
	"pool.ha_compute_hypothetical_max_host_failures_to_tolerate": { params: [configuration: Readonly<Record<string, string>>]; result: number };
	"pool.ha_compute_vm_failover_plan": { params: [failed_hosts: readonly Ref<"host">[], failed_vms: readonly Ref<"VM">[]]; result: Readonly<Record<string, Readonly<Record<string, string>>>> };
	"pool.set_ha_host_failures_to_tolerate": { params: [self: Ref<"pool">, value: number]; result: void };
	"pool.create_new_blob": { params: [pool: Ref<"pool">, name: string, mime_type: string, public_?: boolean]; result: Ref<"blob"> };
	"pool.ha_schedule_plan_recomputation": { params: []; result: void };
	"pool.enable_binary_storage": { params: []; result: void };
	"pool.disable_binary_storage": { params: []; result: void };
	"pool.enable_external_auth": { params: [pool: Ref<"pool">, config: Readonly<Record<string, string>>, service_name: string, auth_type: string]; result: void };
	"pool.disable_external_auth": { params: [pool: Ref<"pool">, config?: Readonly<Record<string, string>>]; result: void };
	"pool.external_auth_set_ldaps": { params: [pool: Ref<"pool">, ldaps: boolean, force?: boolean]; result: void };
	"pool.detect_nonhomogeneous_external_auth": { params: [pool: Ref<"pool">]; result: void };
	"pool.initialize_wlb": { params: [wlb_url: string, wlb_username: string, wlb_password: string, xenserver_username: string, xenserver_password: string]; result: void };
	"pool.deconfigure_wlb": { params: []; result: void };
	"pool.send_wlb_configuration": { params: [config: Readonly<Record<string, string>>]; result: void };
	"pool.retrieve_wlb_configuration": { params: []; result: Readonly<Record<string, string>> };
	"pool.retrieve_wlb_recommendations": { params: []; result: Readonly<Record<string, readonly string[]>> };
	"pool.send_test_post": { params: [host: string, port: number, body: string]; result: string };
	"pool.certificate_install": { params: [name: string, cert: string]; result: void };
	"pool.certificate_uninstall": { params: [name: string]; result: void };
	"pool.certificate_list": { params: []; result: readonly string[] };
	"pool.install_ca_certificate": { params: [name: string, cert: string]; result: void };
	"pool.uninstall_ca_certificate": { params: [name: string, force?: boolean]; result: void };
	"pool.crl_install": { params: [name: string, cert: string]; result: void };
	"pool.crl_uninstall": { params: [name: string]; result: void };
	"pool.crl_list": { params: []; result: readonly string[] };
	"pool.certificate_sync": { params: []; result: void };
	"pool.enable_tls_verification": { params: []; result: void };
	"pool.enable_redo_log": { params: [sr: Ref<"SR">]; result: void };
	"pool.disable_redo_log": { params: []; result: void };
	"pool.audit_log_append": { params: [line: string]; result: void };
	"pool.set_vswitch_controller": { params: [address: string]; result: void };
	"pool.test_archive_target": { params: [self: Ref<"pool">, config: Readonly<Record<string, string>>]; result: string };
	"pool.enable_local_storage_caching": { params: [self: Ref<"pool">]; result: void };
	"pool.disable_local_storage_caching": { params: [self: Ref<"pool">]; result: void };
	"pool.get_license_state": { params: [self: Ref<"pool">]; result: Readonly<Record<string, string>> };
	"pool.apply_edition": { params: [self: Ref<"pool">, edition: string]; result: void };
	"pool.disable_ssl_legacy": { params: [self: Ref<"pool">]; result: void };
	"pool.set_igmp_snooping_enabled": { params: [self: Ref<"pool">, value: boolean]; result: void };
	"pool.has_extension": { params: [self: Ref<"pool">, name: string]; result: boolean };
	"pool.add_to_guest_agent_config": { params: [self: Ref<"pool">, key: string, value: string]; result: void };
	"pool.remove_from_guest_agent_config": { params: [self: Ref<"pool">, key: string]; result: void };
	"pool.rotate_secret": { params: []; result: void };
	"pool.set_repositories": { params: [self: Ref<"pool">, value: readonly Ref<"Repository">[]]; result: void };
	"pool.add_repository": { params: [self: Ref<"pool">, value: Ref<"Repository">]; result: void };
	"pool.remove_repository": { params: [self: Ref<"pool">, value: Ref<"Repository">]; result: void };
	"pool.sync_updates": { params: [self: Ref<"pool">, force: boolean, token?: string, token_id?: string, username?: string, password?: string]; result: string };
	"pool.check_update_readiness": { params: [self: Ref<"pool">, requires_reboot: boolean]; result: readonly (readonly string[])[] };
	"pool.enable_client_certificate_auth": { params: [self: Ref<"pool">, name: string]; result: void };
	"pool.disable_client_certificate_auth": { params: [self: Ref<"pool">]; result: void };
	"pool.configure_repository_proxy": { params: [self: Ref<"pool">, url: string, username: string, password: string]; result: void };
	"pool.disable_repository_proxy": { params: [self: Ref<"pool">]; result: void };
	"pool.set_uefi_certificates": { params: [self: Ref<"pool">, value: string]; result: void };
	"pool.set_custom_uefi_certificates": { params: [self: Ref<"pool">, value: string]; result: void };
	"pool.set_https_only": { params: [self: Ref<"pool">, value: boolean]; result: void };
	"pool.set_telemetry_next_collection": { params: [self: Ref<"pool">, value: string]; result: void };
	"pool.reset_telemetry_uuid": { params: [self: Ref<"pool">]; result: void };
	"pool.configure_update_sync": { params: [self: Ref<"pool">, update_sync_frequency: T.UpdateSyncFrequency, update_sync_day: number]; result: void };
	"pool.set_update_sync_enabled": { params: [self: Ref<"pool">, value: boolean]; result: void };
	"pool.set_local_auth_max_threads": { params: [self: Ref<"pool">, value: number]; result: void };
	"pool.set_ext_auth_max_threads": { params: [self: Ref<"pool">, value: number]; result: void };
	"pool.set_ext_auth_cache_enabled": { params: [self: Ref<"pool">, value: boolean]; result: void };
	"pool.set_ext_auth_cache_size": { params: [self: Ref<"pool">, value: number]; result: void };
	"pool.set_ext_auth_cache_expiry": { params: [self: Ref<"pool">, value: number]; result: void };
	"pool.get_guest_secureboot_readiness": { params: [self: Ref<"pool">]; result: T.PoolGuestSecurebootReadiness };
	"pool.enable_ssh": { params: [self: Ref<"pool">]; result: void };
	"pool.disable_ssh": { params: [self: Ref<"pool">]; result: void };
	"pool.set_ssh_enabled_timeout": { params: [self: Ref<"pool">, value: number]; result: void };
	"pool.set_console_idle_timeout": { params: [self: Ref<"pool">, value: number]; result: void };
	"pool.set_ssh_auto_mode": { params: [self: Ref<"pool">, value: boolean]; result: void };
	"pool.install_trusted_certificate": { params: [self: Ref<"pool">, ca: boolean, cert: string, purpose: readonly T.CertificatePurpose[]]; result: void };
	"pool.uninstall_trusted_certificate": { params: [self: Ref<"pool">, certificate: Ref<"Certificate">]; result: void };
	"pool.sync_trusted_certificates_from": { params: [self: Ref<"pool">, remote_pool: string, remote_session: Ref<"session">, remote_certificate: string, ca: boolean]; result: readonly Ref<"Certificate">[] };
	"pool.exchange_trusted_certificates_on_join": { params: [self: Ref<"pool">, ca: boolean, import_: Readonly<Record<string, readonly string[]>>, export_: readonly Ref<"Certificate">[]]; result: Readonly<Record<string, readonly string[]>> };
	"pool.exchange_crls_on_join": { params: [self: Ref<"pool">, import_: Readonly<Record<string, string>>, export_: readonly string[]]; result: Readonly<Record<string, string>> };
	"pool.get_all": { params: []; result: readonly Ref<"pool">[] };
	"pool.get_all_where": { params: [expr: string]; result: readonly Ref<"pool">[] };
	"pool.get_all_records_where": { params: [expr: string]; result: Readonly<Record<string, T.PoolRecord>> };
	"pool.get_all_records": { params: []; result: Readonly<Record<string, T.PoolRecord>> };
	"pool_patch.get_record": { params: [self: Ref<"pool_patch">]; result: T.PoolPatchRecord };
	"pool_patch.get_by_uuid": { params: [uuid: string]; result: Ref<"pool_patch"> };
	"pool_patch.get_by_name_label": { params: [label: string]; result: readonly Ref<"pool_patch">[] };
	"pool_patch.get_uuid": { params: [self: Ref<"pool_patch">]; result: string };
	"pool_patch.get_name_label": { params: [self: Ref<"pool_patch">]; result: string };
	"pool_patch.get_name_description": { params: [self: Ref<"pool_patch">]; result: string };
	"pool_patch.get_version": { params: [self: Ref<"pool_patch">]; result: string };
	"pool_patch.get_size": { params: [self: Ref<"pool_patch">]; result: number };
	"pool_patch.get_pool_applied": { params: [self: Ref<"pool_patch">]; result: boolean };
	"pool_patch.get_host_patches": { params: [self: Ref<"pool_patch">]; result: readonly Ref<"host_patch">[] };
	"pool_patch.get_after_apply_guidance": { params: [self: Ref<"pool_patch">]; result: readonly T.AfterApplyGuidance[] };
	"pool_patch.get_pool_update": { params: [self: Ref<"pool_patch">]; result: Ref<"pool_update"> };
	"pool_patch.get_other_config": { params: [self: Ref<"pool_patch">]; result: Readonly<Record<string, string>> };
	"pool_patch.set_other_config": { params: [self: Ref<"pool_patch">, value: Readonly<Record<string, string>>]; result: void };
	"pool_patch.add_to_other_config": { params: [self: Ref<"pool_patch">, key: string, value: string]; result: void };
	"pool_patch.remove_from_other_config": { params: [self: Ref<"pool_patch">, key: string]; result: void };
	"pool_patch.apply": { params: [self: Ref<"pool_patch">, host: Ref<"host">]; result: string };
	"pool_patch.pool_apply": { params: [self: Ref<"pool_patch">]; result: void };
	"pool_patch.precheck": { params: [self: Ref<"pool_patch">, host: Ref<"host">]; result: string };
	"pool_patch.clean": { params: [self: Ref<"pool_patch">]; result: void };
	"pool_patch.pool_clean": { params: [self: Ref<"pool_patch">]; result: void };
	"pool_patch.destroy": { params: [self: Ref<"pool_patch">]; result: void };
	"pool_patch.clean_on_host": { params: [self: Ref<"pool_patch">, host: Ref<"host">]; result: void };
	"pool_patch.get_all": { params: []; result: readonly Ref<"pool_patch">[] };
	"pool_patch.get_all_where": { params: [expr: string]; result: readonly Ref<"pool_patch">[] };
	"pool_patch.get_all_records_where": { params: [expr: string]; result: Readonly<Record<string, T.PoolPatchRecord>> };
	"pool_patch.get_all_records": { params: []; result: Readonly<Record<string, T.PoolPatchRecord>> };
	"pool_update.get_record": { params: [self: Ref<"pool_update">]; result: T.PoolUpdateRecord };
	"pool_update.get_by_uuid": { params: [uuid: string]; result: Ref<"pool_update"> };
	"pool_update.get_by_name_label": { params: [label: string]; result: readonly Ref<"pool_update">[] };
	"pool_update.get_uuid": { params: [self: Ref<"pool_update">]; result: string };
	"pool_update.get_name_label": { params: [self: Ref<"pool_update">]; result: string };
	"pool_update.get_name_description": { params: [self: Ref<"pool_update">]; result: string };
	"pool_update.get_version": { params: [self: Ref<"pool_update">]; result: string };
	"pool_update.get_installation_size": { params: [self: Ref<"pool_update">]; result: number };
	"pool_update.get_key": { params: [self: Ref<"pool_update">]; result: string };
	"pool_update.get_after_apply_guidance": { params: [self: Ref<"pool_update">]; result: readonly T.UpdateAfterApplyGuidance[] };
	"pool_update.get_vdi": { params: [self: Ref<"pool_update">]; result: Ref<"VDI"> };
	"pool_update.get_hosts": { params: [self: Ref<"pool_update">]; result: readonly Ref<"host">[] };
	"pool_update.get_other_config": { params: [self: Ref<"pool_update">]; result: Readonly<Record<string, string>> };
	"pool_update.get_enforce_homogeneity": { params: [self: Ref<"pool_update">]; result: boolean };
	"pool_update.set_other_config": { params: [self: Ref<"pool_update">, value: Readonly<Record<string, string>>]; result: void };
	"pool_update.add_to_other_config": { params: [self: Ref<"pool_update">, key: string, value: string]; result: void };
	"pool_update.remove_from_other_config": { params: [self: Ref<"pool_update">, key: string]; result: void };
	"pool_update.introduce": { params: [vdi: Ref<"VDI">]; result: Ref<"pool_update"> };
	"pool_update.precheck": { params: [self: Ref<"pool_update">, host: Ref<"host">]; result: T.LivepatchStatus };
	"pool_update.apply": { params: [self: Ref<"pool_update">, host: Ref<"host">]; result: void };
	"pool_update.pool_apply": { params: [self: Ref<"pool_update">]; result: void };
	"pool_update.pool_clean": { params: [self: Ref<"pool_update">]; result: void };
	"pool_update.destroy": { params: [self: Ref<"pool_update">]; result: void };
	"pool_update.attach": { params: [self: Ref<"pool_update">, use_localhost_proxy?: boolean]; result: string };
	"pool_update.detach": { params: [self: Ref<"pool_update">]; result: void };
	"pool_update.resync_host": { params: [host: Ref<"host">]; result: void };
	"pool_update.get_all": { params: []; result: readonly Ref<"pool_update">[] };
	"pool_update.get_all_where": { params: [expr: string]; result: readonly Ref<"pool_update">[] };
	"pool_update.get_all_records_where": { params: [expr: string]; result: Readonly<Record<string, T.PoolUpdateRecord>> };
	"pool_update.get_all_records": { params: []; result: Readonly<Record<string, T.PoolUpdateRecord>> };
	"VM.get_record": { params: [self: Ref<"VM">]; result: T.VmRecord };
	"VM.get_by_uuid": { params: [uuid: string]; result: Ref<"VM"> };
	"VM.create": { params: [args: Partial<T.VmRecord>]; result: Ref<"VM"> };
	"VM.destroy": { params: [self: Ref<"VM">]; result: void };
	"VM.get_by_name_label": { params: [label: string]; result: readonly Ref<"VM">[] };
	"VM.get_uuid": { params: [self: Ref<"VM">]; result: string };
	"VM.get_allowed_operations": { params: [self: Ref<"VM">]; result: readonly T.VmOperations[] };
	"VM.get_current_operations": { params: [self: Ref<"VM">]; result: Readonly<Record<string, T.VmOperations>> };
	"VM.get_name_label": { params: [self: Ref<"VM">]; result: string };
	"VM.get_name_description": { params: [self: Ref<"VM">]; result: string };
	"VM.get_power_state": { params: [self: Ref<"VM">]; result: T.VmPowerState };
	"VM.get_user_version": { params: [self: Ref<"VM">]; result: number };
	"VM.get_is_a_template": { params: [self: Ref<"VM">]; result: boolean };
	"VM.get_is_default_template": { params: [self: Ref<"VM">]; result: boolean };
	"VM.get_suspend_VDI": { params: [self: Ref<"VM">]; result: Ref<"VDI"> };
	"VM.get_resident_on": { params: [self: Ref<"VM">]; result: Ref<"host"> };
	"VM.get_scheduled_to_be_resident_on": { params: [self: Ref<"VM">]; result: Ref<"host"> };
	"VM.get_affinity": { params: [self: Ref<"VM">]; result: Ref<"host"> };
	"VM.get_memory_overhead": { params: [self: Ref<"VM">]; result: number };
	"VM.get_memory_target": { params: [self: Ref<"VM">]; result: number };
	"VM.get_memory_static_max": { params: [self: Ref<"VM">]; result: number };
	"VM.get_memory_dynamic_max": { params: [self: Ref<"VM">]; result: number };
	"VM.get_memory_dynamic_min": { params: [self: Ref<"VM">]; result: number };
	"VM.get_memory_static_min": { params: [self: Ref<"VM">]; result: number };
	"VM.get_VCPUs_params": { params: [self: Ref<"VM">]; result: Readonly<Record<string, string>> };
	"VM.get_VCPUs_max": { params: [self: Ref<"VM">]; result: number };
	"VM.get_VCPUs_at_startup": { params: [self: Ref<"VM">]; result: number };
	"VM.get_actions_after_softreboot": { params: [self: Ref<"VM">]; result: T.OnSoftrebootBehavior };
	"VM.get_actions_after_shutdown": { params: [self: Ref<"VM">]; result: T.OnNormalExit };
	"VM.get_actions_after_reboot": { params: [self: Ref<"VM">]; result: T.OnNormalExit };
	"VM.get_actions_after_crash": { params: [self: Ref<"VM">]; result: T.OnCrashBehaviour };
	"VM.get_consoles": { params: [self: Ref<"VM">]; result: readonly Ref<"console">[] };
	"VM.get_VIFs": { params: [self: Ref<"VM">]; result: readonly Ref<"VIF">[] };
	"VM.get_VBDs": { params: [self: Ref<"VM">]; result: readonly Ref<"VBD">[] };
	"VM.get_VUSBs": { params: [self: Ref<"VM">]; result: readonly Ref<"VUSB">[] };
	"VM.get_crash_dumps": { params: [self: Ref<"VM">]; result: readonly Ref<"crashdump">[] };
	"VM.get_VTPMs": { params: [self: Ref<"VM">]; result: readonly Ref<"VTPM">[] };
	"VM.get_PV_bootloader": { params: [self: Ref<"VM">]; result: string };
	"VM.get_PV_kernel": { params: [self: Ref<"VM">]; result: string };
	"VM.get_PV_ramdisk": { params: [self: Ref<"VM">]; result: string };
	"VM.get_PV_args": { params: [self: Ref<"VM">]; result: string };
	"VM.get_PV_bootloader_args": { params: [self: Ref<"VM">]; result: string };
	"VM.get_PV_legacy_args": { params: [self: Ref<"VM">]; result: string };
	"VM.get_HVM_boot_policy": { params: [self: Ref<"VM">]; result: string };
	"VM.get_HVM_boot_params": { params: [self: Ref<"VM">]; result: Readonly<Record<string, string>> };
	"VM.get_HVM_shadow_multiplier": { params: [self: Ref<"VM">]; result: number };
	"VM.get_platform": { params: [self: Ref<"VM">]; result: Readonly<Record<string, string>> };
	"VM.get_PCI_bus": { params: [self: Ref<"VM">]; result: string };
	"VM.get_other_config": { params: [self: Ref<"VM">]; result: Readonly<Record<string, string>> };
	"VM.get_domid": { params: [self: Ref<"VM">]; result: number };
	"VM.get_domarch": { params: [self: Ref<"VM">]; result: string };
	"VM.get_last_boot_CPU_flags": { params: [self: Ref<"VM">]; result: Readonly<Record<string, string>> };
	"VM.get_is_control_domain": { params: [self: Ref<"VM">]; result: boolean };
	"VM.get_metrics": { params: [self: Ref<"VM">]; result: Ref<"VM_metrics"> };
	"VM.get_guest_metrics": { params: [self: Ref<"VM">]; result: Ref<"VM_guest_metrics"> };
	"VM.get_last_booted_record": { params: [self: Ref<"VM">]; result: string };
	"VM.get_recommendations": { params: [self: Ref<"VM">]; result: string };
	"VM.get_xenstore_data": { params: [self: Ref<"VM">]; result: Readonly<Record<string, string>> };
	"VM.get_ha_always_run": { params: [self: Ref<"VM">]; result: boolean };
	"VM.get_ha_restart_priority": { params: [self: Ref<"VM">]; result: string };
	"VM.get_is_a_snapshot": { params: [self: Ref<"VM">]; result: boolean };
	"VM.get_snapshot_of": { params: [self: Ref<"VM">]; result: Ref<"VM"> };
	"VM.get_snapshots": { params: [self: Ref<"VM">]; result: readonly Ref<"VM">[] };
	"VM.get_snapshot_time": { params: [self: Ref<"VM">]; result: string };
	"VM.get_transportable_snapshot_id": { params: [self: Ref<"VM">]; result: string };
	"VM.get_blobs": { params: [self: Ref<"VM">]; result: Readonly<Record<string, Ref<"blob">>> };
	"VM.get_tags": { params: [self: Ref<"VM">]; result: readonly string[] };
	"VM.get_blocked_operations": { params: [self: Ref<"VM">]; result: Readonly<Record<string, string>> };
	"VM.get_snapshot_info": { params: [self: Ref<"VM">]; result: Readonly<Record<string, string>> };
	"VM.get_snapshot_metadata": { params: [self: Ref<"VM">]; result: string };
	"VM.get_parent": { params: [self: Ref<"VM">]; result: Ref<"VM"> };
	"VM.get_children": { params: [self: Ref<"VM">]; result: readonly Ref<"VM">[] };
	"VM.get_bios_strings": { params: [self: Ref<"VM">]; result: Readonly<Record<string, string>> };
	"VM.get_protection_policy": { params: [self: Ref<"VM">]; result: Ref<"VMPP"> };
	"VM.get_is_snapshot_from_vmpp": { params: [self: Ref<"VM">]; result: boolean };
	"VM.get_snapshot_schedule": { params: [self: Ref<"VM">]; result: Ref<"VMSS"> };
	"VM.get_is_vmss_snapshot": { params: [self: Ref<"VM">]; result: boolean };
	"VM.get_appliance": { params: [self: Ref<"VM">]; result: Ref<"VM_appliance"> };
	"VM.get_start_delay": { params: [self: Ref<"VM">]; result: number };
	"VM.get_shutdown_delay": { params: [self: Ref<"VM">]; result: number };
	"VM.get_order": { params: [self: Ref<"VM">]; result: number };
	"VM.get_VGPUs": { params: [self: Ref<"VM">]; result: readonly Ref<"VGPU">[] };
	"VM.get_attached_PCIs": { params: [self: Ref<"VM">]; result: readonly Ref<"PCI">[] };
	"VM.get_suspend_SR": { params: [self: Ref<"VM">]; result: Ref<"SR"> };
	"VM.get_version": { params: [self: Ref<"VM">]; result: number };
	"VM.get_generation_id": { params: [self: Ref<"VM">]; result: string };
	"VM.get_hardware_platform_version": { params: [self: Ref<"VM">]; result: number };
	"VM.get_has_vendor_device": { params: [self: Ref<"VM">]; result: boolean };
	"VM.get_requires_reboot": { params: [self: Ref<"VM">]; result: boolean };
	"VM.get_reference_label": { params: [self: Ref<"VM">]; result: string };
	"VM.get_domain_type": { params: [self: Ref<"VM">]; result: T.DomainType };
	"VM.get_NVRAM": { params: [self: Ref<"VM">]; result: Readonly<Record<string, string>> };
	"VM.get_pending_guidances": { params: [self: Ref<"VM">]; result: readonly T.UpdateGuidances[] };
	"VM.get_pending_guidances_recommended": { params: [self: Ref<"VM">]; result: readonly T.UpdateGuidances[] };
	"VM.get_pending_guidances_full": { params: [self: Ref<"VM">]; result: readonly T.UpdateGuidances[] };
	"VM.get_groups": { params: [self: Ref<"VM">]; result: readonly Ref<"VM_group">[] };
	"VM.get_secureboot_certificates_state": { params: [self: Ref<"VM">]; result: T.VmSecurebootCertificatesState };
	"VM.set_name_label": { params: [self: Ref<"VM">, value: string]; result: void };
	"VM.set_name_description": { params: [self: Ref<"VM">, value: string]; result: void };
	"VM.set_user_version": { params: [self: Ref<"VM">, value: number]; result: void };
	"VM.set_is_a_template": { params: [self: Ref<"VM">, value: boolean]; result: void };
	"VM.set_affinity": { params: [self: Ref<"VM">, value: Ref<"host">]; result: void };
	"VM.set_VCPUs_params": { params: [self: Ref<"VM">, value: Readonly<Record<string, string>>]; result: void };
	"VM.add_to_VCPUs_params": { params: [self: Ref<"VM">, key: string, value: string]; result: void };
	"VM.remove_from_VCPUs_params": { params: [self: Ref<"VM">, key: string]; result: void };
	"VM.set_actions_after_softreboot": { params: [self: Ref<"VM">, value: T.OnSoftrebootBehavior]; result: void };
	"VM.set_actions_after_shutdown": { params: [self: Ref<"VM">, value: T.OnNormalExit]; result: void };
	"VM.set_actions_after_reboot": { params: [self: Ref<"VM">, value: T.OnNormalExit]; result: void };
	"VM.set_PV_bootloader": { params: [self: Ref<"VM">, value: string]; result: void };
	"VM.set_PV_kernel": { params: [self: Ref<"VM">, value: string]; result: void };
	"VM.set_PV_ramdisk": { params: [self: Ref<"VM">, value: string]; result: void };
	"VM.set_PV_args": { params: [self: Ref<"VM">, value: string]; result: void };
	"VM.set_PV_bootloader_args": { params: [self: Ref<"VM">, value: string]; result: void };
	"VM.set_PV_legacy_args": { params: [self: Ref<"VM">, value: string]; result: void };
	"VM.set_HVM_boot_params": { params: [self: Ref<"VM">, value: Readonly<Record<string, string>>]; result: void };
	"VM.add_to_HVM_boot_params": { params: [self: Ref<"VM">, key: string, value: string]; result: void };
	"VM.remove_from_HVM_boot_params": { params: [self: Ref<"VM">, key: string]; result: void };
	"VM.set_PCI_bus": { params: [self: Ref<"VM">, value: string]; result: void };
	"VM.set_recommendations": { params: [self: Ref<"VM">, value: string]; result: void };
	"VM.set_xenstore_data": { params: [self: Ref<"VM">, value: Readonly<Record<string, string>>]; result: void };
	"VM.add_to_xenstore_data": { params: [self: Ref<"VM">, key: string, value: string]; result: void };
	"VM.remove_from_xenstore_data": { params: [self: Ref<"VM">, key: string]; result: void };
	"VM.set_tags": { params: [self: Ref<"VM">, value: readonly string[]]; result: void };
	"VM.add_tags": { params: [self: Ref<"VM">, value: string]; result: void };
	"VM.remove_tags": { params: [self: Ref<"VM">, value: string]; result: void };
	"VM.set_suspend_SR": { params: [self: Ref<"VM">, value: Ref<"SR">]; result: void };
	"VM.set_hardware_platform_version": { params: [self: Ref<"VM">, value: number]; result: void };
	"VM.snapshot": { params: [vm: Ref<"VM">, new_name: string, ignore_vdis?: readonly Ref<"VDI">[]]; result: Ref<"VM"> };
	"VM.clone": { params: [vm: Ref<"VM">, new_name: string]; result: Ref<"VM"> };
	"VM.copy": { params: [vm: Ref<"VM">, new_name: string, sr: Ref<"SR">]; result: Ref<"VM"> };
	"VM.revert": { params: [snapshot: Ref<"VM">]; result: void };
	"VM.checkpoint": { params: [vm: Ref<"VM">, new_name: string]; result: Ref<"VM"> };
	"VM.provision": { params: [vm: Ref<"VM">]; result: void };
	"VM.start": { params: [vm: Ref<"VM">, start_paused: boolean, force: boolean]; result: void };
	"VM.start_on": { params: [vm: Ref<"VM">, host: Ref<"host">, start_paused: boolean, force: boolean]; result: void };
	"VM.pause": { params: [vm: Ref<"VM">]; result: void };
	"VM.unpause": { params: [vm: Ref<"VM">]; result: void };
	"VM.clean_shutdown": { params: [vm: Ref<"VM">]; result: void };
	"VM.shutdown": { params: [vm: Ref<"VM">]; result: void };
	"VM.clean_reboot": { params: [vm: Ref<"VM">]; result: void };
	"VM.hard_shutdown": { params: [vm: Ref<"VM">]; result: void };
	"VM.power_state_reset": { params: [vm: Ref<"VM">]; result: void };
	"VM.hard_reboot": { params: [vm: Ref<"VM">]; result: void };
	"VM.suspend": { params: [vm: Ref<"VM">]; result: void };
	"VM.csvm": { params: [vm: Ref<"VM">]; result: Ref<"VM"> };
	"VM.resume": { params: [vm: Ref<"VM">, start_paused: boolean, force: boolean]; result: void };
	"VM.set_is_default_template": { params: [vm: Ref<"VM">, value: boolean]; result: void };
	"VM.hard_reboot_internal": { params: [vm: Ref<"VM">]; result: void };
	"VM.resume_on": { params: [vm: Ref<"VM">, host: Ref<"host">, start_paused: boolean, force: boolean]; result: void };
	"VM.pool_migrate": { params: [vm: Ref<"VM">, host: Ref<"host">, options: Readonly<Record<string, string>>]; result: void };
	"VM.pool_migrate_complete": { params: [vm: Ref<"VM">, host: Ref<"host">]; result: void };
	"VM.set_VCPUs_number_live": { params: [self: Ref<"VM">, nvcpu: number]; result: void };
	"VM.add_to_VCPUs_params_live": { params: [self: Ref<"VM">, key: string, value: string]; result: void };
	"VM.set_NVRAM": { params: [self: Ref<"VM">, value: Readonly<Record<string, string>>]; result: void };
	"VM.add_to_NVRAM": { params: [self: Ref<"VM">, key: string, value: string]; result: void };
	"VM.remove_from_NVRAM": { params: [self: Ref<"VM">, key: string]; result: void };
	"VM.set_ha_restart_priority": { params: [self: Ref<"VM">, value: string]; result: void };
	"VM.set_ha_always_run": { params: [self: Ref<"VM">, value: boolean]; result: void };
	"VM.compute_memory_overhead": { params: [vm: Ref<"VM">]; result: number };
	"VM.set_memory_dynamic_max": { params: [self: Ref<"VM">, value: number]; result: void };
	"VM.set_memory_dynamic_min": { params: [self: Ref<"VM">, value: number]; result: void };
	"VM.set_memory_dynamic_range": { params: [self: Ref<"VM">, min: number, max: number]; result: void };
	"VM.set_memory_static_max": { params: [self: Ref<"VM">, value: number]; result: void };
	"VM.set_memory_static_min": { params: [self: Ref<"VM">, value: number]; result: void };
	"VM.set_memory_static_range": { params: [self: Ref<"VM">, min: number, max: number]; result: void };
	"VM.set_memory_limits": { params: [self: Ref<"VM">, static_min: number, static_max: number, dynamic_min: number, dynamic_max: number]; result: void };
	"VM.set_memory": { params: [self: Ref<"VM">, value: number]; result: void };
	"VM.set_memory_target_live": { params: [self: Ref<"VM">, target: number]; result: void };
	"VM.wait_memory_target_live": { params: [self: Ref<"VM">]; result: void };
	"VM.get_cooperative": { params: [self: Ref<"VM">]; result: boolean };
	"VM.set_HVM_shadow_multiplier": { params: [self: Ref<"VM">, value: number]; result: void };
	"VM.set_shadow_multiplier_live": { params: [self: Ref<"VM">, multiplier: number]; result: void };
	"VM.set_VCPUs_max": { params: [self: Ref<"VM">, value: number]; result: void };
	"VM.set_VCPUs_at_startup": { params: [self: Ref<"VM">, value: number]; result: void };
	"VM.send_sysrq": { params: [vm: Ref<"VM">, key: string]; result: void };
	"VM.send_trigger": { params: [vm: Ref<"VM">, trigger: string]; result: void };
	"VM.maximise_memory": { params: [self: Ref<"VM">, total: number, approximate: boolean]; result: number };
	"VM.migrate_send": { params: [vm: Ref<"VM">, dest: Readonly<Record<string, string>>, live: boolean, vdi_map: Readonly<Record<string, Ref<"SR">>>, vif_map: Readonly<Record<string, Ref<"network">>>, options: Readonly<Record<string, string>>, vgpu_map?: Readonly<Record<string, Ref<"GPU_group">>>, vdi_format_map?: Readonly<Record<string, string>>]; result: Ref<"VM"> };
	"VM.assert_can_migrate": { params: [vm: Ref<"VM">, dest: Readonly<Record<string, string>>, live: boolean, vdi_map: Readonly<Record<string, Ref<"SR">>>, vif_map: Readonly<Record<string, Ref<"network">>>, options: Readonly<Record<string, string>>, vgpu_map?: Readonly<Record<string, Ref<"GPU_group">>>]; result: void };
	"VM.assert_can_migrate_sender": { params: [vm: Ref<"VM">, dest: Readonly<Record<string, string>>, live: boolean, vdi_map: Readonly<Record<string, Ref<"SR">>>, vif_map: Readonly<Record<string, Ref<"network">>>, vgpu_map: Readonly<Record<string, Ref<"GPU_group">>>, options: Readonly<Record<string, string>>]; result: void };
	"VM.get_boot_record": { params: [self: Ref<"VM">]; result: T.VmRecord };
	"VM.get_data_sources": { params: [self: Ref<"VM">]; result: readonly T.DataSourceRecord[] };
	"VM.record_data_source": { params: [self: Ref<"VM">, data_source: string]; result: void };
	"VM.query_data_source": { params: [self: Ref<"VM">, data_source: string]; result: number };
	"VM.forget_data_source_archives": { params: [self: Ref<"VM">, data_source: string]; result: void };
	"VM.assert_operation_valid": { params: [self: Ref<"VM">, op: T.VmOperations]; result: void };
	"VM.update_allowed_operations": { params: [self: Ref<"VM">]; result: void };
	"VM.get_allowed_VBD_devices": { params: [vm: Ref<"VM">]; result: readonly string[] };
	"VM.get_allowed_VIF_devices": { params: [vm: Ref<"VM">]; result: readonly string[] };
	"VM.get_possible_hosts": { params: [vm: Ref<"VM">]; result: readonly Ref<"host">[] };
	"VM.assert_can_boot_here": { params: [self: Ref<"VM">, host: Ref<"host">]; result: void };
	"VM.atomic_set_resident_on": { params: [vm: Ref<"VM">, host: Ref<"host">]; result: void };
	"VM.create_new_blob": { params: [vm: Ref<"VM">, name: string, mime_type: string, public_?: boolean]; result: Ref<"blob"> };
	"VM.s3_suspend": { params: [vm: Ref<"VM">]; result: void };
	"VM.s3_resume": { params: [vm: Ref<"VM">]; result: void };
	"VM.assert_agile": { params: [self: Ref<"VM">]; result: void };
	"VM.update_snapshot_metadata": { params: [vm: Ref<"VM">, snapshot_of: Ref<"VM">, snapshot_time: string, transportable_snapshot_id: string]; result: void };
	"VM.retrieve_wlb_recommendations": { params: [vm: Ref<"VM">]; result: Readonly<Record<string, readonly string[]>> };
	"VM.set_bios_strings": { params: [self: Ref<"VM">, value: Readonly<Record<string, string>>]; result: void };
	"VM.copy_bios_strings": { params: [vm: Ref<"VM">, host: Ref<"host">]; result: void };
	"VM.set_snapshot_schedule": { params: [self: Ref<"VM">, value: Ref<"VMSS">]; result: void };
	"VM.set_start_delay": { params: [self: Ref<"VM">, value: number]; result: void };
	"VM.set_shutdown_delay": { params: [self: Ref<"VM">, value: number]; result: void };
	"VM.set_order": { params: [self: Ref<"VM">, value: number]; result: void };
	"VM.set_suspend_VDI": { params: [self: Ref<"VM">, value: Ref<"VDI">]; result: void };
	"VM.assert_can_be_recovered": { params: [self: Ref<"VM">, session_to: Ref<"session">]; result: void };
	"VM.get_SRs_required_for_recovery": { params: [self: Ref<"VM">, session_to: Ref<"session">]; result: readonly Ref<"SR">[] };
	"VM.recover": { params: [self: Ref<"VM">, session_to: Ref<"session">, force: boolean]; result: void };
	"VM.import_convert": { params: [type: string, username: string, password: string, sr: Ref<"SR">, remote_config: Readonly<Record<string, string>>]; result: void };
	"VM.set_appliance": { params: [self: Ref<"VM">, value: Ref<"VM_appliance">]; result: void };
	"VM.set_groups": { params: [self: Ref<"VM">, value: readonly Ref<"VM_group">[]]; result: void };
	"VM.query_services": { params: [self: Ref<"VM">]; result: Readonly<Record<string, string>> };
	"VM.call_plugin": { params: [vm: Ref<"VM">, plugin: string, fn: string, args: Readonly<Record<string, string>>]; result: string };
	"VM.call_host_plugin": { params: [vm: Ref<"VM">, plugin: string, fn: string, args: Readonly<Record<string, string>>]; result: string };
	"VM.set_has_vendor_device": { params: [self: Ref<"VM">, value: boolean]; result: void };
	"VM.import": { params: [url: string, sr: Ref<"SR">, full_restore: boolean, force: boolean]; result: readonly Ref<"VM">[] };
	"VM.set_actions_after_crash": { params: [self: Ref<"VM">, value: T.OnCrashBehaviour]; result: void };
	"VM.set_domain_type": { params: [self: Ref<"VM">, value: T.DomainType]; result: void };
	"VM.set_HVM_boot_policy": { params: [self: Ref<"VM">, value: string]; result: void };
	"VM.set_NVRAM_EFI_variables": { params: [self: Ref<"VM">, value: string, update?: T.UpdateStatus]; result: void };
	"VM.restart_device_models": { params: [self: Ref<"VM">]; result: void };
	"VM.set_uefi_mode": { params: [self: Ref<"VM">, mode: T.VmUefiMode]; result: string };
	"VM.get_secureboot_readiness": { params: [self: Ref<"VM">]; result: T.VmSecurebootReadiness };
	"VM.update_secureboot_certificates_on_boot": { params: [self: Ref<"VM">, mark: boolean]; result: void };
	"VM.set_blocked_operations": { params: [self: Ref<"VM">, value: Readonly<Record<string, string>>]; result: void };
	"VM.add_to_blocked_operations": { params: [self: Ref<"VM">, key: T.VmOperations, value: string]; result: void };
	"VM.remove_from_blocked_operations": { params: [self: Ref<"VM">, key: T.VmOperations]; result: void };
	"VM.sysprep": { params: [self: Ref<"VM">, unattend: string, timeout: number]; result: void };
	"VM.add_to_other_config": { params: [self: Ref<"VM">, key: string, value: string]; result: void };
	"VM.remove_from_other_config": { params: [self: Ref<"VM">, key: string]; result: void };
	"VM.set_other_config": { params: [self: Ref<"VM">, value: Readonly<Record<string, string>>]; result: void };
	"VM.add_to_platform": { params: [self: Ref<"VM">, key: string, value: string]; result: void };
	"VM.remove_from_platform": { params: [self: Ref<"VM">, key: string]; result: void };
	"VM.set_platform": { params: [self: Ref<"VM">, value: Readonly<Record<string, string>>]; result: void };
	"VM.get_all": { params: []; result: readonly Ref<"VM">[] };
	"VM.get_all_where": { params: [expr: string]; result: readonly Ref<"VM">[] };
	"VM.get_all_records_where": { params: [expr: string]; result: Readonly<Record<string, T.VmRecord>> };
	"VM.get_all_records": { params: []; result: Readonly<Record<string, T.VmRecord>> };
	"VM_metrics.get_record": { params: [self: Ref<"VM_metrics">]; result: T.VmMetricsRecord };
	"VM_metrics.get_by_uuid": { params: [uuid: string]; result: Ref<"VM_metrics"> };
	"VM_metrics.get_uuid": { params: [self: Ref<"VM_metrics">]; result: string };
	"VM_metrics.get_memory_actual": { params: [self: Ref<"VM_metrics">]; result: number };
	"VM_metrics.get_VCPUs_number": { params: [self: Ref<"VM_metrics">]; result: number };
	"VM_metrics.get_VCPUs_utilisation": { params: [self: Ref<"VM_metrics">]; result: Readonly<Record<string, number>> };
	"VM_metrics.get_VCPUs_CPU": { params: [self: Ref<"VM_metrics">]; result: Readonly<Record<string, number>> };
	"VM_metrics.get_VCPUs_params": { params: [self: Ref<"VM_metrics">]; result: Readonly<Record<string, string>> };
	"VM_metrics.get_VCPUs_flags": { params: [self: Ref<"VM_metrics">]; result: Readonly<Record<string, readonly string[]>> };
	"VM_metrics.get_state": { params: [self: Ref<"VM_metrics">]; result: readonly string[] };
	"VM_metrics.get_start_time": { params: [self: Ref<"VM_metrics">]; result: string };
	"VM_metrics.get_install_time": { params: [self: Ref<"VM_metrics">]; result: string };
	"VM_metrics.get_last_updated": { params: [self: Ref<"VM_metrics">]; result: string };
	"VM_metrics.get_other_config": { params: [self: Ref<"VM_metrics">]; result: Readonly<Record<string, string>> };
	"VM_metrics.get_hvm": { params: [self: Ref<"VM_metrics">]; result: boolean };
	"VM_metrics.get_nested_virt": { params: [self: Ref<"VM_metrics">]; result: boolean };
	"VM_metrics.get_nomigrate": { params: [self: Ref<"VM_metrics">]; result: boolean };
	"VM_metrics.get_current_domain_type": { params: [self: Ref<"VM_metrics">]; result: T.DomainType };
	"VM_metrics.get_numa_optimised": { params: [self: Ref<"VM_metrics">]; result: boolean };
	"VM_metrics.get_numa_nodes": { params: [self: Ref<"VM_metrics">]; result: number };
	"VM_metrics.get_numa_node_memory": { params: [self: Ref<"VM_metrics">]; result: Readonly<Record<string, number>> };
	"VM_metrics.set_other_config": { params: [self: Ref<"VM_metrics">, value: Readonly<Record<string, string>>]; result: void };
	"VM_metrics.add_to_other_config": { params: [self: Ref<"VM_metrics">, key: string, value: string]; result: void };
	"VM_metrics.remove_from_other_config": { params: [self: Ref<"VM_metrics">, key: string]; result: void };
	"VM_metrics.get_all": { params: []; result: readonly Ref<"VM_metrics">[] };
	"VM_metrics.get_all_where": { params: [expr: string]; result: readonly Ref<"VM_metrics">[] };
	"VM_metrics.get_all_records_where": { params: [expr: string]; result: Readonly<Record<string, T.VmMetricsRecord>> };
	"VM_metrics.get_all_records": { params: []; result: Readonly<Record<string, T.VmMetricsRecord>> };
	"VM_guest_metrics.get_record": { params: [self: Ref<"VM_guest_metrics">]; result: T.VmGuestMetricsRecord };
	"VM_guest_metrics.get_by_uuid": { params: [uuid: string]; result: Ref<"VM_guest_metrics"> };
	"VM_guest_metrics.get_uuid": { params: [self: Ref<"VM_guest_metrics">]; result: string };
	"VM_guest_metrics.get_os_version": { params: [self: Ref<"VM_guest_metrics">]; result: Readonly<Record<string, string>> };
	"VM_guest_metrics.get_netbios_name": { params: [self: Ref<"VM_guest_metrics">]; result: Readonly<Record<string, string>> };
	"VM_guest_metrics.get_PV_drivers_version": { params: [self: Ref<"VM_guest_metrics">]; result: Readonly<Record<string, string>> };
	"VM_guest_metrics.get_PV_drivers_up_to_date": { params: [self: Ref<"VM_guest_metrics">]; result: boolean };
	"VM_guest_metrics.get_memory": { params: [self: Ref<"VM_guest_metrics">]; result: Readonly<Record<string, string>> };
	"VM_guest_metrics.get_disks": { params: [self: Ref<"VM_guest_metrics">]; result: Readonly<Record<string, string>> };
	"VM_guest_metrics.get_networks": { params: [self: Ref<"VM_guest_metrics">]; result: Readonly<Record<string, string>> };
	"VM_guest_metrics.get_other": { params: [self: Ref<"VM_guest_metrics">]; result: Readonly<Record<string, string>> };
	"VM_guest_metrics.get_last_updated": { params: [self: Ref<"VM_guest_metrics">]; result: string };
	"VM_guest_metrics.get_other_config": { params: [self: Ref<"VM_guest_metrics">]; result: Readonly<Record<string, string>> };
	"VM_guest_metrics.get_live": { params: [self: Ref<"VM_guest_metrics">]; result: boolean };
	"VM_guest_metrics.get_can_use_hotplug_vbd": { params: [self: Ref<"VM_guest_metrics">]; result: T.TristateType };
	"VM_guest_metrics.get_can_use_hotplug_vif": { params: [self: Ref<"VM_guest_metrics">]; result: T.TristateType };
	"VM_guest_metrics.get_PV_drivers_detected": { params: [self: Ref<"VM_guest_metrics">]; result: boolean };
	"VM_guest_metrics.get_services": { params: [self: Ref<"VM_guest_metrics">]; result: Readonly<Record<string, string>> };
	"VM_guest_metrics.set_other_config": { params: [self: Ref<"VM_guest_metrics">, value: Readonly<Record<string, string>>]; result: void };
	"VM_guest_metrics.add_to_other_config": { params: [self: Ref<"VM_guest_metrics">, key: string, value: string]; result: void };
	"VM_guest_metrics.remove_from_other_config": { params: [self: Ref<"VM_guest_metrics">, key: string]; result: void };
	"VM_guest_metrics.get_all": { params: []; result: readonly Ref<"VM_guest_metrics">[] };
	"VM_guest_metrics.get_all_where": { params: [expr: string]; result: readonly Ref<"VM_guest_metrics">[] };
	"VM_guest_metrics.get_all_records_where": { params: [expr: string]; result: Readonly<Record<string, T.VmGuestMetricsRecord>> };
	"VM_guest_metrics.get_all_records": { params: []; result: Readonly<Record<string, T.VmGuestMetricsRecord>> };
	"VMPP.get_record": { params: [self: Ref<"VMPP">]; result: T.VmppRecord };
	"VMPP.get_by_uuid": { params: [uuid: string]; result: Ref<"VMPP"> };
	"VMPP.create": { params: [args: Partial<T.VmppRecord>]; result: Ref<"VMPP"> };
	"VMPP.destroy": { params: [self: Ref<"VMPP">]; result: void };
	"VMPP.get_by_name_label": { params: [label: string]; result: readonly Ref<"VMPP">[] };
	"VMPP.get_uuid": { params: [self: Ref<"VMPP">]; result: string };
	"VMPP.get_name_label": { params: [self: Ref<"VMPP">]; result: string };
	"VMPP.get_name_description": { params: [self: Ref<"VMPP">]; result: string };
	"VMPP.get_is_policy_enabled": { params: [self: Ref<"VMPP">]; result: boolean };
	"VMPP.get_backup_type": { params: [self: Ref<"VMPP">]; result: T.VmppBackupType };
	"VMPP.get_backup_retention_value": { params: [self: Ref<"VMPP">]; result: number };
	"VMPP.get_backup_frequency": { params: [self: Ref<"VMPP">]; result: T.VmppBackupFrequency };
	"VMPP.get_backup_schedule": { params: [self: Ref<"VMPP">]; result: Readonly<Record<string, string>> };
	"VMPP.get_is_backup_running": { params: [self: Ref<"VMPP">]; result: boolean };
	"VMPP.get_backup_last_run_time": { params: [self: Ref<"VMPP">]; result: string };
	"VMPP.get_archive_target_type": { params: [self: Ref<"VMPP">]; result: T.VmppArchiveTargetType };
	"VMPP.get_archive_target_config": { params: [self: Ref<"VMPP">]; result: Readonly<Record<string, string>> };
	"VMPP.get_archive_frequency": { params: [self: Ref<"VMPP">]; result: T.VmppArchiveFrequency };
	"VMPP.get_archive_schedule": { params: [self: Ref<"VMPP">]; result: Readonly<Record<string, string>> };
	"VMPP.get_is_archive_running": { params: [self: Ref<"VMPP">]; result: boolean };
	"VMPP.get_archive_last_run_time": { params: [self: Ref<"VMPP">]; result: string };
	"VMPP.get_VMs": { params: [self: Ref<"VMPP">]; result: readonly Ref<"VM">[] };
	"VMPP.get_is_alarm_enabled": { params: [self: Ref<"VMPP">]; result: boolean };
	"VMPP.get_alarm_config": { params: [self: Ref<"VMPP">]; result: Readonly<Record<string, string>> };
	"VMPP.get_recent_alerts": { params: [self: Ref<"VMPP">]; result: readonly string[] };
	"VMPP.set_name_label": { params: [self: Ref<"VMPP">, value: string]; result: void };
	"VMPP.set_name_description": { params: [self: Ref<"VMPP">, value: string]; result: void };
	"VMPP.set_is_policy_enabled": { params: [self: Ref<"VMPP">, value: boolean]; result: void };
	"VMPP.set_backup_type": { params: [self: Ref<"VMPP">, value: T.VmppBackupType]; result: void };
	"VMPP.get_all": { params: []; result: readonly Ref<"VMPP">[] };
	"VMPP.get_all_where": { params: [expr: string]; result: readonly Ref<"VMPP">[] };
	"VMPP.get_all_records_where": { params: [expr: string]; result: Readonly<Record<string, T.VmppRecord>> };
	"VMPP.get_all_records": { params: []; result: Readonly<Record<string, T.VmppRecord>> };
	"VMSS.get_record": { params: [self: Ref<"VMSS">]; result: T.VmssRecord };
	"VMSS.get_by_uuid": { params: [uuid: string]; result: Ref<"VMSS"> };
	"VMSS.create": { params: [args: Partial<T.VmssRecord>]; result: Ref<"VMSS"> };
	"VMSS.destroy": { params: [self: Ref<"VMSS">]; result: void };
	"VMSS.get_by_name_label": { params: [label: string]; result: readonly Ref<"VMSS">[] };
	"VMSS.get_uuid": { params: [self: Ref<"VMSS">]; result: string };
	"VMSS.get_name_label": { params: [self: Ref<"VMSS">]; result: string };
	"VMSS.get_name_description": { params: [self: Ref<"VMSS">]; result: string };
	"VMSS.get_enabled": { params: [self: Ref<"VMSS">]; result: boolean };
	"VMSS.get_type": { params: [self: Ref<"VMSS">]; result: T.VmssType };
	"VMSS.get_retained_snapshots": { params: [self: Ref<"VMSS">]; result: number };
	"VMSS.get_frequency": { params: [self: Ref<"VMSS">]; result: T.VmssFrequency };
	"VMSS.get_schedule": { params: [self: Ref<"VMSS">]; result: Readonly<Record<string, string>> };
	"VMSS.get_last_run_time": { params: [self: Ref<"VMSS">]; result: string };
	"VMSS.get_VMs": { params: [self: Ref<"VMSS">]; result: readonly Ref<"VM">[] };
	"VMSS.set_name_label": { params: [self: Ref<"VMSS">, value: string]; result: void };
	"VMSS.set_name_description": { params: [self: Ref<"VMSS">, value: string]; result: void };
	"VMSS.set_enabled": { params: [self: Ref<"VMSS">, value: boolean]; result: void };
	"VMSS.snapshot_now": { params: [vmss: Ref<"VMSS">]; result: string };
	"VMSS.set_retained_snapshots": { params: [self: Ref<"VMSS">, value: number]; result: void };
	"VMSS.set_frequency": { params: [self: Ref<"VMSS">, value: T.VmssFrequency]; result: void };
	"VMSS.set_schedule": { params: [self: Ref<"VMSS">, value: Readonly<Record<string, string>>]; result: void };
	"VMSS.add_to_schedule": { params: [self: Ref<"VMSS">, key: string, value: string]; result: void };
	"VMSS.remove_from_schedule": { params: [self: Ref<"VMSS">, key: string]; result: void };
	"VMSS.set_last_run_time": { params: [self: Ref<"VMSS">, value: string]; result: void };
	"VMSS.set_type": { params: [self: Ref<"VMSS">, value: T.VmssType]; result: void };
	"VMSS.get_all": { params: []; result: readonly Ref<"VMSS">[] };
	"VMSS.get_all_where": { params: [expr: string]; result: readonly Ref<"VMSS">[] };
	"VMSS.get_all_records_where": { params: [expr: string]; result: Readonly<Record<string, T.VmssRecord>> };
	"VMSS.get_all_records": { params: []; result: Readonly<Record<string, T.VmssRecord>> };
	"VM_appliance.get_record": { params: [self: Ref<"VM_appliance">]; result: T.VmApplianceRecord };
	"VM_appliance.get_by_uuid": { params: [uuid: string]; result: Ref<"VM_appliance"> };
	"VM_appliance.create": { params: [args: Partial<T.VmApplianceRecord>]; result: Ref<"VM_appliance"> };
	"VM_appliance.destroy": { params: [self: Ref<"VM_appliance">]; result: void };
	"VM_appliance.get_by_name_label": { params: [label: string]; result: readonly Ref<"VM_appliance">[] };
	"VM_appliance.get_uuid": { params: [self: Ref<"VM_appliance">]; result: string };
	"VM_appliance.get_name_label": { params: [self: Ref<"VM_appliance">]; result: string };
	"VM_appliance.get_name_description": { params: [self: Ref<"VM_appliance">]; result: string };
	"VM_appliance.get_allowed_operations": { params: [self: Ref<"VM_appliance">]; result: readonly T.VmApplianceOperation[] };
	"VM_appliance.get_current_operations": { params: [self: Ref<"VM_appliance">]; result: Readonly<Record<string, T.VmApplianceOperation>> };
	"VM_appliance.get_VMs": { params: [self: Ref<"VM_appliance">]; result: readonly Ref<"VM">[] };
	"VM_appliance.set_name_label": { params: [self: Ref<"VM_appliance">, value: string]; result: void };
	"VM_appliance.set_name_description": { params: [self: Ref<"VM_appliance">, value: string]; result: void };
	"VM_appliance.start": { params: [self: Ref<"VM_appliance">, paused: boolean]; result: void };
	"VM_appliance.clean_shutdown": { params: [self: Ref<"VM_appliance">]; result: void };
	"VM_appliance.hard_shutdown": { params: [self: Ref<"VM_appliance">]; result: void };
	"VM_appliance.shutdown": { params: [self: Ref<"VM_appliance">]; result: void };
	"VM_appliance.assert_can_be_recovered": { params: [self: Ref<"VM_appliance">, session_to: Ref<"session">]; result: void };
	"VM_appliance.get_SRs_required_for_recovery": { params: [self: Ref<"VM_appliance">, session_to: Ref<"session">]; result: readonly Ref<"SR">[] };
	"VM_appliance.recover": { params: [self: Ref<"VM_appliance">, session_to: Ref<"session">, force: boolean]; result: void };
	"VM_appliance.get_all": { params: []; result: readonly Ref<"VM_appliance">[] };
	"VM_appliance.get_all_where": { params: [expr: string]; result: readonly Ref<"VM_appliance">[] };
	"VM_appliance.get_all_records_where": { params: [expr: string]; result: Readonly<Record<string, T.VmApplianceRecord>> };
	"VM_appliance.get_all_records": { params: []; result: Readonly<Record<string, T.VmApplianceRecord>> };
	"DR_task.get_record": { params: [self: Ref<"DR_task">]; result: T.DrTaskRecord };
	"DR_task.get_by_uuid": { params: [uuid: string]; result: Ref<"DR_task"> };
	"DR_task.get_uuid": { params: [self: Ref<"DR_task">]; result: string };
	"DR_task.get_introduced_SRs": { params: [self: Ref<"DR_task">]; result: readonly Ref<"SR">[] };
	"DR_task.create": { params: [type: string, device_config: Readonly<Record<string, string>>, whitelist: readonly string[]]; result: Ref<"DR_task"> };
	"DR_task.destroy": { params: [self: Ref<"DR_task">]; result: void };
	"DR_task.get_all": { params: []; result: readonly Ref<"DR_task">[] };
	"DR_task.get_all_where": { params: [expr: string]; result: readonly Ref<"DR_task">[] };
	"DR_task.get_all_records_where": { params: [expr: string]; result: Readonly<Record<string, T.DrTaskRecord>> };
	"DR_task.get_all_records": { params: []; result: Readonly<Record<string, T.DrTaskRecord>> };
	"host.get_record": { params: [self: Ref<"host">]; result: T.HostRecord };
	"host.get_by_uuid": { params: [uuid: string]; result: Ref<"host"> };
	"host.get_by_name_label": { params: [label: string]; result: readonly Ref<"host">[] };
	"host.get_uuid": { params: [self: Ref<"host">]; result: string };
	"host.get_name_label": { params: [self: Ref<"host">]; result: string };
	"host.get_name_description": { params: [self: Ref<"host">]; result: string };
	"host.get_memory_overhead": { params: [self: Ref<"host">]; result: number };
	"host.get_allowed_operations": { params: [self: Ref<"host">]; result: readonly T.HostAllowedOperations[] };
	"host.get_current_operations": { params: [self: Ref<"host">]; result: Readonly<Record<string, T.HostAllowedOperations>> };
	"host.get_API_version_major": { params: [self: Ref<"host">]; result: number };
	"host.get_API_version_minor": { params: [self: Ref<"host">]; result: number };
	"host.get_API_version_vendor": { params: [self: Ref<"host">]; result: string };
	"host.get_API_version_vendor_implementation": { params: [self: Ref<"host">]; result: Readonly<Record<string, string>> };
	"host.get_enabled": { params: [self: Ref<"host">]; result: boolean };
	"host.get_software_version": { params: [self: Ref<"host">]; result: Readonly<Record<string, string>> };
	"host.get_other_config": { params: [self: Ref<"host">]; result: Readonly<Record<string, string>> };
	"host.get_capabilities": { params: [self: Ref<"host">]; result: readonly string[] };
	"host.get_cpu_configuration": { params: [self: Ref<"host">]; result: Readonly<Record<string, string>> };
	"host.get_sched_policy": { params: [self: Ref<"host">]; result: string };
	"host.get_supported_bootloaders": { params: [self: Ref<"host">]; result: readonly string[] };
	"host.get_resident_VMs": { params: [self: Ref<"host">]; result: readonly Ref<"VM">[] };
	"host.get_logging": { params: [self: Ref<"host">]; result: Readonly<Record<string, string>> };
	"host.get_PIFs": { params: [self: Ref<"host">]; result: readonly Ref<"PIF">[] };
	"host.get_suspend_image_sr": { params: [self: Ref<"host">]; result: Ref<"SR"> };
	"host.get_crash_dump_sr": { params: [self: Ref<"host">]; result: Ref<"SR"> };
	"host.get_crashdumps": { params: [self: Ref<"host">]; result: readonly Ref<"host_crashdump">[] };
	"host.get_patches": { params: [self: Ref<"host">]; result: readonly Ref<"host_patch">[] };
	"host.get_updates": { params: [self: Ref<"host">]; result: readonly Ref<"pool_update">[] };
	"host.get_PBDs": { params: [self: Ref<"host">]; result: readonly Ref<"PBD">[] };
	"host.get_host_CPUs": { params: [self: Ref<"host">]; result: readonly Ref<"host_cpu">[] };
	"host.get_cpu_info": { params: [self: Ref<"host">]; result: Readonly<Record<string, string>> };
	"host.get_hostname": { params: [self: Ref<"host">]; result: string };
	"host.get_address": { params: [self: Ref<"host">]; result: string };
	"host.get_metrics": { params: [self: Ref<"host">]; result: Ref<"host_metrics"> };
	"host.get_license_params": { params: [self: Ref<"host">]; result: Readonly<Record<string, string>> };
	"host.get_ha_statefiles": { params: [self: Ref<"host">]; result: readonly string[] };
	"host.get_ha_network_peers": { params: [self: Ref<"host">]; result: readonly string[] };
	"host.get_blobs": { params: [self: Ref<"host">]; result: Readonly<Record<string, Ref<"blob">>> };
	"host.get_tags": { params: [self: Ref<"host">]; result: readonly string[] };
	"host.get_external_auth_type": { params: [self: Ref<"host">]; result: string };
	"host.get_external_auth_service_name": { params: [self: Ref<"host">]; result: string };
	"host.get_external_auth_configuration": { params: [self: Ref<"host">]; result: Readonly<Record<string, string>> };
	"host.get_edition": { params: [self: Ref<"host">]; result: string };
	"host.get_license_server": { params: [self: Ref<"host">]; result: Readonly<Record<string, string>> };
	"host.get_bios_strings": { params: [self: Ref<"host">]; result: Readonly<Record<string, string>> };
	"host.get_power_on_mode": { params: [self: Ref<"host">]; result: string };
	"host.get_power_on_config": { params: [self: Ref<"host">]; result: Readonly<Record<string, string>> };
	"host.get_local_cache_sr": { params: [self: Ref<"host">]; result: Ref<"SR"> };
	"host.get_chipset_info": { params: [self: Ref<"host">]; result: Readonly<Record<string, string>> };
	"host.get_PCIs": { params: [self: Ref<"host">]; result: readonly Ref<"PCI">[] };
	"host.get_PGPUs": { params: [self: Ref<"host">]; result: readonly Ref<"PGPU">[] };
	"host.get_PUSBs": { params: [self: Ref<"host">]; result: readonly Ref<"PUSB">[] };
	"host.get_ssl_legacy": { params: [self: Ref<"host">]; result: boolean };
	"host.get_guest_VCPUs_params": { params: [self: Ref<"host">]; result: Readonly<Record<string, string>> };
	"host.get_display": { params: [self: Ref<"host">]; result: T.HostDisplay };
	"host.get_virtual_hardware_platform_versions": { params: [self: Ref<"host">]; result: readonly number[] };
	"host.get_control_domain": { params: [self: Ref<"host">]; result: Ref<"VM"> };
	"host.get_updates_requiring_reboot": { params: [self: Ref<"host">]; result: readonly Ref<"pool_update">[] };
	"host.get_features": { params: [self: Ref<"host">]; result: readonly Ref<"Feature">[] };
	"host.get_iscsi_iqn": { params: [self: Ref<"host">]; result: string };
	"host.get_multipathing": { params: [self: Ref<"host">]; result: boolean };
	"host.get_uefi_certificates": { params: [self: Ref<"host">]; result: string };
	"host.get_certificates": { params: [self: Ref<"host">]; result: readonly Ref<"Certificate">[] };
	"host.get_editions": { params: [self: Ref<"host">]; result: readonly string[] };
	"host.get_pending_guidances": { params: [self: Ref<"host">]; result: readonly T.UpdateGuidances[] };
	"host.get_tls_verification_enabled": { params: [self: Ref<"host">]; result: boolean };
	"host.get_last_software_update": { params: [self: Ref<"host">]; result: string };
	"host.get_https_only": { params: [self: Ref<"host">]; result: boolean };
	"host.get_latest_synced_updates_applied": { params: [self: Ref<"host">]; result: T.LatestSyncedUpdatesAppliedState };
	"host.get_numa_affinity_policy": { params: [self: Ref<"host">]; result: T.HostNumaAffinityPolicy };
	"host.get_pending_guidances_recommended": { params: [self: Ref<"host">]; result: readonly T.UpdateGuidances[] };
	"host.get_pending_guidances_full": { params: [self: Ref<"host">]; result: readonly T.UpdateGuidances[] };
	"host.get_last_update_hash": { params: [self: Ref<"host">]; result: string };
	"host.get_ssh_enabled": { params: [self: Ref<"host">]; result: boolean };
	"host.get_ssh_enabled_timeout": { params: [self: Ref<"host">]; result: number };
	"host.get_ssh_expiry": { params: [self: Ref<"host">]; result: string };
	"host.get_console_idle_timeout": { params: [self: Ref<"host">]; result: number };
	"host.get_ssh_auto_mode": { params: [self: Ref<"host">]; result: boolean };
	"host.get_max_cstate": { params: [self: Ref<"host">]; result: string };
	"host.get_secure_boot": { params: [self: Ref<"host">]; result: boolean };
	"host.get_ntp_mode": { params: [self: Ref<"host">]; result: T.HostNtpMode };
	"host.get_ntp_custom_servers": { params: [self: Ref<"host">]; result: readonly string[] };
	"host.get_timezone": { params: [self: Ref<"host">]; result: string };
	"host.set_name_label": { params: [self: Ref<"host">, value: string]; result: void };
	"host.set_name_description": { params: [self: Ref<"host">, value: string]; result: void };
	"host.set_other_config": { params: [self: Ref<"host">, value: Readonly<Record<string, string>>]; result: void };
	"host.add_to_other_config": { params: [self: Ref<"host">, key: string, value: string]; result: void };
	"host.remove_from_other_config": { params: [self: Ref<"host">, key: string]; result: void };
	"host.set_logging": { params: [self: Ref<"host">, value: Readonly<Record<string, string>>]; result: void };
	"host.add_to_logging": { params: [self: Ref<"host">, key: string, value: string]; result: void };
	"host.remove_from_logging": { params: [self: Ref<"host">, key: string]; result: void };
	"host.set_suspend_image_sr": { params: [self: Ref<"host">, value: Ref<"SR">]; result: void };
	"host.set_crash_dump_sr": { params: [self: Ref<"host">, value: Ref<"SR">]; result: void };
	"host.set_hostname": { params: [self: Ref<"host">, value: string]; result: void };
	"host.set_address": { params: [self: Ref<"host">, value: string]; result: void };
	"host.set_tags": { params: [self: Ref<"host">, value: readonly string[]]; result: void };
	"host.add_tags": { params: [self: Ref<"host">, value: string]; result: void };
	"host.remove_tags": { params: [self: Ref<"host">, value: string]; result: void };
	"host.set_license_server": { params: [self: Ref<"host">, value: Readonly<Record<string, string>>]; result: void };
	"host.add_to_license_server": { params: [self: Ref<"host">, key: string, value: string]; result: void };
	"host.remove_from_license_server": { params: [self: Ref<"host">, key: string]; result: void };
	"host.set_guest_VCPUs_params": { params: [self: Ref<"host">, value: Readonly<Record<string, string>>]; result: void };
	"host.add_to_guest_VCPUs_params": { params: [self: Ref<"host">, key: string, value: string]; result: void };
	"host.remove_from_guest_VCPUs_params": { params: [self: Ref<"host">, key: string]; result: void };
	"host.set_display": { params: [self: Ref<"host">, value: T.HostDisplay]; result: void };
	"host.disable": { params: [host: Ref<"host">, auto_enable?: boolean]; result: void };
	"host.enable": { params: [host: Ref<"host">]; result: void };
	"host.shutdown": { params: [host: Ref<"host">]; result: void };
	"host.reboot": { params: [host: Ref<"host">]; result: void };
	"host.prepare_for_poweroff": { params: [host: Ref<"host">]; result: void };
	"host.dmesg": { params: [host: Ref<"host">]; result: string };
	"host.dmesg_clear": { params: [host: Ref<"host">]; result: string };
	"host.get_log": { params: [host: Ref<"host">]; result: string };
	"host.send_debug_keys": { params: [host: Ref<"host">, keys: string]; result: void };
	"host.bugreport_upload": { params: [host: Ref<"host">, url: string, options: Readonly<Record<string, string>>]; result: void };
	"host.list_methods": { params: []; result: readonly string[] };
	"host.license_add": { params: [host: Ref<"host">, contents: string]; result: void };
	"host.license_remove": { params: [host: Ref<"host">]; result: void };
	"host.create": { params: [uuid: string, name_label: string, name_description: string, hostname: string, address: string, external_auth_type?: string, external_auth_service_name?: string, external_auth_configuration?: Readonly<Record<string, string>>, license_params?: Readonly<Record<string, string>>, edition?: string, license_server?: Readonly<Record<string, string>>, local_cache_sr?: Ref<"SR">, chipset_info?: Readonly<Record<string, string>>, ssl_legacy?: boolean, last_software_update?: string, last_update_hash?: string, ssh_enabled?: boolean, ssh_enabled_timeout?: number, ssh_expiry?: string, console_idle_timeout?: number, ssh_auto_mode?: boolean, secure_boot?: boolean, software_version?: Readonly<Record<string, string>>, https_only?: boolean, max_cstate?: string, ntp_mode?: T.HostNtpMode, ntp_custom_servers?: readonly string[], timezone?: string, numa_affinity_policy?: T.HostNumaAffinityPolicy, latest_synced_updates_applied?: T.LatestSyncedUpdatesAppliedState, pending_guidances_full?: readonly T.UpdateGuidances[], pending_guidances_recommended?: readonly T.UpdateGuidances[]]; result: Ref<"host"> };
	"host.destroy": { params: [self: Ref<"host">]; result: void };
	"host.power_on": { params: [host: Ref<"host">]; result: void };
	"host.set_license_params": { params: [self: Ref<"host">, value: Readonly<Record<string, string>>]; result: void };
	"host.emergency_ha_disable": { params: [soft?: boolean]; result: void };
	"host.ha_disarm_fencing": { params: [host: Ref<"host">]; result: void };
	"host.preconfigure_ha": { params: [host: Ref<"host">, statefiles: readonly Ref<"VDI">[], metadata_vdi: Ref<"VDI">, generation: string]; result: void };
	"host.ha_join_liveset": { params: [host: Ref<"host">]; result: void };
	"host.ha_disable_failover_decisions": { params: [host: Ref<"host">]; result: void };
	"host.ha_wait_for_shutdown_via_statefile": { params: [host: Ref<"host">]; result: void };
	"host.ha_stop_daemon": { params: [host: Ref<"host">]; result: void };
	"host.ha_release_resources": { params: [host: Ref<"host">]; result: void };
	"host.ha_xapi_healthcheck": { params: []; result: boolean };
	"host.local_assert_healthy": { params: []; result: void };
	"host.request_backup": { params: [host: Ref<"host">, generation: number, force: boolean]; result: void };
	"host.request_config_file_sync": { params: [host: Ref<"host">, hash: string]; result: void };
	"host.propose_new_master": { params: [address: string, manual: boolean]; result: void };
	"host.commit_new_master": { params: [address: string]; result: void };
	"host.abort_new_master": { params: [address: string]; result: void };
	"host.get_data_sources": { params: [host: Ref<"host">]; result: readonly T.DataSourceRecord[] };
	"host.record_data_source": { params: [host: Ref<"host">, data_source: string]; result: void };
	"host.query_data_source": { params: [host: Ref<"host">, data_source: string]; result: number };
	"host.forget_data_source_archives": { params: [host: Ref<"host">, data_source: string]; result: void };
	"host.assert_can_evacuate": { params: [host: Ref<"host">]; result: void };
	"host.get_vms_which_prevent_evacuation": { params: [self: Ref<"host">]; result: Readonly<Record<string, readonly string[]>> };
	"host.get_uncooperative_resident_VMs": { params: [self: Ref<"host">]; result: readonly Ref<"VM">[] };
	"host.get_uncooperative_domains": { params: [self: Ref<"host">]; result: readonly string[] };
	"host.evacuate": { params: [host: Ref<"host">, network?: Ref<"network">, evacuate_batch_size?: number]; result: void };
	"host.signal_networking_change": { params: []; result: void };
	"host.notify": { params: [ty: string, params: string]; result: void };
	"host.syslog_reconfigure": { params: [host: Ref<"host">]; result: void };
	"host.management_reconfigure": { params: [pif: Ref<"PIF">]; result: void };
	"host.local_management_reconfigure": { params: [interface_: string]; result: void };
	"host.management_disable": { params: []; result: void };
	"host.get_management_interface": { params: [host: Ref<"host">]; result: Ref<"PIF"> };
	"host.get_system_status_capabilities": { params: [host: Ref<"host">]; result: string };
	"host.get_diagnostic_timing_stats": { params: [host: Ref<"host">, counts?: boolean]; result: Readonly<Record<string, string>> };
	"host.restart_agent": { params: [host: Ref<"host">]; result: void };
	"host.shutdown_agent": { params: []; result: void };
	"host.set_hostname_live": { params: [host: Ref<"host">, hostname: string]; result: void };
	"host.is_in_emergency_mode": { params: []; result: boolean };
	"host.compute_free_memory": { params: [host: Ref<"host">]; result: number };
	"host.compute_memory_overhead": { params: [host: Ref<"host">]; result: number };
	"host.tickle_heartbeat": { params: [host: Ref<"host">, stuff: Readonly<Record<string, string>>]; result: Readonly<Record<string, string>> };
	"host.sync_data": { params: [host: Ref<"host">]; result: void };
	"host.backup_rrds": { params: [host: Ref<"host">, delay: number]; result: void };
	"host.create_new_blob": { params: [host: Ref<"host">, name: string, mime_type: string, public_?: boolean]; result: Ref<"blob"> };
	"host.call_plugin": { params: [host: Ref<"host">, plugin: string, fn: string, args: Readonly<Record<string, string>>]; result: string };
	"host.has_extension": { params: [host: Ref<"host">, name: string]; result: boolean };
	"host.call_extension": { params: [host: Ref<"host">, call: string]; result: string };
	"host.get_servertime": { params: [host: Ref<"host">]; result: string };
	"host.get_server_localtime": { params: [host: Ref<"host">]; result: string };
	"host.enable_binary_storage": { params: [host: Ref<"host">]; result: void };
	"host.disable_binary_storage": { params: [host: Ref<"host">]; result: void };
	"host.enable_external_auth": { params: [host: Ref<"host">, config: Readonly<Record<string, string>>, service_name: string, auth_type: string]; result: void };
	"host.disable_external_auth": { params: [host: Ref<"host">, config?: Readonly<Record<string, string>>, force?: boolean]; result: void };
	"host.external_auth_set_ldaps": { params: [host: Ref<"host">, ldaps: boolean, force?: boolean]; result: void };
	"host.retrieve_wlb_evacuate_recommendations": { params: [self: Ref<"host">]; result: Readonly<Record<string, readonly string[]>> };
	"host.install_ca_certificate": { params: [host: Ref<"host">, name: string, cert: string]; result: void };
	"host.uninstall_ca_certificate": { params: [host: Ref<"host">, name: string, force?: boolean]; result: void };
	"host.certificate_list": { params: [host: Ref<"host">]; result: readonly string[] };
	"host.crl_install": { params: [host: Ref<"host">, name: string, crl: string]; result: void };
	"host.crl_uninstall": { params: [host: Ref<"host">, name: string]; result: void };
	"host.crl_list": { params: [host: Ref<"host">]; result: readonly string[] };
	"host.certificate_sync": { params: [host: Ref<"host">]; result: void };
	"host.get_server_certificate": { params: [host: Ref<"host">]; result: string };
	"host.refresh_server_certificate": { params: [host: Ref<"host">]; result: void };
	"host.install_server_certificate": { params: [host: Ref<"host">, certificate: string, private_key: string, certificate_chain?: string]; result: void };
	"host.emergency_reset_server_certificate": { params: []; result: void };
	"host.reset_server_certificate": { params: [host: Ref<"host">]; result: void };
	"host.update_pool_secret": { params: [host: Ref<"host">, pool_secret: string]; result: void };
	"host.update_master": { params: [host: Ref<"host">, master_address: string]; result: void };
	"host.attach_static_vdis": { params: [host: Ref<"host">, vdi_reason_map: Readonly<Record<string, string>>]; result: void };
	"host.detach_static_vdis": { params: [host: Ref<"host">, vdis: readonly Ref<"VDI">[]]; result: void };
	"host.set_localdb_key": { params: [host: Ref<"host">, key: string, value: string]; result: void };
	"host.apply_edition": { params: [host: Ref<"host">, edition: string, force?: boolean]; result: void };
	"host.refresh_pack_info": { params: [host: Ref<"host">]; result: void };
	"host.set_power_on_mode": { params: [self: Ref<"host">, power_on_mode: string, power_on_config: Readonly<Record<string, string>>]; result: void };
	"host.reset_networking": { params: [host: Ref<"host">]; result: void };
	"host.enable_local_storage_caching": { params: [host: Ref<"host">, sr: Ref<"SR">]; result: void };
	"host.disable_local_storage_caching": { params: [host: Ref<"host">]; result: void };
	"host.get_sm_diagnostics": { params: [host: Ref<"host">]; result: string };
	"host.get_thread_diagnostics": { params: [host: Ref<"host">]; result: string };
	"host.sm_dp_destroy": { params: [host: Ref<"host">, dp: string, allow_leak: boolean]; result: void };
	"host.sync_vlans": { params: [host: Ref<"host">]; result: void };
	"host.sync_tunnels": { params: [host: Ref<"host">]; result: void };
	"host.sync_pif_currently_attached": { params: [host: Ref<"host">, bridges: readonly string[]]; result: void };
	"host.migrate_receive": { params: [host: Ref<"host">, network: Ref<"network">, options: Readonly<Record<string, string>>]; result: Readonly<Record<string, string>> };
	"host.declare_dead": { params: [host: Ref<"host">]; result: void };
	"host.enable_display": { params: [host: Ref<"host">]; result: T.HostDisplay };
	"host.disable_display": { params: [host: Ref<"host">]; result: T.HostDisplay };
	"host.set_ssl_legacy": { params: [self: Ref<"host">, value: boolean]; result: void };
	"host.apply_guest_agent_config": { params: [host: Ref<"host">]; result: void };
	"host.mxgpu_vf_setup": { params: [host: Ref<"host">]; result: void };
	"host.nvidia_vf_setup": { params: [host: Ref<"host">, pf: Ref<"PCI">, enable: boolean]; result: void };
	"host.allocate_resources_for_vm": { params: [self: Ref<"host">, vm: Ref<"VM">, live: boolean]; result: void };
	"host.set_iscsi_iqn": { params: [host: Ref<"host">, value: string]; result: void };
	"host.set_multipathing": { params: [host: Ref<"host">, value: boolean]; result: void };
	"host.write_uefi_certificates_to_disk": { params: [host: Ref<"host">]; result: void };
	"host.set_uefi_certificates": { params: [host: Ref<"host">, value: string]; result: void };
	"host.notify_accept_new_pool_secret": { params: [host: Ref<"host">, old_ps: string, new_ps: string]; result: void };
	"host.notify_send_new_pool_secret": { params: [host: Ref<"host">, old_ps: string, new_ps: string]; result: void };
	"host.cleanup_pool_secret": { params: [host: Ref<"host">, old_ps: string, new_ps: string]; result: void };
	"host.set_sched_gran": { params: [self: Ref<"host">, value: T.HostSchedGran]; result: void };
	"host.get_sched_gran": { params: [self: Ref<"host">]; result: T.HostSchedGran };
	"host.set_numa_affinity_policy": { params: [self: Ref<"host">, value: T.HostNumaAffinityPolicy]; result: void };
	"host.emergency_disable_tls_verification": { params: []; result: void };
	"host.emergency_reenable_tls_verification": { params: []; result: void };
	"host.cert_distrib_atom": { params: [host: Ref<"host">, command: string]; result: string };
	"host.apply_updates": { params: [self: Ref<"host">, hash: string]; result: readonly (readonly string[])[] };
	"host.rescan_drivers": { params: [self: Ref<"host">]; result: void };
	"host.copy_primary_host_certs": { params: [host: Ref<"host">]; result: void };
	"host.set_https_only": { params: [self: Ref<"host">, value: boolean]; result: void };
	"host.emergency_clear_mandatory_guidance": { params: []; result: void };
	"host.enable_ssh": { params: [self: Ref<"host">]; result: void };
	"host.disable_ssh": { params: [self: Ref<"host">]; result: void };
	"host.set_ssh_enabled_timeout": { params: [self: Ref<"host">, value: number]; result: void };
	"host.set_console_idle_timeout": { params: [self: Ref<"host">, value: number]; result: void };
	"host.set_ssh_auto_mode": { params: [self: Ref<"host">, value: boolean]; result: void };
	"host.get_tracked_user_agents": { params: [self: Ref<"host">]; result: Readonly<Record<string, string>> };
	"host.update_firewalld_service_status": { params: []; result: void };
	"host.set_max_cstate": { params: [self: Ref<"host">, value: string]; result: void };
	"host.set_ntp_mode": { params: [self: Ref<"host">, value: T.HostNtpMode]; result: void };
	"host.set_ntp_custom_servers": { params: [self: Ref<"host">, value: readonly string[]]; result: void };
	"host.get_ntp_servers_status": { params: [self: Ref<"host">]; result: Readonly<Record<string, string>> };
	"host.set_timezone": { params: [self: Ref<"host">, value: string]; result: void };
	"host.list_timezones": { params: [self: Ref<"host">]; result: readonly string[] };
	"host.get_ntp_synchronized": { params: [self: Ref<"host">]; result: boolean };
	"host.set_servertime": { params: [self: Ref<"host">, value: string]; result: void };
	"host.get_all": { params: []; result: readonly Ref<"host">[] };
	"host.get_all_where": { params: [expr: string]; result: readonly Ref<"host">[] };
	"host.get_all_records_where": { params: [expr: string]; result: Readonly<Record<string, T.HostRecord>> };
	"host.get_all_records": { params: []; result: Readonly<Record<string, T.HostRecord>> };
	"host_crashdump.get_record": { params: [self: Ref<"host_crashdump">]; result: T.HostCrashdumpRecord };
	"host_crashdump.get_by_uuid": { params: [uuid: string]; result: Ref<"host_crashdump"> };
	"host_crashdump.get_uuid": { params: [self: Ref<"host_crashdump">]; result: string };
	"host_crashdump.get_host": { params: [self: Ref<"host_crashdump">]; result: Ref<"host"> };
	"host_crashdump.get_timestamp": { params: [self: Ref<"host_crashdump">]; result: string };
	"host_crashdump.get_size": { params: [self: Ref<"host_crashdump">]; result: number };
	"host_crashdump.get_other_config": { params: [self: Ref<"host_crashdump">]; result: Readonly<Record<string, string>> };
	"host_crashdump.set_other_config": { params: [self: Ref<"host_crashdump">, value: Readonly<Record<string, string>>]; result: void };
	"host_crashdump.add_to_other_config": { params: [self: Ref<"host_crashdump">, key: string, value: string]; result: void };
	"host_crashdump.remove_from_other_config": { params: [self: Ref<"host_crashdump">, key: string]; result: void };
	"host_crashdump.destroy": { params: [self: Ref<"host_crashdump">]; result: void };
	"host_crashdump.upload": { params: [self: Ref<"host_crashdump">, url: string, options: Readonly<Record<string, string>>]; result: void };
	"host_crashdump.get_all": { params: []; result: readonly Ref<"host_crashdump">[] };
	"host_crashdump.get_all_where": { params: [expr: string]; result: readonly Ref<"host_crashdump">[] };
	"host_crashdump.get_all_records_where": { params: [expr: string]; result: Readonly<Record<string, T.HostCrashdumpRecord>> };
	"host_crashdump.get_all_records": { params: []; result: Readonly<Record<string, T.HostCrashdumpRecord>> };
	"host_patch.get_record": { params: [self: Ref<"host_patch">]; result: T.HostPatchRecord };
	"host_patch.get_by_uuid": { params: [uuid: string]; result: Ref<"host_patch"> };
	"host_patch.get_by_name_label": { params: [label: string]; result: readonly Ref<"host_patch">[] };
	"host_patch.get_uuid": { params: [self: Ref<"host_patch">]; result: string };
	"host_patch.get_name_label": { params: [self: Ref<"host_patch">]; result: string };
	"host_patch.get_name_description": { params: [self: Ref<"host_patch">]; result: string };
	"host_patch.get_version": { params: [self: Ref<"host_patch">]; result: string };
	"host_patch.get_host": { params: [self: Ref<"host_patch">]; result: Ref<"host"> };
	"host_patch.get_applied": { params: [self: Ref<"host_patch">]; result: boolean };
	"host_patch.get_timestamp_applied": { params: [self: Ref<"host_patch">]; result: string };
	"host_patch.get_size": { params: [self: Ref<"host_patch">]; result: number };
	"host_patch.get_pool_patch": { params: [self: Ref<"host_patch">]; result: Ref<"pool_patch"> };
	"host_patch.get_other_config": { params: [self: Ref<"host_patch">]; result: Readonly<Record<string, string>> };
	"host_patch.set_other_config": { params: [self: Ref<"host_patch">, value: Readonly<Record<string, string>>]; result: void };
	"host_patch.add_to_other_config": { params: [self: Ref<"host_patch">, key: string, value: string]; result: void };
	"host_patch.remove_from_other_config": { params: [self: Ref<"host_patch">, key: string]; result: void };
	"host_patch.destroy": { params: [self: Ref<"host_patch">]; result: void };
	"host_patch.apply": { params: [self: Ref<"host_patch">]; result: string };
	"host_patch.get_all": { params: []; result: readonly Ref<"host_patch">[] };
	"host_patch.get_all_where": { params: [expr: string]; result: readonly Ref<"host_patch">[] };
	"host_patch.get_all_records_where": { params: [expr: string]; result: Readonly<Record<string, T.HostPatchRecord>> };
	"host_patch.get_all_records": { params: []; result: Readonly<Record<string, T.HostPatchRecord>> };
	"host_metrics.get_record": { params: [self: Ref<"host_metrics">]; result: T.HostMetricsRecord };
	"host_metrics.get_by_uuid": { params: [uuid: string]; result: Ref<"host_metrics"> };
	"host_metrics.get_uuid": { params: [self: Ref<"host_metrics">]; result: string };
	"host_metrics.get_memory_total": { params: [self: Ref<"host_metrics">]; result: number };
	"host_metrics.get_memory_free": { params: [self: Ref<"host_metrics">]; result: number };
	"host_metrics.get_live": { params: [self: Ref<"host_metrics">]; result: boolean };
	"host_metrics.get_last_updated": { params: [self: Ref<"host_metrics">]; result: string };
	"host_metrics.get_other_config": { params: [self: Ref<"host_metrics">]; result: Readonly<Record<string, string>> };
	"host_metrics.set_other_config": { params: [self: Ref<"host_metrics">, value: Readonly<Record<string, string>>]; result: void };
	"host_metrics.add_to_other_config": { params: [self: Ref<"host_metrics">, key: string, value: string]; result: void };
	"host_metrics.remove_from_other_config": { params: [self: Ref<"host_metrics">, key: string]; result: void };
	"host_metrics.get_all": { params: []; result: readonly Ref<"host_metrics">[] };
	"host_metrics.get_all_where": { params: [expr: string]; result: readonly Ref<"host_metrics">[] };
	"host_metrics.get_all_records_where": { params: [expr: string]; result: Readonly<Record<string, T.HostMetricsRecord>> };
	"host_metrics.get_all_records": { params: []; result: Readonly<Record<string, T.HostMetricsRecord>> };
	"host_cpu.get_record": { params: [self: Ref<"host_cpu">]; result: T.HostCpuRecord };
	"host_cpu.get_by_uuid": { params: [uuid: string]; result: Ref<"host_cpu"> };
	"host_cpu.get_uuid": { params: [self: Ref<"host_cpu">]; result: string };
	"host_cpu.get_host": { params: [self: Ref<"host_cpu">]; result: Ref<"host"> };
	"host_cpu.get_number": { params: [self: Ref<"host_cpu">]; result: number };
	"host_cpu.get_vendor": { params: [self: Ref<"host_cpu">]; result: string };
	"host_cpu.get_speed": { params: [self: Ref<"host_cpu">]; result: number };
	"host_cpu.get_modelname": { params: [self: Ref<"host_cpu">]; result: string };
	"host_cpu.get_family": { params: [self: Ref<"host_cpu">]; result: number };
	"host_cpu.get_model": { params: [self: Ref<"host_cpu">]; result: number };
	"host_cpu.get_stepping": { params: [self: Ref<"host_cpu">]; result: string };
	"host_cpu.get_flags": { params: [self: Ref<"host_cpu">]; result: string };
	"host_cpu.get_features": { params: [self: Ref<"host_cpu">]; result: string };
	"host_cpu.get_utilisation": { params: [self: Ref<"host_cpu">]; result: number };
	"host_cpu.get_other_config": { params: [self: Ref<"host_cpu">]; result: Readonly<Record<string, string>> };
	"host_cpu.set_other_config": { params: [self: Ref<"host_cpu">, value: Readonly<Record<string, string>>]; result: void };
	"host_cpu.add_to_other_config": { params: [self: Ref<"host_cpu">, key: string, value: string]; result: void };
	"host_cpu.remove_from_other_config": { params: [self: Ref<"host_cpu">, key: string]; result: void };
	"host_cpu.get_all": { params: []; result: readonly Ref<"host_cpu">[] };
	"host_cpu.get_all_where": { params: [expr: string]; result: readonly Ref<"host_cpu">[] };
	"host_cpu.get_all_records_where": { params: [expr: string]; result: Readonly<Record<string, T.HostCpuRecord>> };
	"host_cpu.get_all_records": { params: []; result: Readonly<Record<string, T.HostCpuRecord>> };
	"network.get_record": { params: [self: Ref<"network">]; result: T.NetworkRecord };
	"network.get_by_uuid": { params: [uuid: string]; result: Ref<"network"> };
	"network.create": { params: [args: Partial<T.NetworkRecord>]; result: Ref<"network"> };
	"network.destroy": { params: [self: Ref<"network">]; result: void };
	"network.get_by_name_label": { params: [label: string]; result: readonly Ref<"network">[] };
	"network.get_uuid": { params: [self: Ref<"network">]; result: string };
	"network.get_name_label": { params: [self: Ref<"network">]; result: string };
	"network.get_name_description": { params: [self: Ref<"network">]; result: string };
	"network.get_allowed_operations": { params: [self: Ref<"network">]; result: readonly T.NetworkOperations[] };
	"network.get_current_operations": { params: [self: Ref<"network">]; result: Readonly<Record<string, T.NetworkOperations>> };
	"network.get_VIFs": { params: [self: Ref<"network">]; result: readonly Ref<"VIF">[] };
	"network.get_PIFs": { params: [self: Ref<"network">]; result: readonly Ref<"PIF">[] };
	"network.get_MTU": { params: [self: Ref<"network">]; result: number };
	"network.get_other_config": { params: [self: Ref<"network">]; result: Readonly<Record<string, string>> };
	"network.get_bridge": { params: [self: Ref<"network">]; result: string };
	"network.get_managed": { params: [self: Ref<"network">]; result: boolean };
	"network.get_blobs": { params: [self: Ref<"network">]; result: Readonly<Record<string, Ref<"blob">>> };
	"network.get_tags": { params: [self: Ref<"network">]; result: readonly string[] };
	"network.get_default_locking_mode": { params: [self: Ref<"network">]; result: T.NetworkDefaultLockingMode };
	"network.get_assigned_ips": { params: [self: Ref<"network">]; result: Readonly<Record<string, string>> };
	"network.get_purpose": { params: [self: Ref<"network">]; result: readonly T.NetworkPurpose[] };
	"network.set_name_label": { params: [self: Ref<"network">, value: string]; result: void };
	"network.set_name_description": { params: [self: Ref<"network">, value: string]; result: void };
	"network.set_MTU": { params: [self: Ref<"network">, value: number]; result: void };
	"network.set_other_config": { params: [self: Ref<"network">, value: Readonly<Record<string, string>>]; result: void };
	"network.add_to_other_config": { params: [self: Ref<"network">, key: string, value: string]; result: void };
	"network.remove_from_other_config": { params: [self: Ref<"network">, key: string]; result: void };
	"network.set_tags": { params: [self: Ref<"network">, value: readonly string[]]; result: void };
	"network.add_tags": { params: [self: Ref<"network">, value: string]; result: void };
	"network.remove_tags": { params: [self: Ref<"network">, value: string]; result: void };
	"network.attach": { params: [network: Ref<"network">, host: Ref<"host">]; result: void };
	"network.pool_introduce": { params: [name_label: string, name_description: string, MTU: number, other_config: Readonly<Record<string, string>>, bridge: string, managed: boolean, purpose: readonly T.NetworkPurpose[]]; result: Ref<"network"> };
	"network.create_new_blob": { params: [network: Ref<"network">, name: string, mime_type: string, public_?: boolean]; result: Ref<"blob"> };
	"network.set_default_locking_mode": { params: [network: Ref<"network">, value: T.NetworkDefaultLockingMode]; result: void };
	"network.attach_for_vm": { params: [host: Ref<"host">, vm: Ref<"VM">]; result: void };
	"network.detach_for_vm": { params: [host: Ref<"host">, vm: Ref<"VM">]; result: void };
	"network.add_purpose": { params: [self: Ref<"network">, value: T.NetworkPurpose]; result: void };
	"network.remove_purpose": { params: [self: Ref<"network">, value: T.NetworkPurpose]; result: void };
	"network.get_all": { params: []; result: readonly Ref<"network">[] };
	"network.get_all_where": { params: [expr: string]; result: readonly Ref<"network">[] };
	"network.get_all_records_where": { params: [expr: string]; result: Readonly<Record<string, T.NetworkRecord>> };
	"network.get_all_records": { params: []; result: Readonly<Record<string, T.NetworkRecord>> };
	"VIF.get_record": { params: [self: Ref<"VIF">]; result: T.VifRecord };
	"VIF.get_by_uuid": { params: [uuid: string]; result: Ref<"VIF"> };
	"VIF.create": { params: [args: Partial<T.VifRecord>]; result: Ref<"VIF"> };
	"VIF.destroy": { params: [self: Ref<"VIF">]; result: void };
	"VIF.get_uuid": { params: [self: Ref<"VIF">]; result: string };
	"VIF.get_allowed_operations": { params: [self: Ref<"VIF">]; result: readonly T.VifOperations[] };
	"VIF.get_current_operations": { params: [self: Ref<"VIF">]; result: Readonly<Record<string, T.VifOperations>> };
	"VIF.get_device": { params: [self: Ref<"VIF">]; result: string };
	"VIF.get_network": { params: [self: Ref<"VIF">]; result: Ref<"network"> };
	"VIF.get_VM": { params: [self: Ref<"VIF">]; result: Ref<"VM"> };
	"VIF.get_MAC": { params: [self: Ref<"VIF">]; result: string };
	"VIF.get_MTU": { params: [self: Ref<"VIF">]; result: number };
	"VIF.get_other_config": { params: [self: Ref<"VIF">]; result: Readonly<Record<string, string>> };
	"VIF.get_currently_attached": { params: [self: Ref<"VIF">]; result: boolean };
	"VIF.get_status_code": { params: [self: Ref<"VIF">]; result: number };
	"VIF.get_status_detail": { params: [self: Ref<"VIF">]; result: string };
	"VIF.get_runtime_properties": { params: [self: Ref<"VIF">]; result: Readonly<Record<string, string>> };
	"VIF.get_qos_algorithm_type": { params: [self: Ref<"VIF">]; result: string };
	"VIF.get_qos_algorithm_params": { params: [self: Ref<"VIF">]; result: Readonly<Record<string, string>> };
	"VIF.get_qos_supported_algorithms": { params: [self: Ref<"VIF">]; result: readonly string[] };
	"VIF.get_metrics": { params: [self: Ref<"VIF">]; result: Ref<"VIF_metrics"> };
	"VIF.get_MAC_autogenerated": { params: [self: Ref<"VIF">]; result: boolean };
	"VIF.get_locking_mode": { params: [self: Ref<"VIF">]; result: T.VifLockingMode };
	"VIF.get_ipv4_allowed": { params: [self: Ref<"VIF">]; result: readonly string[] };
	"VIF.get_ipv6_allowed": { params: [self: Ref<"VIF">]; result: readonly string[] };
	"VIF.get_ipv4_configuration_mode": { params: [self: Ref<"VIF">]; result: T.VifIpv4ConfigurationMode };
	"VIF.get_ipv4_addresses": { params: [self: Ref<"VIF">]; result: readonly string[] };
	"VIF.get_ipv4_gateway": { params: [self: Ref<"VIF">]; result: string };
	"VIF.get_ipv6_configuration_mode": { params: [self: Ref<"VIF">]; result: T.VifIpv6ConfigurationMode };
	"VIF.get_ipv6_addresses": { params: [self: Ref<"VIF">]; result: readonly string[] };
	"VIF.get_ipv6_gateway": { params: [self: Ref<"VIF">]; result: string };
	"VIF.get_trunks": { params: [self: Ref<"VIF">]; result: readonly number[] };
	"VIF.set_other_config": { params: [self: Ref<"VIF">, value: Readonly<Record<string, string>>]; result: void };
	"VIF.add_to_other_config": { params: [self: Ref<"VIF">, key: string, value: string]; result: void };
	"VIF.remove_from_other_config": { params: [self: Ref<"VIF">, key: string]; result: void };
	"VIF.set_qos_algorithm_type": { params: [self: Ref<"VIF">, value: string]; result: void };
	"VIF.set_qos_algorithm_params": { params: [self: Ref<"VIF">, value: Readonly<Record<string, string>>]; result: void };
	"VIF.add_to_qos_algorithm_params": { params: [self: Ref<"VIF">, key: string, value: string]; result: void };
	"VIF.remove_from_qos_algorithm_params": { params: [self: Ref<"VIF">, key: string]; result: void };
	"VIF.plug": { params: [self: Ref<"VIF">]; result: void };
	"VIF.unplug": { params: [self: Ref<"VIF">]; result: void };
	"VIF.unplug_force": { params: [self: Ref<"VIF">]; result: void };
	"VIF.move": { params: [self: Ref<"VIF">, network: Ref<"network">]; result: void };
	"VIF.set_locking_mode": { params: [self: Ref<"VIF">, value: T.VifLockingMode]; result: void };
	"VIF.set_ipv4_allowed": { params: [self: Ref<"VIF">, value: readonly string[]]; result: void };
	"VIF.add_ipv4_allowed": { params: [self: Ref<"VIF">, value: string]; result: void };
	"VIF.remove_ipv4_allowed": { params: [self: Ref<"VIF">, value: string]; result: void };
	"VIF.set_ipv6_allowed": { params: [self: Ref<"VIF">, value: readonly string[]]; result: void };
	"VIF.add_ipv6_allowed": { params: [self: Ref<"VIF">, value: string]; result: void };
	"VIF.remove_ipv6_allowed": { params: [self: Ref<"VIF">, value: string]; result: void };
	"VIF.configure_ipv4": { params: [self: Ref<"VIF">, mode: T.VifIpv4ConfigurationMode, address?: string, gateway?: string]; result: void };
	"VIF.configure_ipv6": { params: [self: Ref<"VIF">, mode: T.VifIpv6ConfigurationMode, address?: string, gateway?: string]; result: void };
	"VIF.add_trunks": { params: [self: Ref<"VIF">, value: number]; result: void };
	"VIF.remove_trunks": { params: [self: Ref<"VIF">, value: number]; result: void };
	"VIF.set_trunks": { params: [self: Ref<"VIF">, value: readonly number[]]; result: void };
	"VIF.get_all": { params: []; result: readonly Ref<"VIF">[] };
	"VIF.get_all_where": { params: [expr: string]; result: readonly Ref<"VIF">[] };
	"VIF.get_all_records_where": { params: [expr: string]; result: Readonly<Record<string, T.VifRecord>> };
	"VIF.get_all_records": { params: []; result: Readonly<Record<string, T.VifRecord>> };
	"VIF_metrics.get_record": { params: [self: Ref<"VIF_metrics">]; result: T.VifMetricsRecord };
	"VIF_metrics.get_by_uuid": { params: [uuid: string]; result: Ref<"VIF_metrics"> };
	"VIF_metrics.get_uuid": { params: [self: Ref<"VIF_metrics">]; result: string };
	"VIF_metrics.get_io_read_kbs": { params: [self: Ref<"VIF_metrics">]; result: number };
	"VIF_metrics.get_io_write_kbs": { params: [self: Ref<"VIF_metrics">]; result: number };
	"VIF_metrics.get_last_updated": { params: [self: Ref<"VIF_metrics">]; result: string };
	"VIF_metrics.get_other_config": { params: [self: Ref<"VIF_metrics">]; result: Readonly<Record<string, string>> };
	"VIF_metrics.set_other_config": { params: [self: Ref<"VIF_metrics">, value: Readonly<Record<string, string>>]; result: void };
	"VIF_metrics.add_to_other_config": { params: [self: Ref<"VIF_metrics">, key: string, value: string]; result: void };
	"VIF_metrics.remove_from_other_config": { params: [self: Ref<"VIF_metrics">, key: string]; result: void };
	"VIF_metrics.get_all": { params: []; result: readonly Ref<"VIF_metrics">[] };
	"VIF_metrics.get_all_where": { params: [expr: string]; result: readonly Ref<"VIF_metrics">[] };
	"VIF_metrics.get_all_records_where": { params: [expr: string]; result: Readonly<Record<string, T.VifMetricsRecord>> };
	"VIF_metrics.get_all_records": { params: []; result: Readonly<Record<string, T.VifMetricsRecord>> };
	"PIF.get_record": { params: [self: Ref<"PIF">]; result: T.PifRecord };
	"PIF.get_by_uuid": { params: [uuid: string]; result: Ref<"PIF"> };
	"PIF.get_uuid": { params: [self: Ref<"PIF">]; result: string };
	"PIF.get_device": { params: [self: Ref<"PIF">]; result: string };
	"PIF.get_network": { params: [self: Ref<"PIF">]; result: Ref<"network"> };
	"PIF.get_host": { params: [self: Ref<"PIF">]; result: Ref<"host"> };
	"PIF.get_MAC": { params: [self: Ref<"PIF">]; result: string };
	"PIF.get_MTU": { params: [self: Ref<"PIF">]; result: number };
	"PIF.get_VLAN": { params: [self: Ref<"PIF">]; result: number };
	"PIF.get_metrics": { params: [self: Ref<"PIF">]; result: Ref<"PIF_metrics"> };
	"PIF.get_physical": { params: [self: Ref<"PIF">]; result: boolean };
	"PIF.get_currently_attached": { params: [self: Ref<"PIF">]; result: boolean };
	"PIF.get_ip_configuration_mode": { params: [self: Ref<"PIF">]; result: T.IpConfigurationMode };
	"PIF.get_IP": { params: [self: Ref<"PIF">]; result: string };
	"PIF.get_netmask": { params: [self: Ref<"PIF">]; result: string };
	"PIF.get_gateway": { params: [self: Ref<"PIF">]; result: string };
	"PIF.get_DNS": { params: [self: Ref<"PIF">]; result: string };
	"PIF.get_bond_slave_of": { params: [self: Ref<"PIF">]; result: Ref<"Bond"> };
	"PIF.get_bond_master_of": { params: [self: Ref<"PIF">]; result: readonly Ref<"Bond">[] };
	"PIF.get_VLAN_master_of": { params: [self: Ref<"PIF">]; result: Ref<"VLAN"> };
	"PIF.get_VLAN_slave_of": { params: [self: Ref<"PIF">]; result: readonly Ref<"VLAN">[] };
	"PIF.get_management": { params: [self: Ref<"PIF">]; result: boolean };
	"PIF.get_other_config": { params: [self: Ref<"PIF">]; result: Readonly<Record<string, string>> };
	"PIF.get_disallow_unplug": { params: [self: Ref<"PIF">]; result: boolean };
	"PIF.get_tunnel_access_PIF_of": { params: [self: Ref<"PIF">]; result: readonly Ref<"tunnel">[] };
	"PIF.get_tunnel_transport_PIF_of": { params: [self: Ref<"PIF">]; result: readonly Ref<"tunnel">[] };
	"PIF.get_ipv6_configuration_mode": { params: [self: Ref<"PIF">]; result: T.Ipv6ConfigurationMode };
	"PIF.get_IPv6": { params: [self: Ref<"PIF">]; result: readonly string[] };
	"PIF.get_ipv6_gateway": { params: [self: Ref<"PIF">]; result: string };
	"PIF.get_primary_address_type": { params: [self: Ref<"PIF">]; result: T.PrimaryAddressType };
	"PIF.get_managed": { params: [self: Ref<"PIF">]; result: boolean };
	"PIF.get_properties": { params: [self: Ref<"PIF">]; result: Readonly<Record<string, string>> };
	"PIF.get_capabilities": { params: [self: Ref<"PIF">]; result: readonly string[] };
	"PIF.get_igmp_snooping_status": { params: [self: Ref<"PIF">]; result: T.PifIgmpStatus };
	"PIF.get_sriov_physical_PIF_of": { params: [self: Ref<"PIF">]; result: readonly Ref<"network_sriov">[] };
	"PIF.get_sriov_logical_PIF_of": { params: [self: Ref<"PIF">]; result: readonly Ref<"network_sriov">[] };
	"PIF.get_PCI": { params: [self: Ref<"PIF">]; result: Ref<"PCI"> };
	"PIF.set_other_config": { params: [self: Ref<"PIF">, value: Readonly<Record<string, string>>]; result: void };
	"PIF.add_to_other_config": { params: [self: Ref<"PIF">, key: string, value: string]; result: void };
	"PIF.remove_from_other_config": { params: [self: Ref<"PIF">, key: string]; result: void };
	"PIF.create_VLAN": { params: [device: string, network: Ref<"network">, host: Ref<"host">, VLAN: number]; result: Ref<"PIF"> };
	"PIF.destroy": { params: [self: Ref<"PIF">]; result: void };
	"PIF.reconfigure_ip": { params: [self: Ref<"PIF">, mode: T.IpConfigurationMode, IP: string, netmask: string, gateway: string, DNS: string]; result: void };
	"PIF.reconfigure_ipv6": { params: [self: Ref<"PIF">, mode: T.Ipv6ConfigurationMode, IPv6: string, gateway: string, DNS: string]; result: void };
	"PIF.set_primary_address_type": { params: [self: Ref<"PIF">, primary_address_type: T.PrimaryAddressType]; result: void };
	"PIF.scan": { params: [host: Ref<"host">]; result: void };
	"PIF.introduce": { params: [host: Ref<"host">, MAC: string, device: string, managed?: boolean]; result: Ref<"PIF"> };
	"PIF.forget": { params: [self: Ref<"PIF">]; result: void };
	"PIF.unplug": { params: [self: Ref<"PIF">]; result: void };
	"PIF.set_disallow_unplug": { params: [self: Ref<"PIF">, value: boolean]; result: void };
	"PIF.plug": { params: [self: Ref<"PIF">]; result: void };
	"PIF.pool_introduce": { params: [device: string, network: Ref<"network">, host: Ref<"host">, MAC: string, MTU: number, VLAN: number, physical: boolean, ip_configuration_mode: T.IpConfigurationMode, IP: string, netmask: string, gateway: string, DNS: string, bond_slave_of: Ref<"Bond">, VLAN_master_of: Ref<"VLAN">, management: boolean, other_config: Readonly<Record<string, string>>, disallow_unplug?: boolean, ipv6_configuration_mode?: T.Ipv6ConfigurationMode, IPv6?: readonly string[], ipv6_gateway?: string, primary_address_type?: T.PrimaryAddressType, managed?: boolean, properties?: Readonly<Record<string, string>>]; result: Ref<"PIF"> };
	"PIF.db_introduce": { params: [device: string, network: Ref<"network">, host: Ref<"host">, MAC: string, MTU: number, VLAN: number, physical: boolean, ip_configuration_mode: T.IpConfigurationMode, IP: string, netmask: string, gateway: string, DNS: string, bond_slave_of: Ref<"Bond">, VLAN_master_of: Ref<"VLAN">, management: boolean, other_config: Readonly<Record<string, string>>, disallow_unplug?: boolean, ipv6_configuration_mode?: T.Ipv6ConfigurationMode, IPv6?: readonly string[], ipv6_gateway?: string, primary_address_type?: T.PrimaryAddressType, managed?: boolean, properties?: Readonly<Record<string, string>>]; result: Ref<"PIF"> };
	"PIF.db_forget": { params: [self: Ref<"PIF">]; result: void };
	"PIF.set_property": { params: [self: Ref<"PIF">, name: string, value: string]; result: void };
	"PIF.get_all": { params: []; result: readonly Ref<"PIF">[] };
	"PIF.get_all_where": { params: [expr: string]; result: readonly Ref<"PIF">[] };
	"PIF.get_all_records_where": { params: [expr: string]; result: Readonly<Record<string, T.PifRecord>> };
	"PIF.get_all_records": { params: []; result: Readonly<Record<string, T.PifRecord>> };
	"PIF_metrics.get_record": { params: [self: Ref<"PIF_metrics">]; result: T.PifMetricsRecord };
	"PIF_metrics.get_by_uuid": { params: [uuid: string]; result: Ref<"PIF_metrics"> };
	"PIF_metrics.get_uuid": { params: [self: Ref<"PIF_metrics">]; result: string };
	"PIF_metrics.get_io_read_kbs": { params: [self: Ref<"PIF_metrics">]; result: number };
	"PIF_metrics.get_io_write_kbs": { params: [self: Ref<"PIF_metrics">]; result: number };
	"PIF_metrics.get_carrier": { params: [self: Ref<"PIF_metrics">]; result: boolean };
	"PIF_metrics.get_vendor_id": { params: [self: Ref<"PIF_metrics">]; result: string };
	"PIF_metrics.get_vendor_name": { params: [self: Ref<"PIF_metrics">]; result: string };
	"PIF_metrics.get_device_id": { params: [self: Ref<"PIF_metrics">]; result: string };
	"PIF_metrics.get_device_name": { params: [self: Ref<"PIF_metrics">]; result: string };
	"PIF_metrics.get_speed": { params: [self: Ref<"PIF_metrics">]; result: number };
	"PIF_metrics.get_duplex": { params: [self: Ref<"PIF_metrics">]; result: boolean };
	"PIF_metrics.get_pci_bus_path": { params: [self: Ref<"PIF_metrics">]; result: string };
	"PIF_metrics.get_last_updated": { params: [self: Ref<"PIF_metrics">]; result: string };
	"PIF_metrics.get_other_config": { params: [self: Ref<"PIF_metrics">]; result: Readonly<Record<string, string>> };
	"PIF_metrics.set_other_config": { params: [self: Ref<"PIF_metrics">, value: Readonly<Record<string, string>>]; result: void };
	"PIF_metrics.add_to_other_config": { params: [self: Ref<"PIF_metrics">, key: string, value: string]; result: void };
	"PIF_metrics.remove_from_other_config": { params: [self: Ref<"PIF_metrics">, key: string]; result: void };
	"PIF_metrics.get_all": { params: []; result: readonly Ref<"PIF_metrics">[] };
	"PIF_metrics.get_all_where": { params: [expr: string]; result: readonly Ref<"PIF_metrics">[] };
	"PIF_metrics.get_all_records_where": { params: [expr: string]; result: Readonly<Record<string, T.PifMetricsRecord>> };
	"PIF_metrics.get_all_records": { params: []; result: Readonly<Record<string, T.PifMetricsRecord>> };
	"Bond.get_record": { params: [self: Ref<"Bond">]; result: T.BondRecord };
	"Bond.get_by_uuid": { params: [uuid: string]; result: Ref<"Bond"> };
	"Bond.get_uuid": { params: [self: Ref<"Bond">]; result: string };
	"Bond.get_master": { params: [self: Ref<"Bond">]; result: Ref<"PIF"> };
	"Bond.get_slaves": { params: [self: Ref<"Bond">]; result: readonly Ref<"PIF">[] };
	"Bond.get_other_config": { params: [self: Ref<"Bond">]; result: Readonly<Record<string, string>> };
	"Bond.get_primary_slave": { params: [self: Ref<"Bond">]; result: Ref<"PIF"> };
	"Bond.get_mode": { params: [self: Ref<"Bond">]; result: T.BondMode };
	"Bond.get_properties": { params: [self: Ref<"Bond">]; result: Readonly<Record<string, string>> };
	"Bond.get_links_up": { params: [self: Ref<"Bond">]; result: number };
	"Bond.get_auto_update_mac": { params: [self: Ref<"Bond">]; result: boolean };
	"Bond.set_other_config": { params: [self: Ref<"Bond">, value: Readonly<Record<string, string>>]; result: void };
	"Bond.add_to_other_config": { params: [self: Ref<"Bond">, key: string, value: string]; result: void };
	"Bond.remove_from_other_config": { params: [self: Ref<"Bond">, key: string]; result: void };
	"Bond.create": { params: [network: Ref<"network">, members: readonly Ref<"PIF">[], MAC: string, mode?: T.BondMode, properties?: Readonly<Record<string, string>>]; result: Ref<"Bond"> };
	"Bond.destroy": { params: [self: Ref<"Bond">]; result: void };
	"Bond.set_mode": { params: [self: Ref<"Bond">, value: T.BondMode]; result: void };
	"Bond.set_property": { params: [self: Ref<"Bond">, name: string, value: string]; result: void };
	"Bond.get_all": { params: []; result: readonly Ref<"Bond">[] };
	"Bond.get_all_where": { params: [expr: string]; result: readonly Ref<"Bond">[] };
	"Bond.get_all_records_where": { params: [expr: string]; result: Readonly<Record<string, T.BondRecord>> };
	"Bond.get_all_records": { params: []; result: Readonly<Record<string, T.BondRecord>> };
	"VLAN.get_record": { params: [self: Ref<"VLAN">]; result: T.VlanRecord };
	"VLAN.get_by_uuid": { params: [uuid: string]; result: Ref<"VLAN"> };
	"VLAN.get_uuid": { params: [self: Ref<"VLAN">]; result: string };
	"VLAN.get_tagged_PIF": { params: [self: Ref<"VLAN">]; result: Ref<"PIF"> };
	"VLAN.get_untagged_PIF": { params: [self: Ref<"VLAN">]; result: Ref<"PIF"> };
	"VLAN.get_tag": { params: [self: Ref<"VLAN">]; result: number };
	"VLAN.get_other_config": { params: [self: Ref<"VLAN">]; result: Readonly<Record<string, string>> };
	"VLAN.set_other_config": { params: [self: Ref<"VLAN">, value: Readonly<Record<string, string>>]; result: void };
	"VLAN.add_to_other_config": { params: [self: Ref<"VLAN">, key: string, value: string]; result: void };
	"VLAN.remove_from_other_config": { params: [self: Ref<"VLAN">, key: string]; result: void };
	"VLAN.pool_introduce": { params: [tagged_PIF: Ref<"PIF">, untagged_PIF: Ref<"PIF">, tag: number, other_config: Readonly<Record<string, string>>]; result: Ref<"VLAN"> };
	"VLAN.create": { params: [tagged_PIF: Ref<"PIF">, tag: number, network: Ref<"network">]; result: Ref<"VLAN"> };
	"VLAN.destroy": { params: [self: Ref<"VLAN">]; result: void };
	"VLAN.get_all": { params: []; result: readonly Ref<"VLAN">[] };
	"VLAN.get_all_where": { params: [expr: string]; result: readonly Ref<"VLAN">[] };
	"VLAN.get_all_records_where": { params: [expr: string]; result: Readonly<Record<string, T.VlanRecord>> };
	"VLAN.get_all_records": { params: []; result: Readonly<Record<string, T.VlanRecord>> };
	"SM.get_record": { params: [self: Ref<"SM">]; result: T.SmRecord };
	"SM.get_by_uuid": { params: [uuid: string]; result: Ref<"SM"> };
	"SM.get_by_name_label": { params: [label: string]; result: readonly Ref<"SM">[] };
	"SM.get_uuid": { params: [self: Ref<"SM">]; result: string };
	"SM.get_name_label": { params: [self: Ref<"SM">]; result: string };
	"SM.get_name_description": { params: [self: Ref<"SM">]; result: string };
	"SM.get_type": { params: [self: Ref<"SM">]; result: string };
	"SM.get_vendor": { params: [self: Ref<"SM">]; result: string };
	"SM.get_copyright": { params: [self: Ref<"SM">]; result: string };
	"SM.get_version": { params: [self: Ref<"SM">]; result: string };
	"SM.get_required_api_version": { params: [self: Ref<"SM">]; result: string };
	"SM.get_configuration": { params: [self: Ref<"SM">]; result: Readonly<Record<string, string>> };
	"SM.get_capabilities": { params: [self: Ref<"SM">]; result: readonly string[] };
	"SM.get_features": { params: [self: Ref<"SM">]; result: Readonly<Record<string, number>> };
	"SM.get_other_config": { params: [self: Ref<"SM">]; result: Readonly<Record<string, string>> };
	"SM.get_driver_filename": { params: [self: Ref<"SM">]; result: string };
	"SM.get_required_cluster_stack": { params: [self: Ref<"SM">]; result: readonly string[] };
	"SM.get_supported_image_formats": { params: [self: Ref<"SM">]; result: readonly T.ImageFormatType[] };
	"SM.set_other_config": { params: [self: Ref<"SM">, value: Readonly<Record<string, string>>]; result: void };
	"SM.add_to_other_config": { params: [self: Ref<"SM">, key: string, value: string]; result: void };
	"SM.remove_from_other_config": { params: [self: Ref<"SM">, key: string]; result: void };
	"SM.get_all": { params: []; result: readonly Ref<"SM">[] };
	"SM.get_all_where": { params: [expr: string]; result: readonly Ref<"SM">[] };
	"SM.get_all_records_where": { params: [expr: string]; result: Readonly<Record<string, T.SmRecord>> };
	"SM.get_all_records": { params: []; result: Readonly<Record<string, T.SmRecord>> };
	"SR.get_record": { params: [self: Ref<"SR">]; result: T.SrRecord };
	"SR.get_by_uuid": { params: [uuid: string]; result: Ref<"SR"> };
	"SR.get_by_name_label": { params: [label: string]; result: readonly Ref<"SR">[] };
	"SR.get_uuid": { params: [self: Ref<"SR">]; result: string };
	"SR.get_name_label": { params: [self: Ref<"SR">]; result: string };
	"SR.get_name_description": { params: [self: Ref<"SR">]; result: string };
	"SR.get_allowed_operations": { params: [self: Ref<"SR">]; result: readonly T.StorageOperations[] };
	"SR.get_current_operations": { params: [self: Ref<"SR">]; result: Readonly<Record<string, T.StorageOperations>> };
	"SR.get_VDIs": { params: [self: Ref<"SR">]; result: readonly Ref<"VDI">[] };
	"SR.get_PBDs": { params: [self: Ref<"SR">]; result: readonly Ref<"PBD">[] };
	"SR.get_virtual_allocation": { params: [self: Ref<"SR">]; result: number };
	"SR.get_physical_utilisation": { params: [self: Ref<"SR">]; result: number };
	"SR.get_physical_size": { params: [self: Ref<"SR">]; result: number };
	"SR.get_type": { params: [self: Ref<"SR">]; result: string };
	"SR.get_content_type": { params: [self: Ref<"SR">]; result: string };
	"SR.get_shared": { params: [self: Ref<"SR">]; result: boolean };
	"SR.get_other_config": { params: [self: Ref<"SR">]; result: Readonly<Record<string, string>> };
	"SR.get_tags": { params: [self: Ref<"SR">]; result: readonly string[] };
	"SR.get_sm_config": { params: [self: Ref<"SR">]; result: Readonly<Record<string, string>> };
	"SR.get_blobs": { params: [self: Ref<"SR">]; result: Readonly<Record<string, Ref<"blob">>> };
	"SR.get_local_cache_enabled": { params: [self: Ref<"SR">]; result: boolean };
	"SR.get_introduced_by": { params: [self: Ref<"SR">]; result: Ref<"DR_task"> };
	"SR.get_clustered": { params: [self: Ref<"SR">]; result: boolean };
	"SR.get_is_tools_sr": { params: [self: Ref<"SR">]; result: boolean };
	"SR.set_other_config": { params: [self: Ref<"SR">, value: Readonly<Record<string, string>>]; result: void };
	"SR.add_to_other_config": { params: [self: Ref<"SR">, key: string, value: string]; result: void };
	"SR.remove_from_other_config": { params: [self: Ref<"SR">, key: string]; result: void };
	"SR.set_tags": { params: [self: Ref<"SR">, value: readonly string[]]; result: void };
	"SR.add_tags": { params: [self: Ref<"SR">, value: string]; result: void };
	"SR.remove_tags": { params: [self: Ref<"SR">, value: string]; result: void };
	"SR.set_sm_config": { params: [self: Ref<"SR">, value: Readonly<Record<string, string>>]; result: void };
	"SR.add_to_sm_config": { params: [self: Ref<"SR">, key: string, value: string]; result: void };
	"SR.remove_from_sm_config": { params: [self: Ref<"SR">, key: string]; result: void };
	"SR.create": { params: [host: Ref<"host">, device_config: Readonly<Record<string, string>>, physical_size: number, name_label: string, name_description: string, type: string, content_type: string, shared: boolean, sm_config?: Readonly<Record<string, string>>]; result: Ref<"SR"> };
	"SR.introduce": { params: [uuid: string, name_label: string, name_description: string, type: string, content_type: string, shared: boolean, sm_config?: Readonly<Record<string, string>>]; result: Ref<"SR"> };
	"SR.make": { params: [host: Ref<"host">, device_config: Readonly<Record<string, string>>, physical_size: number, name_label: string, name_description: string, type: string, content_type: string, sm_config?: Readonly<Record<string, string>>]; result: string };
	"SR.destroy": { params: [sr: Ref<"SR">]; result: void };
	"SR.forget": { params: [sr: Ref<"SR">]; result: void };
	"SR.update": { params: [sr: Ref<"SR">]; result: void };
	"SR.get_supported_types": { params: []; result: readonly string[] };
	"SR.scan": { params: [sr: Ref<"SR">]; result: void };
	"SR.probe": { params: [host: Ref<"host">, device_config: Readonly<Record<string, string>>, type: string, sm_config?: Readonly<Record<string, string>>]; result: string };
	"SR.probe_ext": { params: [host: Ref<"host">, device_config: Readonly<Record<string, string>>, type: string, sm_config?: Readonly<Record<string, string>>]; result: readonly T.ProbeResultRecord[] };
	"SR.set_shared": { params: [sr: Ref<"SR">, value: boolean]; result: void };
	"SR.set_name_label": { params: [sr: Ref<"SR">, value: string]; result: void };
	"SR.set_name_description": { params: [sr: Ref<"SR">, value: string]; result: void };
	"SR.create_new_blob": { params: [sr: Ref<"SR">, name: string, mime_type: string, public_?: boolean]; result: Ref<"blob"> };
	"SR.set_physical_size": { params: [self: Ref<"SR">, value: number]; result: void };
	"SR.set_virtual_allocation": { params: [self: Ref<"SR">, value: number]; result: void };
	"SR.set_physical_utilisation": { params: [self: Ref<"SR">, value: number]; result: void };
	"SR.assert_can_host_ha_statefile": { params: [sr: Ref<"SR">]; result: void };
	"SR.assert_supports_database_replication": { params: [sr: Ref<"SR">]; result: void };
	"SR.enable_database_replication": { params: [sr: Ref<"SR">]; result: void };
	"SR.disable_database_replication": { params: [sr: Ref<"SR">]; result: void };
	"SR.get_data_sources": { params: [sr: Ref<"SR">]; result: readonly T.DataSourceRecord[] };
	"SR.record_data_source": { params: [sr: Ref<"SR">, data_source: string]; result: void };
	"SR.query_data_source": { params: [sr: Ref<"SR">, data_source: string]; result: number };
	"SR.forget_data_source_archives": { params: [sr: Ref<"SR">, data_source: string]; result: void };
	"SR.get_live_hosts": { params: [sr: Ref<"SR">]; result: readonly Ref<"host">[] };
	"SR.get_all": { params: []; result: readonly Ref<"SR">[] };
	"SR.get_all_where": { params: [expr: string]; result: readonly Ref<"SR">[] };
	"SR.get_all_records_where": { params: [expr: string]; result: Readonly<Record<string, T.SrRecord>> };
	"SR.get_all_records": { params: []; result: Readonly<Record<string, T.SrRecord>> };
	"LVHD.get_record": { params: [self: Ref<"LVHD">]; result: T.LvhdRecord };
	"LVHD.get_by_uuid": { params: [uuid: string]; result: Ref<"LVHD"> };
	"LVHD.get_uuid": { params: [self: Ref<"LVHD">]; result: string };
	"LVHD.enable_thin_provisioning": { params: [host: Ref<"host">, SR: Ref<"SR">, initial_allocation: number, allocation_quantum: number]; result: string };
	"VDI.get_record": { params: [self: Ref<"VDI">]; result: T.VdiRecord };
	"VDI.get_by_uuid": { params: [uuid: string]; result: Ref<"VDI"> };
	"VDI.create": { params: [args: Partial<T.VdiRecord>]; result: Ref<"VDI"> };
	"VDI.destroy": { params: [self: Ref<"VDI">]; result: void };
	"VDI.get_by_name_label": { params: [label: string]; result: readonly Ref<"VDI">[] };
	"VDI.get_uuid": { params: [self: Ref<"VDI">]; result: string };
	"VDI.get_name_label": { params: [self: Ref<"VDI">]; result: string };
	"VDI.get_name_description": { params: [self: Ref<"VDI">]; result: string };
	"VDI.get_allowed_operations": { params: [self: Ref<"VDI">]; result: readonly T.VdiOperations[] };
	"VDI.get_current_operations": { params: [self: Ref<"VDI">]; result: Readonly<Record<string, T.VdiOperations>> };
	"VDI.get_SR": { params: [self: Ref<"VDI">]; result: Ref<"SR"> };
	"VDI.get_VBDs": { params: [self: Ref<"VDI">]; result: readonly Ref<"VBD">[] };
	"VDI.get_crash_dumps": { params: [self: Ref<"VDI">]; result: readonly Ref<"crashdump">[] };
	"VDI.get_virtual_size": { params: [self: Ref<"VDI">]; result: number };
	"VDI.get_physical_utilisation": { params: [self: Ref<"VDI">]; result: number };
	"VDI.get_type": { params: [self: Ref<"VDI">]; result: T.VdiType };
	"VDI.get_sharable": { params: [self: Ref<"VDI">]; result: boolean };
	"VDI.get_read_only": { params: [self: Ref<"VDI">]; result: boolean };
	"VDI.get_other_config": { params: [self: Ref<"VDI">]; result: Readonly<Record<string, string>> };
	"VDI.get_storage_lock": { params: [self: Ref<"VDI">]; result: boolean };
	"VDI.get_location": { params: [self: Ref<"VDI">]; result: string };
	"VDI.get_managed": { params: [self: Ref<"VDI">]; result: boolean };
	"VDI.get_missing": { params: [self: Ref<"VDI">]; result: boolean };
	"VDI.get_parent": { params: [self: Ref<"VDI">]; result: Ref<"VDI"> };
	"VDI.get_xenstore_data": { params: [self: Ref<"VDI">]; result: Readonly<Record<string, string>> };
	"VDI.get_sm_config": { params: [self: Ref<"VDI">]; result: Readonly<Record<string, string>> };
	"VDI.get_is_a_snapshot": { params: [self: Ref<"VDI">]; result: boolean };
	"VDI.get_snapshot_of": { params: [self: Ref<"VDI">]; result: Ref<"VDI"> };
	"VDI.get_snapshots": { params: [self: Ref<"VDI">]; result: readonly Ref<"VDI">[] };
	"VDI.get_snapshot_time": { params: [self: Ref<"VDI">]; result: string };
	"VDI.get_tags": { params: [self: Ref<"VDI">]; result: readonly string[] };
	"VDI.get_allow_caching": { params: [self: Ref<"VDI">]; result: boolean };
	"VDI.get_on_boot": { params: [self: Ref<"VDI">]; result: T.OnBoot };
	"VDI.get_metadata_of_pool": { params: [self: Ref<"VDI">]; result: Ref<"pool"> };
	"VDI.get_metadata_latest": { params: [self: Ref<"VDI">]; result: boolean };
	"VDI.get_is_tools_iso": { params: [self: Ref<"VDI">]; result: boolean };
	"VDI.get_cbt_enabled": { params: [self: Ref<"VDI">]; result: boolean };
	"VDI.set_other_config": { params: [self: Ref<"VDI">, value: Readonly<Record<string, string>>]; result: void };
	"VDI.add_to_other_config": { params: [self: Ref<"VDI">, key: string, value: string]; result: void };
	"VDI.remove_from_other_config": { params: [self: Ref<"VDI">, key: string]; result: void };
	"VDI.set_xenstore_data": { params: [self: Ref<"VDI">, value: Readonly<Record<string, string>>]; result: void };
	"VDI.add_to_xenstore_data": { params: [self: Ref<"VDI">, key: string, value: string]; result: void };
	"VDI.remove_from_xenstore_data": { params: [self: Ref<"VDI">, key: string]; result: void };
	"VDI.set_sm_config": { params: [self: Ref<"VDI">, value: Readonly<Record<string, string>>]; result: void };
	"VDI.add_to_sm_config": { params: [self: Ref<"VDI">, key: string, value: string]; result: void };
	"VDI.remove_from_sm_config": { params: [self: Ref<"VDI">, key: string]; result: void };
	"VDI.set_tags": { params: [self: Ref<"VDI">, value: readonly string[]]; result: void };
	"VDI.add_tags": { params: [self: Ref<"VDI">, value: string]; result: void };
	"VDI.remove_tags": { params: [self: Ref<"VDI">, value: string]; result: void };
	"VDI.snapshot": { params: [vdi: Ref<"VDI">, driver_params?: Readonly<Record<string, string>>]; result: Ref<"VDI"> };
	"VDI.clone": { params: [vdi: Ref<"VDI">, driver_params?: Readonly<Record<string, string>>]; result: Ref<"VDI"> };
	"VDI.resize": { params: [vdi: Ref<"VDI">, size: number]; result: void };
	"VDI.resize_online": { params: [vdi: Ref<"VDI">, size: number]; result: void };
	"VDI.introduce": { params: [uuid: string, name_label: string, name_description: string, SR: Ref<"SR">, type: T.VdiType, sharable: boolean, read_only: boolean, other_config: Readonly<Record<string, string>>, location: string, xenstore_data?: Readonly<Record<string, string>>, sm_config?: Readonly<Record<string, string>>, managed?: boolean, virtual_size?: number, physical_utilisation?: number, metadata_of_pool?: Ref<"pool">, is_a_snapshot?: boolean, snapshot_time?: string, snapshot_of?: Ref<"VDI">]; result: Ref<"VDI"> };
	"VDI.pool_introduce": { params: [uuid: string, name_label: string, name_description: string, SR: Ref<"SR">, type: T.VdiType, sharable: boolean, read_only: boolean, other_config: Readonly<Record<string, string>>, location: string, xenstore_data?: Readonly<Record<string, string>>, sm_config?: Readonly<Record<string, string>>, managed?: boolean, virtual_size?: number, physical_utilisation?: number, metadata_of_pool?: Ref<"pool">, is_a_snapshot?: boolean, snapshot_time?: string, snapshot_of?: Ref<"VDI">, cbt_enabled?: boolean]; result: Ref<"VDI"> };
	"VDI.db_introduce": { params: [uuid: string, name_label: string, name_description: string, SR: Ref<"SR">, type: T.VdiType, sharable: boolean, read_only: boolean, other_config: Readonly<Record<string, string>>, location: string, xenstore_data?: Readonly<Record<string, string>>, sm_config?: Readonly<Record<string, string>>, managed?: boolean, virtual_size?: number, physical_utilisation?: number, metadata_of_pool?: Ref<"pool">, is_a_snapshot?: boolean, snapshot_time?: string, snapshot_of?: Ref<"VDI">, cbt_enabled?: boolean]; result: Ref<"VDI"> };
	"VDI.db_forget": { params: [vdi: Ref<"VDI">]; result: void };
	"VDI.update": { params: [vdi: Ref<"VDI">]; result: void };
	"VDI.copy": { params: [vdi: Ref<"VDI">, sr?: Ref<"SR">, base_vdi?: Ref<"VDI">, into_vdi?: Ref<"VDI">]; result: Ref<"VDI"> };
	"VDI.force_unlock": { params: [vdi: Ref<"VDI">]; result: void };
	"VDI.set_managed": { params: [self: Ref<"VDI">, value: boolean]; result: void };
	"VDI.forget": { params: [vdi: Ref<"VDI">]; result: void };
	"VDI.set_sharable": { params: [self: Ref<"VDI">, value: boolean]; result: void };
	"VDI.set_read_only": { params: [self: Ref<"VDI">, value: boolean]; result: void };
	"VDI.set_missing": { params: [self: Ref<"VDI">, value: boolean]; result: void };
	"VDI.set_virtual_size": { params: [self: Ref<"VDI">, value: number]; result: void };
	"VDI.set_physical_utilisation": { params: [self: Ref<"VDI">, value: number]; result: void };
	"VDI.set_is_a_snapshot": { params: [self: Ref<"VDI">, value: boolean]; result: void };
	"VDI.set_snapshot_of": { params: [self: Ref<"VDI">, value: Ref<"VDI">]; result: void };
	"VDI.set_snapshot_time": { params: [self: Ref<"VDI">, value: string]; result: void };
	"VDI.set_metadata_of_pool": { params: [self: Ref<"VDI">, value: Ref<"pool">]; result: void };
	"VDI.set_name_label": { params: [self: Ref<"VDI">, value: string]; result: void };
	"VDI.set_name_description": { params: [self: Ref<"VDI">, value: string]; result: void };
	"VDI.generate_config": { params: [host: Ref<"host">, vdi: Ref<"VDI">]; result: string };
	"VDI.set_on_boot": { params: [self: Ref<"VDI">, value: T.OnBoot]; result: void };
	"VDI.set_allow_caching": { params: [self: Ref<"VDI">, value: boolean]; result: void };
	"VDI.open_database": { params: [self: Ref<"VDI">]; result: Ref<"session"> };
	"VDI.checksum": { params: [self: Ref<"VDI">]; result: string };
	"VDI.read_database_pool_uuid": { params: [self: Ref<"VDI">]; result: string };
	"VDI.pool_migrate": { params: [vdi: Ref<"VDI">, sr: Ref<"SR">, options: Readonly<Record<string, string>>]; result: Ref<"VDI"> };
	"VDI.enable_cbt": { params: [self: Ref<"VDI">]; result: void };
	"VDI.disable_cbt": { params: [self: Ref<"VDI">]; result: void };
	"VDI.set_cbt_enabled": { params: [self: Ref<"VDI">, value: boolean]; result: void };
	"VDI.data_destroy": { params: [self: Ref<"VDI">]; result: void };
	"VDI.list_changed_blocks": { params: [vdi_from: Ref<"VDI">, vdi_to: Ref<"VDI">]; result: string };
	"VDI.get_nbd_info": { params: [self: Ref<"VDI">]; result: readonly T.VdiNbdServerInfoRecord[] };
	"VDI.revert": { params: [snapshot: Ref<"VDI">]; result: void };
	"VDI.get_all": { params: []; result: readonly Ref<"VDI">[] };
	"VDI.get_all_where": { params: [expr: string]; result: readonly Ref<"VDI">[] };
	"VDI.get_all_records_where": { params: [expr: string]; result: Readonly<Record<string, T.VdiRecord>> };
	"VDI.get_all_records": { params: []; result: Readonly<Record<string, T.VdiRecord>> };
	"VBD.get_record": { params: [self: Ref<"VBD">]; result: T.VbdRecord };
	"VBD.get_by_uuid": { params: [uuid: string]; result: Ref<"VBD"> };
	"VBD.create": { params: [args: Partial<T.VbdRecord>]; result: Ref<"VBD"> };
	"VBD.destroy": { params: [self: Ref<"VBD">]; result: void };
	"VBD.get_uuid": { params: [self: Ref<"VBD">]; result: string };
	"VBD.get_allowed_operations": { params: [self: Ref<"VBD">]; result: readonly T.VbdOperations[] };
	"VBD.get_current_operations": { params: [self: Ref<"VBD">]; result: Readonly<Record<string, T.VbdOperations>> };
	"VBD.get_VM": { params: [self: Ref<"VBD">]; result: Ref<"VM"> };
	"VBD.get_VDI": { params: [self: Ref<"VBD">]; result: Ref<"VDI"> };
	"VBD.get_device": { params: [self: Ref<"VBD">]; result: string };
	"VBD.get_userdevice": { params: [self: Ref<"VBD">]; result: string };
	"VBD.get_bootable": { params: [self: Ref<"VBD">]; result: boolean };
	"VBD.get_mode": { params: [self: Ref<"VBD">]; result: T.VbdMode };
	"VBD.get_type": { params: [self: Ref<"VBD">]; result: T.VbdType };
	"VBD.get_unpluggable": { params: [self: Ref<"VBD">]; result: boolean };
	"VBD.get_storage_lock": { params: [self: Ref<"VBD">]; result: boolean };
	"VBD.get_empty": { params: [self: Ref<"VBD">]; result: boolean };
	"VBD.get_other_config": { params: [self: Ref<"VBD">]; result: Readonly<Record<string, string>> };
	"VBD.get_currently_attached": { params: [self: Ref<"VBD">]; result: boolean };
	"VBD.get_status_code": { params: [self: Ref<"VBD">]; result: number };
	"VBD.get_status_detail": { params: [self: Ref<"VBD">]; result: string };
	"VBD.get_runtime_properties": { params: [self: Ref<"VBD">]; result: Readonly<Record<string, string>> };
	"VBD.get_qos_algorithm_type": { params: [self: Ref<"VBD">]; result: string };
	"VBD.get_qos_algorithm_params": { params: [self: Ref<"VBD">]; result: Readonly<Record<string, string>> };
	"VBD.get_qos_supported_algorithms": { params: [self: Ref<"VBD">]; result: readonly string[] };
	"VBD.get_metrics": { params: [self: Ref<"VBD">]; result: Ref<"VBD_metrics"> };
	"VBD.set_userdevice": { params: [self: Ref<"VBD">, value: string]; result: void };
	"VBD.set_bootable": { params: [self: Ref<"VBD">, value: boolean]; result: void };
	"VBD.set_type": { params: [self: Ref<"VBD">, value: T.VbdType]; result: void };
	"VBD.set_unpluggable": { params: [self: Ref<"VBD">, value: boolean]; result: void };
	"VBD.set_other_config": { params: [self: Ref<"VBD">, value: Readonly<Record<string, string>>]; result: void };
	"VBD.add_to_other_config": { params: [self: Ref<"VBD">, key: string, value: string]; result: void };
	"VBD.remove_from_other_config": { params: [self: Ref<"VBD">, key: string]; result: void };
	"VBD.set_qos_algorithm_type": { params: [self: Ref<"VBD">, value: string]; result: void };
	"VBD.set_qos_algorithm_params": { params: [self: Ref<"VBD">, value: Readonly<Record<string, string>>]; result: void };
	"VBD.add_to_qos_algorithm_params": { params: [self: Ref<"VBD">, key: string, value: string]; result: void };
	"VBD.remove_from_qos_algorithm_params": { params: [self: Ref<"VBD">, key: string]; result: void };
	"VBD.eject": { params: [vbd: Ref<"VBD">]; result: void };
	"VBD.insert": { params: [vbd: Ref<"VBD">, vdi: Ref<"VDI">]; result: void };
	"VBD.plug": { params: [self: Ref<"VBD">]; result: void };
	"VBD.unplug": { params: [self: Ref<"VBD">]; result: void };
	"VBD.unplug_force": { params: [self: Ref<"VBD">]; result: void };
	"VBD.unplug_force_no_safety_check": { params: [self: Ref<"VBD">]; result: void };
	"VBD.assert_attachable": { params: [self: Ref<"VBD">]; result: void };
	"VBD.pause": { params: [self: Ref<"VBD">]; result: string };
	"VBD.unpause": { params: [self: Ref<"VBD">, token?: string]; result: void };
	"VBD.set_mode": { params: [self: Ref<"VBD">, value: T.VbdMode]; result: void };
	"VBD.get_all": { params: []; result: readonly Ref<"VBD">[] };
	"VBD.get_all_where": { params: [expr: string]; result: readonly Ref<"VBD">[] };
	"VBD.get_all_records_where": { params: [expr: string]; result: Readonly<Record<string, T.VbdRecord>> };
	"VBD.get_all_records": { params: []; result: Readonly<Record<string, T.VbdRecord>> };
	"VBD_metrics.get_record": { params: [self: Ref<"VBD_metrics">]; result: T.VbdMetricsRecord };
	"VBD_metrics.get_by_uuid": { params: [uuid: string]; result: Ref<"VBD_metrics"> };
	"VBD_metrics.get_uuid": { params: [self: Ref<"VBD_metrics">]; result: string };
	"VBD_metrics.get_io_read_kbs": { params: [self: Ref<"VBD_metrics">]; result: number };
	"VBD_metrics.get_io_write_kbs": { params: [self: Ref<"VBD_metrics">]; result: number };
	"VBD_metrics.get_last_updated": { params: [self: Ref<"VBD_metrics">]; result: string };
	"VBD_metrics.get_other_config": { params: [self: Ref<"VBD_metrics">]; result: Readonly<Record<string, string>> };
	"VBD_metrics.set_other_config": { params: [self: Ref<"VBD_metrics">, value: Readonly<Record<string, string>>]; result: void };
	"VBD_metrics.add_to_other_config": { params: [self: Ref<"VBD_metrics">, key: string, value: string]; result: void };
	"VBD_metrics.remove_from_other_config": { params: [self: Ref<"VBD_metrics">, key: string]; result: void };
	"VBD_metrics.get_all": { params: []; result: readonly Ref<"VBD_metrics">[] };
	"VBD_metrics.get_all_where": { params: [expr: string]; result: readonly Ref<"VBD_metrics">[] };
	"VBD_metrics.get_all_records_where": { params: [expr: string]; result: Readonly<Record<string, T.VbdMetricsRecord>> };
	"VBD_metrics.get_all_records": { params: []; result: Readonly<Record<string, T.VbdMetricsRecord>> };
	"PBD.get_record": { params: [self: Ref<"PBD">]; result: T.PbdRecord };
	"PBD.get_by_uuid": { params: [uuid: string]; result: Ref<"PBD"> };
	"PBD.create": { params: [args: Partial<T.PbdRecord>]; result: Ref<"PBD"> };
	"PBD.destroy": { params: [self: Ref<"PBD">]; result: void };
	"PBD.get_uuid": { params: [self: Ref<"PBD">]; result: string };
	"PBD.get_host": { params: [self: Ref<"PBD">]; result: Ref<"host"> };
	"PBD.get_SR": { params: [self: Ref<"PBD">]; result: Ref<"SR"> };
	"PBD.get_device_config": { params: [self: Ref<"PBD">]; result: Readonly<Record<string, string>> };
	"PBD.get_currently_attached": { params: [self: Ref<"PBD">]; result: boolean };
	"PBD.get_other_config": { params: [self: Ref<"PBD">]; result: Readonly<Record<string, string>> };
	"PBD.set_other_config": { params: [self: Ref<"PBD">, value: Readonly<Record<string, string>>]; result: void };
	"PBD.add_to_other_config": { params: [self: Ref<"PBD">, key: string, value: string]; result: void };
	"PBD.remove_from_other_config": { params: [self: Ref<"PBD">, key: string]; result: void };
	"PBD.plug": { params: [self: Ref<"PBD">]; result: void };
	"PBD.unplug": { params: [self: Ref<"PBD">]; result: void };
	"PBD.set_device_config": { params: [self: Ref<"PBD">, value: Readonly<Record<string, string>>]; result: void };
	"PBD.get_all": { params: []; result: readonly Ref<"PBD">[] };
	"PBD.get_all_where": { params: [expr: string]; result: readonly Ref<"PBD">[] };
	"PBD.get_all_records_where": { params: [expr: string]; result: Readonly<Record<string, T.PbdRecord>> };
	"PBD.get_all_records": { params: []; result: Readonly<Record<string, T.PbdRecord>> };
	"crashdump.get_record": { params: [self: Ref<"crashdump">]; result: T.CrashdumpRecord };
	"crashdump.get_by_uuid": { params: [uuid: string]; result: Ref<"crashdump"> };
	"crashdump.get_uuid": { params: [self: Ref<"crashdump">]; result: string };
	"crashdump.get_VM": { params: [self: Ref<"crashdump">]; result: Ref<"VM"> };
	"crashdump.get_VDI": { params: [self: Ref<"crashdump">]; result: Ref<"VDI"> };
	"crashdump.get_other_config": { params: [self: Ref<"crashdump">]; result: Readonly<Record<string, string>> };
	"crashdump.set_other_config": { params: [self: Ref<"crashdump">, value: Readonly<Record<string, string>>]; result: void };
	"crashdump.add_to_other_config": { params: [self: Ref<"crashdump">, key: string, value: string]; result: void };
	"crashdump.remove_from_other_config": { params: [self: Ref<"crashdump">, key: string]; result: void };
	"crashdump.destroy": { params: [self: Ref<"crashdump">]; result: void };
	"crashdump.get_all": { params: []; result: readonly Ref<"crashdump">[] };
	"crashdump.get_all_where": { params: [expr: string]; result: readonly Ref<"crashdump">[] };
	"crashdump.get_all_records_where": { params: [expr: string]; result: Readonly<Record<string, T.CrashdumpRecord>> };
	"crashdump.get_all_records": { params: []; result: Readonly<Record<string, T.CrashdumpRecord>> };
	"VTPM.get_record": { params: [self: Ref<"VTPM">]; result: T.VtpmRecord };
	"VTPM.get_by_uuid": { params: [uuid: string]; result: Ref<"VTPM"> };
	"VTPM.get_uuid": { params: [self: Ref<"VTPM">]; result: string };
	"VTPM.get_allowed_operations": { params: [self: Ref<"VTPM">]; result: readonly T.VtpmOperations[] };
	"VTPM.get_current_operations": { params: [self: Ref<"VTPM">]; result: Readonly<Record<string, T.VtpmOperations>> };
	"VTPM.get_VM": { params: [self: Ref<"VTPM">]; result: Ref<"VM"> };
	"VTPM.get_backend": { params: [self: Ref<"VTPM">]; result: Ref<"VM"> };
	"VTPM.get_persistence_backend": { params: [self: Ref<"VTPM">]; result: T.PersistenceBackend };
	"VTPM.get_is_unique": { params: [self: Ref<"VTPM">]; result: boolean };
	"VTPM.get_is_protected": { params: [self: Ref<"VTPM">]; result: boolean };
	"VTPM.create": { params: [vM: Ref<"VM">, is_unique: boolean]; result: Ref<"VTPM"> };
	"VTPM.destroy": { params: [self: Ref<"VTPM">]; result: void };
	"VTPM.get_contents": { params: [self: Ref<"VTPM">]; result: string };
	"VTPM.set_contents": { params: [self: Ref<"VTPM">, contents: string]; result: void };
	"VTPM.get_all": { params: []; result: readonly Ref<"VTPM">[] };
	"VTPM.get_all_where": { params: [expr: string]; result: readonly Ref<"VTPM">[] };
	"VTPM.get_all_records_where": { params: [expr: string]; result: Readonly<Record<string, T.VtpmRecord>> };
	"VTPM.get_all_records": { params: []; result: Readonly<Record<string, T.VtpmRecord>> };
	"console.get_record": { params: [self: Ref<"console">]; result: T.ConsoleRecord };
	"console.get_by_uuid": { params: [uuid: string]; result: Ref<"console"> };
	"console.create": { params: [args: Partial<T.ConsoleRecord>]; result: Ref<"console"> };
	"console.destroy": { params: [self: Ref<"console">]; result: void };
	"console.get_uuid": { params: [self: Ref<"console">]; result: string };
	"console.get_protocol": { params: [self: Ref<"console">]; result: T.ConsoleProtocol };
	"console.get_location": { params: [self: Ref<"console">]; result: string };
	"console.get_VM": { params: [self: Ref<"console">]; result: Ref<"VM"> };
	"console.get_other_config": { params: [self: Ref<"console">]; result: Readonly<Record<string, string>> };
	"console.set_other_config": { params: [self: Ref<"console">, value: Readonly<Record<string, string>>]; result: void };
	"console.add_to_other_config": { params: [self: Ref<"console">, key: string, value: string]; result: void };
	"console.remove_from_other_config": { params: [self: Ref<"console">, key: string]; result: void };
	"console.get_all": { params: []; result: readonly Ref<"console">[] };
	"console.get_all_where": { params: [expr: string]; result: readonly Ref<"console">[] };
	"console.get_all_records_where": { params: [expr: string]; result: Readonly<Record<string, T.ConsoleRecord>> };
	"console.get_all_records": { params: []; result: Readonly<Record<string, T.ConsoleRecord>> };
	"user.get_record": { params: [self: Ref<"user">]; result: T.UserRecord };
	"user.get_by_uuid": { params: [uuid: string]; result: Ref<"user"> };
	"user.create": { params: [args: Partial<T.UserRecord>]; result: Ref<"user"> };
	"user.destroy": { params: [self: Ref<"user">]; result: void };
	"user.get_uuid": { params: [self: Ref<"user">]; result: string };
	"user.get_short_name": { params: [self: Ref<"user">]; result: string };
	"user.get_fullname": { params: [self: Ref<"user">]; result: string };
	"user.get_other_config": { params: [self: Ref<"user">]; result: Readonly<Record<string, string>> };
	"user.set_fullname": { params: [self: Ref<"user">, value: string]; result: void };
	"user.set_other_config": { params: [self: Ref<"user">, value: Readonly<Record<string, string>>]; result: void };
	"user.add_to_other_config": { params: [self: Ref<"user">, key: string, value: string]; result: void };
	"user.remove_from_other_config": { params: [self: Ref<"user">, key: string]; result: void };
	"blob.get_record": { params: [self: Ref<"blob">]; result: T.BlobRecord };
	"blob.get_by_uuid": { params: [uuid: string]; result: Ref<"blob"> };
	"blob.get_by_name_label": { params: [label: string]; result: readonly Ref<"blob">[] };
	"blob.get_uuid": { params: [self: Ref<"blob">]; result: string };
	"blob.get_name_label": { params: [self: Ref<"blob">]; result: string };
	"blob.get_name_description": { params: [self: Ref<"blob">]; result: string };
	"blob.get_size": { params: [self: Ref<"blob">]; result: number };
	"blob.get_public": { params: [self: Ref<"blob">]; result: boolean };
	"blob.get_last_updated": { params: [self: Ref<"blob">]; result: string };
	"blob.get_mime_type": { params: [self: Ref<"blob">]; result: string };
	"blob.set_name_label": { params: [self: Ref<"blob">, value: string]; result: void };
	"blob.set_name_description": { params: [self: Ref<"blob">, value: string]; result: void };
	"blob.set_public": { params: [self: Ref<"blob">, value: boolean]; result: void };
	"blob.create": { params: [mime_type: string, public_?: boolean]; result: Ref<"blob"> };
	"blob.destroy": { params: [self: Ref<"blob">]; result: void };
	"blob.get_all": { params: []; result: readonly Ref<"blob">[] };
	"blob.get_all_where": { params: [expr: string]; result: readonly Ref<"blob">[] };
	"blob.get_all_records_where": { params: [expr: string]; result: Readonly<Record<string, T.BlobRecord>> };
	"blob.get_all_records": { params: []; result: Readonly<Record<string, T.BlobRecord>> };
	"message.create": { params: [name: string, priority: number, cls: T.Cls, obj_uuid: string, body: string]; result: Ref<"message"> };
	"message.destroy": { params: [self: Ref<"message">]; result: void };
	"message.destroy_many": { params: [messages: readonly Ref<"message">[]]; result: void };
	"message.destroy_all": { params: [filters: Readonly<Record<string, string>>]; result: void };
	"message.get": { params: [cls: T.Cls, obj_uuid: string, since: string]; result: Readonly<Record<string, T.MessageRecord>> };
	"message.get_all": { params: []; result: readonly Ref<"message">[] };
	"message.get_since": { params: [since: string]; result: Readonly<Record<string, T.MessageRecord>> };
	"message.get_record": { params: [self: Ref<"message">]; result: T.MessageRecord };
	"message.get_by_uuid": { params: [uuid: string]; result: Ref<"message"> };
	"message.get_all_records": { params: []; result: Readonly<Record<string, T.MessageRecord>> };
	"message.get_all_records_where": { params: [expr: string]; result: Readonly<Record<string, T.MessageRecord>> };
	"secret.get_record": { params: [self: Ref<"secret">]; result: T.SecretRecord };
	"secret.get_by_uuid": { params: [uuid: string]; result: Ref<"secret"> };
	"secret.create": { params: [args: Partial<T.SecretRecord>]; result: Ref<"secret"> };
	"secret.destroy": { params: [self: Ref<"secret">]; result: void };
	"secret.get_uuid": { params: [self: Ref<"secret">]; result: string };
	"secret.get_value": { params: [self: Ref<"secret">]; result: string };
	"secret.get_other_config": { params: [self: Ref<"secret">]; result: Readonly<Record<string, string>> };
	"secret.set_value": { params: [self: Ref<"secret">, value: string]; result: void };
	"secret.set_other_config": { params: [self: Ref<"secret">, value: Readonly<Record<string, string>>]; result: void };
	"secret.add_to_other_config": { params: [self: Ref<"secret">, key: string, value: string]; result: void };
	"secret.remove_from_other_config": { params: [self: Ref<"secret">, key: string]; result: void };
	"secret.introduce": { params: [uuid: string, value: string, other_config?: Readonly<Record<string, string>>]; result: Ref<"secret"> };
	"secret.get_all": { params: []; result: readonly Ref<"secret">[] };
	"secret.get_all_where": { params: [expr: string]; result: readonly Ref<"secret">[] };
	"secret.get_all_records_where": { params: [expr: string]; result: Readonly<Record<string, T.SecretRecord>> };
	"secret.get_all_records": { params: []; result: Readonly<Record<string, T.SecretRecord>> };
	"tunnel.get_record": { params: [self: Ref<"tunnel">]; result: T.TunnelRecord };
	"tunnel.get_by_uuid": { params: [uuid: string]; result: Ref<"tunnel"> };
	"tunnel.get_uuid": { params: [self: Ref<"tunnel">]; result: string };
	"tunnel.get_access_PIF": { params: [self: Ref<"tunnel">]; result: Ref<"PIF"> };
	"tunnel.get_transport_PIF": { params: [self: Ref<"tunnel">]; result: Ref<"PIF"> };
	"tunnel.get_status": { params: [self: Ref<"tunnel">]; result: Readonly<Record<string, string>> };
	"tunnel.get_other_config": { params: [self: Ref<"tunnel">]; result: Readonly<Record<string, string>> };
	"tunnel.get_protocol": { params: [self: Ref<"tunnel">]; result: T.TunnelProtocol };
	"tunnel.set_status": { params: [self: Ref<"tunnel">, value: Readonly<Record<string, string>>]; result: void };
	"tunnel.add_to_status": { params: [self: Ref<"tunnel">, key: string, value: string]; result: void };
	"tunnel.remove_from_status": { params: [self: Ref<"tunnel">, key: string]; result: void };
	"tunnel.set_other_config": { params: [self: Ref<"tunnel">, value: Readonly<Record<string, string>>]; result: void };
	"tunnel.add_to_other_config": { params: [self: Ref<"tunnel">, key: string, value: string]; result: void };
	"tunnel.remove_from_other_config": { params: [self: Ref<"tunnel">, key: string]; result: void };
	"tunnel.set_protocol": { params: [self: Ref<"tunnel">, value: T.TunnelProtocol]; result: void };
	"tunnel.create": { params: [transport_PIF: Ref<"PIF">, network: Ref<"network">, protocol?: T.TunnelProtocol]; result: Ref<"tunnel"> };
	"tunnel.destroy": { params: [self: Ref<"tunnel">]; result: void };
	"tunnel.get_all": { params: []; result: readonly Ref<"tunnel">[] };
	"tunnel.get_all_where": { params: [expr: string]; result: readonly Ref<"tunnel">[] };
	"tunnel.get_all_records_where": { params: [expr: string]; result: Readonly<Record<string, T.TunnelRecord>> };
	"tunnel.get_all_records": { params: []; result: Readonly<Record<string, T.TunnelRecord>> };
	"network_sriov.get_record": { params: [self: Ref<"network_sriov">]; result: T.NetworkSriovRecord };
	"network_sriov.get_by_uuid": { params: [uuid: string]; result: Ref<"network_sriov"> };
	"network_sriov.get_uuid": { params: [self: Ref<"network_sriov">]; result: string };
	"network_sriov.get_physical_PIF": { params: [self: Ref<"network_sriov">]; result: Ref<"PIF"> };
	"network_sriov.get_logical_PIF": { params: [self: Ref<"network_sriov">]; result: Ref<"PIF"> };
	"network_sriov.get_requires_reboot": { params: [self: Ref<"network_sriov">]; result: boolean };
	"network_sriov.get_configuration_mode": { params: [self: Ref<"network_sriov">]; result: T.SriovConfigurationMode };
	"network_sriov.create": { params: [pif: Ref<"PIF">, network: Ref<"network">]; result: Ref<"network_sriov"> };
	"network_sriov.destroy": { params: [self: Ref<"network_sriov">]; result: void };
	"network_sriov.get_remaining_capacity": { params: [self: Ref<"network_sriov">]; result: number };
	"network_sriov.get_all": { params: []; result: readonly Ref<"network_sriov">[] };
	"network_sriov.get_all_where": { params: [expr: string]; result: readonly Ref<"network_sriov">[] };
	"network_sriov.get_all_records_where": { params: [expr: string]; result: Readonly<Record<string, T.NetworkSriovRecord>> };
	"network_sriov.get_all_records": { params: []; result: Readonly<Record<string, T.NetworkSriovRecord>> };
	"PCI.get_record": { params: [self: Ref<"PCI">]; result: T.PciRecord };
	"PCI.get_by_uuid": { params: [uuid: string]; result: Ref<"PCI"> };
	"PCI.get_uuid": { params: [self: Ref<"PCI">]; result: string };
	"PCI.get_class_id": { params: [self: Ref<"PCI">]; result: string };
	"PCI.get_class_name": { params: [self: Ref<"PCI">]; result: string };
	"PCI.get_vendor_id": { params: [self: Ref<"PCI">]; result: string };
	"PCI.get_vendor_name": { params: [self: Ref<"PCI">]; result: string };
	"PCI.get_device_id": { params: [self: Ref<"PCI">]; result: string };
	"PCI.get_device_name": { params: [self: Ref<"PCI">]; result: string };
	"PCI.get_host": { params: [self: Ref<"PCI">]; result: Ref<"host"> };
	"PCI.get_pci_id": { params: [self: Ref<"PCI">]; result: string };
	"PCI.get_dependencies": { params: [self: Ref<"PCI">]; result: readonly Ref<"PCI">[] };
	"PCI.get_other_config": { params: [self: Ref<"PCI">]; result: Readonly<Record<string, string>> };
	"PCI.get_subsystem_vendor_id": { params: [self: Ref<"PCI">]; result: string };
	"PCI.get_subsystem_vendor_name": { params: [self: Ref<"PCI">]; result: string };
	"PCI.get_subsystem_device_id": { params: [self: Ref<"PCI">]; result: string };
	"PCI.get_subsystem_device_name": { params: [self: Ref<"PCI">]; result: string };
	"PCI.get_driver_name": { params: [self: Ref<"PCI">]; result: string };
	"PCI.set_other_config": { params: [self: Ref<"PCI">, value: Readonly<Record<string, string>>]; result: void };
	"PCI.add_to_other_config": { params: [self: Ref<"PCI">, key: string, value: string]; result: void };
	"PCI.remove_from_other_config": { params: [self: Ref<"PCI">, key: string]; result: void };
	"PCI.disable_dom0_access": { params: [self: Ref<"PCI">]; result: T.PciDom0Access };
	"PCI.enable_dom0_access": { params: [self: Ref<"PCI">]; result: T.PciDom0Access };
	"PCI.get_dom0_access_status": { params: [self: Ref<"PCI">]; result: T.PciDom0Access };
	"PCI.get_all": { params: []; result: readonly Ref<"PCI">[] };
	"PCI.get_all_where": { params: [expr: string]; result: readonly Ref<"PCI">[] };
	"PCI.get_all_records_where": { params: [expr: string]; result: Readonly<Record<string, T.PciRecord>> };
	"PCI.get_all_records": { params: []; result: Readonly<Record<string, T.PciRecord>> };
	"PGPU.get_record": { params: [self: Ref<"PGPU">]; result: T.PgpuRecord };
	"PGPU.get_by_uuid": { params: [uuid: string]; result: Ref<"PGPU"> };
	"PGPU.get_uuid": { params: [self: Ref<"PGPU">]; result: string };
	"PGPU.get_PCI": { params: [self: Ref<"PGPU">]; result: Ref<"PCI"> };
	"PGPU.get_GPU_group": { params: [self: Ref<"PGPU">]; result: Ref<"GPU_group"> };
	"PGPU.get_host": { params: [self: Ref<"PGPU">]; result: Ref<"host"> };
	"PGPU.get_other_config": { params: [self: Ref<"PGPU">]; result: Readonly<Record<string, string>> };
	"PGPU.get_supported_VGPU_types": { params: [self: Ref<"PGPU">]; result: readonly Ref<"VGPU_type">[] };
	"PGPU.get_enabled_VGPU_types": { params: [self: Ref<"PGPU">]; result: readonly Ref<"VGPU_type">[] };
	"PGPU.get_resident_VGPUs": { params: [self: Ref<"PGPU">]; result: readonly Ref<"VGPU">[] };
	"PGPU.get_supported_VGPU_max_capacities": { params: [self: Ref<"PGPU">]; result: Readonly<Record<string, number>> };
	"PGPU.get_dom0_access": { params: [self: Ref<"PGPU">]; result: T.PciDom0Access };
	"PGPU.get_is_system_display_device": { params: [self: Ref<"PGPU">]; result: boolean };
	"PGPU.get_compatibility_metadata": { params: [self: Ref<"PGPU">]; result: Readonly<Record<string, string>> };
	"PGPU.set_other_config": { params: [self: Ref<"PGPU">, value: Readonly<Record<string, string>>]; result: void };
	"PGPU.add_to_other_config": { params: [self: Ref<"PGPU">, key: string, value: string]; result: void };
	"PGPU.remove_from_other_config": { params: [self: Ref<"PGPU">, key: string]; result: void };
	"PGPU.add_enabled_VGPU_types": { params: [self: Ref<"PGPU">, value: Ref<"VGPU_type">]; result: void };
	"PGPU.remove_enabled_VGPU_types": { params: [self: Ref<"PGPU">, value: Ref<"VGPU_type">]; result: void };
	"PGPU.set_enabled_VGPU_types": { params: [self: Ref<"PGPU">, value: readonly Ref<"VGPU_type">[]]; result: void };
	"PGPU.set_GPU_group": { params: [self: Ref<"PGPU">, value: Ref<"GPU_group">]; result: void };
	"PGPU.get_remaining_capacity": { params: [self: Ref<"PGPU">, vgpu_type: Ref<"VGPU_type">]; result: number };
	"PGPU.enable_dom0_access": { params: [self: Ref<"PGPU">]; result: T.PciDom0Access };
	"PGPU.disable_dom0_access": { params: [self: Ref<"PGPU">]; result: T.PciDom0Access };
	"PGPU.get_all": { params: []; result: readonly Ref<"PGPU">[] };
	"PGPU.get_all_where": { params: [expr: string]; result: readonly Ref<"PGPU">[] };
	"PGPU.get_all_records_where": { params: [expr: string]; result: Readonly<Record<string, T.PgpuRecord>> };
	"PGPU.get_all_records": { params: []; result: Readonly<Record<string, T.PgpuRecord>> };
	"GPU_group.get_record": { params: [self: Ref<"GPU_group">]; result: T.GpuGroupRecord };
	"GPU_group.get_by_uuid": { params: [uuid: string]; result: Ref<"GPU_group"> };
	"GPU_group.get_by_name_label": { params: [label: string]; result: readonly Ref<"GPU_group">[] };
	"GPU_group.get_uuid": { params: [self: Ref<"GPU_group">]; result: string };
	"GPU_group.get_name_label": { params: [self: Ref<"GPU_group">]; result: string };
	"GPU_group.get_name_description": { params: [self: Ref<"GPU_group">]; result: string };
	"GPU_group.get_PGPUs": { params: [self: Ref<"GPU_group">]; result: readonly Ref<"PGPU">[] };
	"GPU_group.get_VGPUs": { params: [self: Ref<"GPU_group">]; result: readonly Ref<"VGPU">[] };
	"GPU_group.get_GPU_types": { params: [self: Ref<"GPU_group">]; result: readonly string[] };
	"GPU_group.get_other_config": { params: [self: Ref<"GPU_group">]; result: Readonly<Record<string, string>> };
	"GPU_group.get_allocation_algorithm": { params: [self: Ref<"GPU_group">]; result: T.AllocationAlgorithm };
	"GPU_group.get_supported_VGPU_types": { params: [self: Ref<"GPU_group">]; result: readonly Ref<"VGPU_type">[] };
	"GPU_group.get_enabled_VGPU_types": { params: [self: Ref<"GPU_group">]; result: readonly Ref<"VGPU_type">[] };
	"GPU_group.set_name_label": { params: [self: Ref<"GPU_group">, value: string]; result: void };
	"GPU_group.set_name_description": { params: [self: Ref<"GPU_group">, value: string]; result: void };
	"GPU_group.set_other_config": { params: [self: Ref<"GPU_group">, value: Readonly<Record<string, string>>]; result: void };
	"GPU_group.add_to_other_config": { params: [self: Ref<"GPU_group">, key: string, value: string]; result: void };
	"GPU_group.remove_from_other_config": { params: [self: Ref<"GPU_group">, key: string]; result: void };
	"GPU_group.set_allocation_algorithm": { params: [self: Ref<"GPU_group">, value: T.AllocationAlgorithm]; result: void };
	"GPU_group.create": { params: [name_label?: string, name_description?: string, other_config?: Readonly<Record<string, string>>]; result: Ref<"GPU_group"> };
	"GPU_group.destroy": { params: [self: Ref<"GPU_group">]; result: void };
	"GPU_group.update_enabled_VGPU_types": { params: [self: Ref<"GPU_group">]; result: void };
	"GPU_group.update_supported_VGPU_types": { params: [self: Ref<"GPU_group">]; result: void };
	"GPU_group.get_remaining_capacity": { params: [self: Ref<"GPU_group">, vgpu_type: Ref<"VGPU_type">]; result: number };
	"GPU_group.get_all": { params: []; result: readonly Ref<"GPU_group">[] };
	"GPU_group.get_all_where": { params: [expr: string]; result: readonly Ref<"GPU_group">[] };
	"GPU_group.get_all_records_where": { params: [expr: string]; result: Readonly<Record<string, T.GpuGroupRecord>> };
	"GPU_group.get_all_records": { params: []; result: Readonly<Record<string, T.GpuGroupRecord>> };
	"VGPU.get_record": { params: [self: Ref<"VGPU">]; result: T.VgpuRecord };
	"VGPU.get_by_uuid": { params: [uuid: string]; result: Ref<"VGPU"> };
	"VGPU.get_uuid": { params: [self: Ref<"VGPU">]; result: string };
	"VGPU.get_VM": { params: [self: Ref<"VGPU">]; result: Ref<"VM"> };
	"VGPU.get_GPU_group": { params: [self: Ref<"VGPU">]; result: Ref<"GPU_group"> };
	"VGPU.get_device": { params: [self: Ref<"VGPU">]; result: string };
	"VGPU.get_currently_attached": { params: [self: Ref<"VGPU">]; result: boolean };
	"VGPU.get_other_config": { params: [self: Ref<"VGPU">]; result: Readonly<Record<string, string>> };
	"VGPU.get_type": { params: [self: Ref<"VGPU">]; result: Ref<"VGPU_type"> };
	"VGPU.get_resident_on": { params: [self: Ref<"VGPU">]; result: Ref<"PGPU"> };
	"VGPU.get_scheduled_to_be_resident_on": { params: [self: Ref<"VGPU">]; result: Ref<"PGPU"> };
	"VGPU.get_compatibility_metadata": { params: [self: Ref<"VGPU">]; result: Readonly<Record<string, string>> };
	"VGPU.get_extra_args": { params: [self: Ref<"VGPU">]; result: string };
	"VGPU.get_PCI": { params: [self: Ref<"VGPU">]; result: Ref<"PCI"> };
	"VGPU.set_other_config": { params: [self: Ref<"VGPU">, value: Readonly<Record<string, string>>]; result: void };
	"VGPU.add_to_other_config": { params: [self: Ref<"VGPU">, key: string, value: string]; result: void };
	"VGPU.remove_from_other_config": { params: [self: Ref<"VGPU">, key: string]; result: void };
	"VGPU.set_extra_args": { params: [self: Ref<"VGPU">, value: string]; result: void };
	"VGPU.create": { params: [VM: Ref<"VM">, GPU_group: Ref<"GPU_group">, device?: string, other_config?: Readonly<Record<string, string>>, type?: Ref<"VGPU_type">]; result: Ref<"VGPU"> };
	"VGPU.destroy": { params: [self: Ref<"VGPU">]; result: void };
	"VGPU.atomic_set_resident_on": { params: [self: Ref<"VGPU">, value: Ref<"PGPU">]; result: void };
	"VGPU.get_all": { params: []; result: readonly Ref<"VGPU">[] };
	"VGPU.get_all_where": { params: [expr: string]; result: readonly Ref<"VGPU">[] };
	"VGPU.get_all_records_where": { params: [expr: string]; result: Readonly<Record<string, T.VgpuRecord>> };
	"VGPU.get_all_records": { params: []; result: Readonly<Record<string, T.VgpuRecord>> };
	"VGPU_type.get_record": { params: [self: Ref<"VGPU_type">]; result: T.VgpuTypeRecord };
	"VGPU_type.get_by_uuid": { params: [uuid: string]; result: Ref<"VGPU_type"> };
	"VGPU_type.get_uuid": { params: [self: Ref<"VGPU_type">]; result: string };
	"VGPU_type.get_vendor_name": { params: [self: Ref<"VGPU_type">]; result: string };
	"VGPU_type.get_model_name": { params: [self: Ref<"VGPU_type">]; result: string };
	"VGPU_type.get_framebuffer_size": { params: [self: Ref<"VGPU_type">]; result: number };
	"VGPU_type.get_max_heads": { params: [self: Ref<"VGPU_type">]; result: number };
	"VGPU_type.get_max_resolution_x": { params: [self: Ref<"VGPU_type">]; result: number };
	"VGPU_type.get_max_resolution_y": { params: [self: Ref<"VGPU_type">]; result: number };
	"VGPU_type.get_supported_on_PGPUs": { params: [self: Ref<"VGPU_type">]; result: readonly Ref<"PGPU">[] };
	"VGPU_type.get_enabled_on_PGPUs": { params: [self: Ref<"VGPU_type">]; result: readonly Ref<"PGPU">[] };
	"VGPU_type.get_VGPUs": { params: [self: Ref<"VGPU_type">]; result: readonly Ref<"VGPU">[] };
	"VGPU_type.get_supported_on_GPU_groups": { params: [self: Ref<"VGPU_type">]; result: readonly Ref<"GPU_group">[] };
	"VGPU_type.get_enabled_on_GPU_groups": { params: [self: Ref<"VGPU_type">]; result: readonly Ref<"GPU_group">[] };
	"VGPU_type.get_implementation": { params: [self: Ref<"VGPU_type">]; result: T.VgpuTypeImplementation };
	"VGPU_type.get_identifier": { params: [self: Ref<"VGPU_type">]; result: string };
	"VGPU_type.get_experimental": { params: [self: Ref<"VGPU_type">]; result: boolean };
	"VGPU_type.get_compatible_types_in_vm": { params: [self: Ref<"VGPU_type">]; result: readonly Ref<"VGPU_type">[] };
	"VGPU_type.get_all": { params: []; result: readonly Ref<"VGPU_type">[] };
	"VGPU_type.get_all_where": { params: [expr: string]; result: readonly Ref<"VGPU_type">[] };
	"VGPU_type.get_all_records_where": { params: [expr: string]; result: Readonly<Record<string, T.VgpuTypeRecord>> };
	"VGPU_type.get_all_records": { params: []; result: Readonly<Record<string, T.VgpuTypeRecord>> };
	"PVS_site.get_record": { params: [self: Ref<"PVS_site">]; result: T.PvsSiteRecord };
	"PVS_site.get_by_uuid": { params: [uuid: string]; result: Ref<"PVS_site"> };
	"PVS_site.get_by_name_label": { params: [label: string]; result: readonly Ref<"PVS_site">[] };
	"PVS_site.get_uuid": { params: [self: Ref<"PVS_site">]; result: string };
	"PVS_site.get_name_label": { params: [self: Ref<"PVS_site">]; result: string };
	"PVS_site.get_name_description": { params: [self: Ref<"PVS_site">]; result: string };
	"PVS_site.get_PVS_uuid": { params: [self: Ref<"PVS_site">]; result: string };
	"PVS_site.get_cache_storage": { params: [self: Ref<"PVS_site">]; result: readonly Ref<"PVS_cache_storage">[] };
	"PVS_site.get_servers": { params: [self: Ref<"PVS_site">]; result: readonly Ref<"PVS_server">[] };
	"PVS_site.get_proxies": { params: [self: Ref<"PVS_site">]; result: readonly Ref<"PVS_proxy">[] };
	"PVS_site.set_name_label": { params: [self: Ref<"PVS_site">, value: string]; result: void };
	"PVS_site.set_name_description": { params: [self: Ref<"PVS_site">, value: string]; result: void };
	"PVS_site.introduce": { params: [name_label: string, name_description: string, PVS_uuid: string]; result: Ref<"PVS_site"> };
	"PVS_site.forget": { params: [self: Ref<"PVS_site">]; result: void };
	"PVS_site.set_PVS_uuid": { params: [self: Ref<"PVS_site">, value: string]; result: void };
	"PVS_site.get_all": { params: []; result: readonly Ref<"PVS_site">[] };
	"PVS_site.get_all_where": { params: [expr: string]; result: readonly Ref<"PVS_site">[] };
	"PVS_site.get_all_records_where": { params: [expr: string]; result: Readonly<Record<string, T.PvsSiteRecord>> };
	"PVS_site.get_all_records": { params: []; result: Readonly<Record<string, T.PvsSiteRecord>> };
	"PVS_server.get_record": { params: [self: Ref<"PVS_server">]; result: T.PvsServerRecord };
	"PVS_server.get_by_uuid": { params: [uuid: string]; result: Ref<"PVS_server"> };
	"PVS_server.get_uuid": { params: [self: Ref<"PVS_server">]; result: string };
	"PVS_server.get_addresses": { params: [self: Ref<"PVS_server">]; result: readonly string[] };
	"PVS_server.get_first_port": { params: [self: Ref<"PVS_server">]; result: number };
	"PVS_server.get_last_port": { params: [self: Ref<"PVS_server">]; result: number };
	"PVS_server.get_site": { params: [self: Ref<"PVS_server">]; result: Ref<"PVS_site"> };
	"PVS_server.introduce": { params: [addresses: readonly string[], first_port: number, last_port: number, site: Ref<"PVS_site">]; result: Ref<"PVS_server"> };
	"PVS_server.forget": { params: [self: Ref<"PVS_server">]; result: void };
	"PVS_server.get_all": { params: []; result: readonly Ref<"PVS_server">[] };
	"PVS_server.get_all_where": { params: [expr: string]; result: readonly Ref<"PVS_server">[] };
	"PVS_server.get_all_records_where": { params: [expr: string]; result: Readonly<Record<string, T.PvsServerRecord>> };
	"PVS_server.get_all_records": { params: []; result: Readonly<Record<string, T.PvsServerRecord>> };
	"PVS_proxy.get_record": { params: [self: Ref<"PVS_proxy">]; result: T.PvsProxyRecord };
	"PVS_proxy.get_by_uuid": { params: [uuid: string]; result: Ref<"PVS_proxy"> };
	"PVS_proxy.get_uuid": { params: [self: Ref<"PVS_proxy">]; result: string };
	"PVS_proxy.get_site": { params: [self: Ref<"PVS_proxy">]; result: Ref<"PVS_site"> };
	"PVS_proxy.get_VIF": { params: [self: Ref<"PVS_proxy">]; result: Ref<"VIF"> };
	"PVS_proxy.get_currently_attached": { params: [self: Ref<"PVS_proxy">]; result: boolean };
	"PVS_proxy.get_status": { params: [self: Ref<"PVS_proxy">]; result: T.PvsProxyStatus };
	"PVS_proxy.create": { params: [site: Ref<"PVS_site">, VIF: Ref<"VIF">]; result: Ref<"PVS_proxy"> };
	"PVS_proxy.destroy": { params: [self: Ref<"PVS_proxy">]; result: void };
	"PVS_proxy.get_all": { params: []; result: readonly Ref<"PVS_proxy">[] };
	"PVS_proxy.get_all_where": { params: [expr: string]; result: readonly Ref<"PVS_proxy">[] };
	"PVS_proxy.get_all_records_where": { params: [expr: string]; result: Readonly<Record<string, T.PvsProxyRecord>> };
	"PVS_proxy.get_all_records": { params: []; result: Readonly<Record<string, T.PvsProxyRecord>> };
	"PVS_cache_storage.get_record": { params: [self: Ref<"PVS_cache_storage">]; result: T.PvsCacheStorageRecord };
	"PVS_cache_storage.get_by_uuid": { params: [uuid: string]; result: Ref<"PVS_cache_storage"> };
	"PVS_cache_storage.create": { params: [args: Partial<T.PvsCacheStorageRecord>]; result: Ref<"PVS_cache_storage"> };
	"PVS_cache_storage.destroy": { params: [self: Ref<"PVS_cache_storage">]; result: void };
	"PVS_cache_storage.get_uuid": { params: [self: Ref<"PVS_cache_storage">]; result: string };
	"PVS_cache_storage.get_host": { params: [self: Ref<"PVS_cache_storage">]; result: Ref<"host"> };
	"PVS_cache_storage.get_SR": { params: [self: Ref<"PVS_cache_storage">]; result: Ref<"SR"> };
	"PVS_cache_storage.get_site": { params: [self: Ref<"PVS_cache_storage">]; result: Ref<"PVS_site"> };
	"PVS_cache_storage.get_size": { params: [self: Ref<"PVS_cache_storage">]; result: number };
	"PVS_cache_storage.get_VDI": { params: [self: Ref<"PVS_cache_storage">]; result: Ref<"VDI"> };
	"PVS_cache_storage.get_all": { params: []; result: readonly Ref<"PVS_cache_storage">[] };
	"PVS_cache_storage.get_all_where": { params: [expr: string]; result: readonly Ref<"PVS_cache_storage">[] };
	"PVS_cache_storage.get_all_records_where": { params: [expr: string]; result: Readonly<Record<string, T.PvsCacheStorageRecord>> };
	"PVS_cache_storage.get_all_records": { params: []; result: Readonly<Record<string, T.PvsCacheStorageRecord>> };
	"Feature.get_record": { params: [self: Ref<"Feature">]; result: T.FeatureRecord };
	"Feature.get_by_uuid": { params: [uuid: string]; result: Ref<"Feature"> };
	"Feature.get_by_name_label": { params: [label: string]; result: readonly Ref<"Feature">[] };
	"Feature.get_uuid": { params: [self: Ref<"Feature">]; result: string };
	"Feature.get_name_label": { params: [self: Ref<"Feature">]; result: string };
	"Feature.get_name_description": { params: [self: Ref<"Feature">]; result: string };
	"Feature.get_enabled": { params: [self: Ref<"Feature">]; result: boolean };
	"Feature.get_experimental": { params: [self: Ref<"Feature">]; result: boolean };
	"Feature.get_version": { params: [self: Ref<"Feature">]; result: string };
	"Feature.get_host": { params: [self: Ref<"Feature">]; result: Ref<"host"> };
	"Feature.get_all": { params: []; result: readonly Ref<"Feature">[] };
	"Feature.get_all_where": { params: [expr: string]; result: readonly Ref<"Feature">[] };
	"Feature.get_all_records_where": { params: [expr: string]; result: Readonly<Record<string, T.FeatureRecord>> };
	"Feature.get_all_records": { params: []; result: Readonly<Record<string, T.FeatureRecord>> };
	"SDN_controller.get_record": { params: [self: Ref<"SDN_controller">]; result: T.SdnControllerRecord };
	"SDN_controller.get_by_uuid": { params: [uuid: string]; result: Ref<"SDN_controller"> };
	"SDN_controller.get_uuid": { params: [self: Ref<"SDN_controller">]; result: string };
	"SDN_controller.get_protocol": { params: [self: Ref<"SDN_controller">]; result: T.SdnControllerProtocol };
	"SDN_controller.get_address": { params: [self: Ref<"SDN_controller">]; result: string };
	"SDN_controller.get_port": { params: [self: Ref<"SDN_controller">]; result: number };
	"SDN_controller.introduce": { params: [protocol?: T.SdnControllerProtocol, address?: string, port?: number]; result: Ref<"SDN_controller"> };
	"SDN_controller.forget": { params: [self: Ref<"SDN_controller">]; result: void };
	"SDN_controller.get_all": { params: []; result: readonly Ref<"SDN_controller">[] };
	"SDN_controller.get_all_where": { params: [expr: string]; result: readonly Ref<"SDN_controller">[] };
	"SDN_controller.get_all_records_where": { params: [expr: string]; result: Readonly<Record<string, T.SdnControllerRecord>> };
	"SDN_controller.get_all_records": { params: []; result: Readonly<Record<string, T.SdnControllerRecord>> };
	"PUSB.get_record": { params: [self: Ref<"PUSB">]; result: T.PusbRecord };
	"PUSB.get_by_uuid": { params: [uuid: string]; result: Ref<"PUSB"> };
	"PUSB.get_uuid": { params: [self: Ref<"PUSB">]; result: string };
	"PUSB.get_USB_group": { params: [self: Ref<"PUSB">]; result: Ref<"USB_group"> };
	"PUSB.get_host": { params: [self: Ref<"PUSB">]; result: Ref<"host"> };
	"PUSB.get_path": { params: [self: Ref<"PUSB">]; result: string };
	"PUSB.get_vendor_id": { params: [self: Ref<"PUSB">]; result: string };
	"PUSB.get_vendor_desc": { params: [self: Ref<"PUSB">]; result: string };
	"PUSB.get_product_id": { params: [self: Ref<"PUSB">]; result: string };
	"PUSB.get_product_desc": { params: [self: Ref<"PUSB">]; result: string };
	"PUSB.get_serial": { params: [self: Ref<"PUSB">]; result: string };
	"PUSB.get_version": { params: [self: Ref<"PUSB">]; result: string };
	"PUSB.get_description": { params: [self: Ref<"PUSB">]; result: string };
	"PUSB.get_passthrough_enabled": { params: [self: Ref<"PUSB">]; result: boolean };
	"PUSB.get_other_config": { params: [self: Ref<"PUSB">]; result: Readonly<Record<string, string>> };
	"PUSB.get_speed": { params: [self: Ref<"PUSB">]; result: number };
	"PUSB.set_other_config": { params: [self: Ref<"PUSB">, value: Readonly<Record<string, string>>]; result: void };
	"PUSB.add_to_other_config": { params: [self: Ref<"PUSB">, key: string, value: string]; result: void };
	"PUSB.remove_from_other_config": { params: [self: Ref<"PUSB">, key: string]; result: void };
	"PUSB.scan": { params: [host: Ref<"host">]; result: void };
	"PUSB.set_passthrough_enabled": { params: [self: Ref<"PUSB">, value: boolean]; result: void };
	"PUSB.get_all": { params: []; result: readonly Ref<"PUSB">[] };
	"PUSB.get_all_where": { params: [expr: string]; result: readonly Ref<"PUSB">[] };
	"PUSB.get_all_records_where": { params: [expr: string]; result: Readonly<Record<string, T.PusbRecord>> };
	"PUSB.get_all_records": { params: []; result: Readonly<Record<string, T.PusbRecord>> };
	"USB_group.get_record": { params: [self: Ref<"USB_group">]; result: T.UsbGroupRecord };
	"USB_group.get_by_uuid": { params: [uuid: string]; result: Ref<"USB_group"> };
	"USB_group.get_by_name_label": { params: [label: string]; result: readonly Ref<"USB_group">[] };
	"USB_group.get_uuid": { params: [self: Ref<"USB_group">]; result: string };
	"USB_group.get_name_label": { params: [self: Ref<"USB_group">]; result: string };
	"USB_group.get_name_description": { params: [self: Ref<"USB_group">]; result: string };
	"USB_group.get_PUSBs": { params: [self: Ref<"USB_group">]; result: readonly Ref<"PUSB">[] };
	"USB_group.get_VUSBs": { params: [self: Ref<"USB_group">]; result: readonly Ref<"VUSB">[] };
	"USB_group.get_other_config": { params: [self: Ref<"USB_group">]; result: Readonly<Record<string, string>> };
	"USB_group.set_name_label": { params: [self: Ref<"USB_group">, value: string]; result: void };
	"USB_group.set_name_description": { params: [self: Ref<"USB_group">, value: string]; result: void };
	"USB_group.set_other_config": { params: [self: Ref<"USB_group">, value: Readonly<Record<string, string>>]; result: void };
	"USB_group.add_to_other_config": { params: [self: Ref<"USB_group">, key: string, value: string]; result: void };
	"USB_group.remove_from_other_config": { params: [self: Ref<"USB_group">, key: string]; result: void };
	"USB_group.create": { params: [name_label?: string, name_description?: string, other_config?: Readonly<Record<string, string>>]; result: Ref<"USB_group"> };
	"USB_group.destroy": { params: [self: Ref<"USB_group">]; result: void };
	"USB_group.get_all": { params: []; result: readonly Ref<"USB_group">[] };
	"USB_group.get_all_where": { params: [expr: string]; result: readonly Ref<"USB_group">[] };
	"USB_group.get_all_records_where": { params: [expr: string]; result: Readonly<Record<string, T.UsbGroupRecord>> };
	"USB_group.get_all_records": { params: []; result: Readonly<Record<string, T.UsbGroupRecord>> };
	"VUSB.get_record": { params: [self: Ref<"VUSB">]; result: T.VusbRecord };
	"VUSB.get_by_uuid": { params: [uuid: string]; result: Ref<"VUSB"> };
	"VUSB.get_uuid": { params: [self: Ref<"VUSB">]; result: string };
	"VUSB.get_allowed_operations": { params: [self: Ref<"VUSB">]; result: readonly T.VusbOperations[] };
	"VUSB.get_current_operations": { params: [self: Ref<"VUSB">]; result: Readonly<Record<string, T.VusbOperations>> };
	"VUSB.get_VM": { params: [self: Ref<"VUSB">]; result: Ref<"VM"> };
	"VUSB.get_USB_group": { params: [self: Ref<"VUSB">]; result: Ref<"USB_group"> };
	"VUSB.get_other_config": { params: [self: Ref<"VUSB">]; result: Readonly<Record<string, string>> };
	"VUSB.get_currently_attached": { params: [self: Ref<"VUSB">]; result: boolean };
	"VUSB.set_other_config": { params: [self: Ref<"VUSB">, value: Readonly<Record<string, string>>]; result: void };
	"VUSB.add_to_other_config": { params: [self: Ref<"VUSB">, key: string, value: string]; result: void };
	"VUSB.remove_from_other_config": { params: [self: Ref<"VUSB">, key: string]; result: void };
	"VUSB.create": { params: [VM: Ref<"VM">, USB_group: Ref<"USB_group">, other_config?: Readonly<Record<string, string>>]; result: Ref<"VUSB"> };
	"VUSB.unplug": { params: [self: Ref<"VUSB">]; result: void };
	"VUSB.destroy": { params: [self: Ref<"VUSB">]; result: void };
	"VUSB.get_all": { params: []; result: readonly Ref<"VUSB">[] };
	"VUSB.get_all_where": { params: [expr: string]; result: readonly Ref<"VUSB">[] };
	"VUSB.get_all_records_where": { params: [expr: string]; result: Readonly<Record<string, T.VusbRecord>> };
	"VUSB.get_all_records": { params: []; result: Readonly<Record<string, T.VusbRecord>> };
	"Cluster.get_record": { params: [self: Ref<"Cluster">]; result: T.ClusterRecord };
	"Cluster.get_by_uuid": { params: [uuid: string]; result: Ref<"Cluster"> };
	"Cluster.get_uuid": { params: [self: Ref<"Cluster">]; result: string };
	"Cluster.get_cluster_hosts": { params: [self: Ref<"Cluster">]; result: readonly Ref<"Cluster_host">[] };
	"Cluster.get_pending_forget": { params: [self: Ref<"Cluster">]; result: readonly string[] };
	"Cluster.get_cluster_token": { params: [self: Ref<"Cluster">]; result: string };
	"Cluster.get_cluster_stack": { params: [self: Ref<"Cluster">]; result: string };
	"Cluster.get_cluster_stack_version": { params: [self: Ref<"Cluster">]; result: number };
	"Cluster.get_is_quorate": { params: [self: Ref<"Cluster">]; result: boolean };
	"Cluster.get_quorum": { params: [self: Ref<"Cluster">]; result: number };
	"Cluster.get_live_hosts": { params: [self: Ref<"Cluster">]; result: number };
	"Cluster.get_expected_hosts": { params: [self: Ref<"Cluster">]; result: number };
	"Cluster.get_allowed_operations": { params: [self: Ref<"Cluster">]; result: readonly T.ClusterOperation[] };
	"Cluster.get_current_operations": { params: [self: Ref<"Cluster">]; result: Readonly<Record<string, T.ClusterOperation>> };
	"Cluster.get_pool_auto_join": { params: [self: Ref<"Cluster">]; result: boolean };
	"Cluster.get_token_timeout": { params: [self: Ref<"Cluster">]; result: number };
	"Cluster.get_token_timeout_coefficient": { params: [self: Ref<"Cluster">]; result: number };
	"Cluster.get_cluster_config": { params: [self: Ref<"Cluster">]; result: Readonly<Record<string, string>> };
	"Cluster.get_other_config": { params: [self: Ref<"Cluster">]; result: Readonly<Record<string, string>> };
	"Cluster.set_other_config": { params: [self: Ref<"Cluster">, value: Readonly<Record<string, string>>]; result: void };
	"Cluster.add_to_other_config": { params: [self: Ref<"Cluster">, key: string, value: string]; result: void };
	"Cluster.remove_from_other_config": { params: [self: Ref<"Cluster">, key: string]; result: void };
	"Cluster.create": { params: [PIF: Ref<"PIF">, cluster_stack: string, pool_auto_join: boolean, token_timeout?: number, token_timeout_coefficient?: number]; result: Ref<"Cluster"> };
	"Cluster.destroy": { params: [self: Ref<"Cluster">]; result: void };
	"Cluster.get_network": { params: [self: Ref<"Cluster">]; result: Ref<"network"> };
	"Cluster.pool_create": { params: [network: Ref<"network">, cluster_stack: string, token_timeout?: number, token_timeout_coefficient?: number]; result: Ref<"Cluster"> };
	"Cluster.pool_force_destroy": { params: [self: Ref<"Cluster">]; result: void };
	"Cluster.pool_destroy": { params: [self: Ref<"Cluster">]; result: void };
	"Cluster.pool_resync": { params: [self: Ref<"Cluster">]; result: void };
	"Cluster.cstack_sync": { params: [self: Ref<"Cluster">]; result: void };
	"Cluster.get_all": { params: []; result: readonly Ref<"Cluster">[] };
	"Cluster.get_all_where": { params: [expr: string]; result: readonly Ref<"Cluster">[] };
	"Cluster.get_all_records_where": { params: [expr: string]; result: Readonly<Record<string, T.ClusterRecord>> };
	"Cluster.get_all_records": { params: []; result: Readonly<Record<string, T.ClusterRecord>> };
	"Cluster_host.get_record": { params: [self: Ref<"Cluster_host">]; result: T.ClusterHostRecord };
	"Cluster_host.get_by_uuid": { params: [uuid: string]; result: Ref<"Cluster_host"> };
	"Cluster_host.get_uuid": { params: [self: Ref<"Cluster_host">]; result: string };
	"Cluster_host.get_cluster": { params: [self: Ref<"Cluster_host">]; result: Ref<"Cluster"> };
	"Cluster_host.get_host": { params: [self: Ref<"Cluster_host">]; result: Ref<"host"> };
	"Cluster_host.get_enabled": { params: [self: Ref<"Cluster_host">]; result: boolean };
	"Cluster_host.get_PIF": { params: [self: Ref<"Cluster_host">]; result: Ref<"PIF"> };
	"Cluster_host.get_joined": { params: [self: Ref<"Cluster_host">]; result: boolean };
	"Cluster_host.get_live": { params: [self: Ref<"Cluster_host">]; result: boolean };
	"Cluster_host.get_last_update_live": { params: [self: Ref<"Cluster_host">]; result: string };
	"Cluster_host.get_allowed_operations": { params: [self: Ref<"Cluster_host">]; result: readonly T.ClusterHostOperation[] };
	"Cluster_host.get_current_operations": { params: [self: Ref<"Cluster_host">]; result: Readonly<Record<string, T.ClusterHostOperation>> };
	"Cluster_host.get_other_config": { params: [self: Ref<"Cluster_host">]; result: Readonly<Record<string, string>> };
	"Cluster_host.create": { params: [cluster: Ref<"Cluster">, host: Ref<"host">, pif: Ref<"PIF">]; result: Ref<"Cluster_host"> };
	"Cluster_host.destroy": { params: [self: Ref<"Cluster_host">]; result: void };
	"Cluster_host.enable": { params: [self: Ref<"Cluster_host">]; result: void };
	"Cluster_host.force_destroy": { params: [self: Ref<"Cluster_host">]; result: void };
	"Cluster_host.forget": { params: [self: Ref<"Cluster_host">]; result: void };
	"Cluster_host.disable": { params: [self: Ref<"Cluster_host">]; result: void };
	"Cluster_host.get_all": { params: []; result: readonly Ref<"Cluster_host">[] };
	"Cluster_host.get_all_where": { params: [expr: string]; result: readonly Ref<"Cluster_host">[] };
	"Cluster_host.get_all_records_where": { params: [expr: string]; result: Readonly<Record<string, T.ClusterHostRecord>> };
	"Cluster_host.get_all_records": { params: []; result: Readonly<Record<string, T.ClusterHostRecord>> };
	"Certificate.get_record": { params: [self: Ref<"Certificate">]; result: T.CertificateRecord };
	"Certificate.get_by_uuid": { params: [uuid: string]; result: Ref<"Certificate"> };
	"Certificate.get_uuid": { params: [self: Ref<"Certificate">]; result: string };
	"Certificate.get_name": { params: [self: Ref<"Certificate">]; result: string };
	"Certificate.get_type": { params: [self: Ref<"Certificate">]; result: T.CertificateType };
	"Certificate.get_host": { params: [self: Ref<"Certificate">]; result: Ref<"host"> };
	"Certificate.get_not_before": { params: [self: Ref<"Certificate">]; result: string };
	"Certificate.get_not_after": { params: [self: Ref<"Certificate">]; result: string };
	"Certificate.get_fingerprint": { params: [self: Ref<"Certificate">]; result: string };
	"Certificate.get_fingerprint_sha256": { params: [self: Ref<"Certificate">]; result: string };
	"Certificate.get_fingerprint_sha1": { params: [self: Ref<"Certificate">]; result: string };
	"Certificate.get_purpose": { params: [self: Ref<"Certificate">]; result: readonly T.CertificatePurpose[] };
	"Certificate.get_all": { params: []; result: readonly Ref<"Certificate">[] };
	"Certificate.get_all_where": { params: [expr: string]; result: readonly Ref<"Certificate">[] };
	"Certificate.get_all_records_where": { params: [expr: string]; result: Readonly<Record<string, T.CertificateRecord>> };
	"Certificate.get_all_records": { params: []; result: Readonly<Record<string, T.CertificateRecord>> };
	"Diagnostics.gc_compact": { params: [host: Ref<"host">]; result: void };
	"Diagnostics.gc_stats": { params: [host: Ref<"host">]; result: Readonly<Record<string, string>> };
	"Diagnostics.db_stats": { params: []; result: Readonly<Record<string, string>> };
	"Diagnostics.network_stats": { params: [host: Ref<"host">, params: Readonly<Record<string, string>>]; result: readonly (readonly string[])[] };
	"Repository.get_record": { params: [self: Ref<"Repository">]; result: T.RepositoryRecord };
	"Repository.get_by_uuid": { params: [uuid: string]; result: Ref<"Repository"> };
	"Repository.get_by_name_label": { params: [label: string]; result: readonly Ref<"Repository">[] };
	"Repository.get_uuid": { params: [self: Ref<"Repository">]; result: string };
	"Repository.get_name_label": { params: [self: Ref<"Repository">]; result: string };
	"Repository.get_name_description": { params: [self: Ref<"Repository">]; result: string };
	"Repository.get_binary_url": { params: [self: Ref<"Repository">]; result: string };
	"Repository.get_source_url": { params: [self: Ref<"Repository">]; result: string };
	"Repository.get_update": { params: [self: Ref<"Repository">]; result: boolean };
	"Repository.get_hash": { params: [self: Ref<"Repository">]; result: string };
	"Repository.get_up_to_date": { params: [self: Ref<"Repository">]; result: boolean };
	"Repository.get_gpgkey_path": { params: [self: Ref<"Repository">]; result: string };
	"Repository.get_origin": { params: [self: Ref<"Repository">]; result: T.Origin };
	"Repository.get_certificate": { params: [self: Ref<"Repository">]; result: string };
	"Repository.set_name_label": { params: [self: Ref<"Repository">, value: string]; result: void };
	"Repository.set_name_description": { params: [self: Ref<"Repository">, value: string]; result: void };
	"Repository.introduce": { params: [name_label: string, name_description: string, binary_url: string, source_url: string, update: boolean, gpgkey_path?: string]; result: Ref<"Repository"> };
	"Repository.introduce_bundle": { params: [name_label: string, name_description: string]; result: Ref<"Repository"> };
	"Repository.introduce_remote_pool": { params: [name_label: string, name_description: string, binary_url: string, certificate: string]; result: Ref<"Repository"> };
	"Repository.forget": { params: [self: Ref<"Repository">]; result: void };
	"Repository.apply": { params: [host: Ref<"host">]; result: void };
	"Repository.set_gpgkey_path": { params: [self: Ref<"Repository">, value: string]; result: void };
	"Repository.apply_livepatch": { params: [host: Ref<"host">, component: string, base_build_id: string, base_version: string, base_release: string, to_version: string, to_release: string]; result: void };
	"Repository.get_all": { params: []; result: readonly Ref<"Repository">[] };
	"Repository.get_all_where": { params: [expr: string]; result: readonly Ref<"Repository">[] };
	"Repository.get_all_records_where": { params: [expr: string]; result: Readonly<Record<string, T.RepositoryRecord>> };
	"Repository.get_all_records": { params: []; result: Readonly<Record<string, T.RepositoryRecord>> };
	"Observer.get_record": { params: [self: Ref<"Observer">]; result: T.ObserverRecord };
	"Observer.get_by_uuid": { params: [uuid: string]; result: Ref<"Observer"> };
	"Observer.create": { params: [args: Partial<T.ObserverRecord>]; result: Ref<"Observer"> };
	"Observer.destroy": { params: [self: Ref<"Observer">]; result: void };
	"Observer.get_by_name_label": { params: [label: string]; result: readonly Ref<"Observer">[] };
	"Observer.get_uuid": { params: [self: Ref<"Observer">]; result: string };
	"Observer.get_name_label": { params: [self: Ref<"Observer">]; result: string };
	"Observer.get_name_description": { params: [self: Ref<"Observer">]; result: string };
	"Observer.get_hosts": { params: [self: Ref<"Observer">]; result: readonly Ref<"host">[] };
	"Observer.get_attributes": { params: [self: Ref<"Observer">]; result: Readonly<Record<string, string>> };
	"Observer.get_endpoints": { params: [self: Ref<"Observer">]; result: readonly string[] };
	"Observer.get_components": { params: [self: Ref<"Observer">]; result: readonly string[] };
	"Observer.get_enabled": { params: [self: Ref<"Observer">]; result: boolean };
	"Observer.set_name_label": { params: [self: Ref<"Observer">, value: string]; result: void };
	"Observer.set_name_description": { params: [self: Ref<"Observer">, value: string]; result: void };
	"Observer.register": { params: [self: Ref<"Observer">, host: Ref<"host">]; result: void };
	"Observer.unregister": { params: [self: Ref<"Observer">, host: Ref<"host">]; result: void };
	"Observer.set_hosts": { params: [self: Ref<"Observer">, value: readonly Ref<"host">[]]; result: void };
	"Observer.set_enabled": { params: [self: Ref<"Observer">, value: boolean]; result: void };
	"Observer.set_attributes": { params: [self: Ref<"Observer">, value: Readonly<Record<string, string>>]; result: void };
	"Observer.set_endpoints": { params: [self: Ref<"Observer">, value: readonly string[]]; result: void };
	"Observer.set_components": { params: [self: Ref<"Observer">, value: readonly string[]]; result: void };
	"Observer.get_all": { params: []; result: readonly Ref<"Observer">[] };
	"Observer.get_all_where": { params: [expr: string]; result: readonly Ref<"Observer">[] };
	"Observer.get_all_records_where": { params: [expr: string]; result: Readonly<Record<string, T.ObserverRecord>> };
	"Observer.get_all_records": { params: []; result: Readonly<Record<string, T.ObserverRecord>> };
	"VM_group.get_record": { params: [self: Ref<"VM_group">]; result: T.VmGroupRecord };
	"VM_group.get_by_uuid": { params: [uuid: string]; result: Ref<"VM_group"> };
	"VM_group.create": { params: [args: Partial<T.VmGroupRecord>]; result: Ref<"VM_group"> };
	"VM_group.destroy": { params: [self: Ref<"VM_group">]; result: void };
	"VM_group.get_by_name_label": { params: [label: string]; result: readonly Ref<"VM_group">[] };
	"VM_group.get_uuid": { params: [self: Ref<"VM_group">]; result: string };
	"VM_group.get_name_label": { params: [self: Ref<"VM_group">]; result: string };
	"VM_group.get_name_description": { params: [self: Ref<"VM_group">]; result: string };
	"VM_group.get_placement": { params: [self: Ref<"VM_group">]; result: T.PlacementPolicy };
	"VM_group.get_VMs": { params: [self: Ref<"VM_group">]; result: readonly Ref<"VM">[] };
	"VM_group.set_name_label": { params: [self: Ref<"VM_group">, value: string]; result: void };
	"VM_group.set_name_description": { params: [self: Ref<"VM_group">, value: string]; result: void };
	"VM_group.get_all": { params: []; result: readonly Ref<"VM_group">[] };
	"VM_group.get_all_where": { params: [expr: string]; result: readonly Ref<"VM_group">[] };
	"VM_group.get_all_records_where": { params: [expr: string]; result: Readonly<Record<string, T.VmGroupRecord>> };
	"VM_group.get_all_records": { params: []; result: Readonly<Record<string, T.VmGroupRecord>> };
	"Host_driver.get_record": { params: [self: Ref<"Host_driver">]; result: T.HostDriverRecord };
	"Host_driver.get_by_uuid": { params: [uuid: string]; result: Ref<"Host_driver"> };
	"Host_driver.get_uuid": { params: [self: Ref<"Host_driver">]; result: string };
	"Host_driver.get_host": { params: [self: Ref<"Host_driver">]; result: Ref<"host"> };
	"Host_driver.get_name": { params: [self: Ref<"Host_driver">]; result: string };
	"Host_driver.get_friendly_name": { params: [self: Ref<"Host_driver">]; result: string };
	"Host_driver.get_variants": { params: [self: Ref<"Host_driver">]; result: readonly Ref<"Driver_variant">[] };
	"Host_driver.get_active_variant": { params: [self: Ref<"Host_driver">]; result: Ref<"Driver_variant"> };
	"Host_driver.get_selected_variant": { params: [self: Ref<"Host_driver">]; result: Ref<"Driver_variant"> };
	"Host_driver.get_type": { params: [self: Ref<"Host_driver">]; result: string };
	"Host_driver.get_description": { params: [self: Ref<"Host_driver">]; result: string };
	"Host_driver.get_info": { params: [self: Ref<"Host_driver">]; result: string };
	"Host_driver.select": { params: [self: Ref<"Host_driver">, variant: Ref<"Driver_variant">]; result: void };
	"Host_driver.deselect": { params: [self: Ref<"Host_driver">]; result: void };
	"Host_driver.rescan": { params: [host: Ref<"host">]; result: void };
	"Host_driver.get_all": { params: []; result: readonly Ref<"Host_driver">[] };
	"Host_driver.get_all_where": { params: [expr: string]; result: readonly Ref<"Host_driver">[] };
	"Host_driver.get_all_records_where": { params: [expr: string]; result: Readonly<Record<string, T.HostDriverRecord>> };
	"Host_driver.get_all_records": { params: []; result: Readonly<Record<string, T.HostDriverRecord>> };
	"Driver_variant.get_record": { params: [self: Ref<"Driver_variant">]; result: T.DriverVariantRecord };
	"Driver_variant.get_by_uuid": { params: [uuid: string]; result: Ref<"Driver_variant"> };
	"Driver_variant.get_uuid": { params: [self: Ref<"Driver_variant">]; result: string };
	"Driver_variant.get_name": { params: [self: Ref<"Driver_variant">]; result: string };
	"Driver_variant.get_driver": { params: [self: Ref<"Driver_variant">]; result: Ref<"Host_driver"> };
	"Driver_variant.get_version": { params: [self: Ref<"Driver_variant">]; result: string };
	"Driver_variant.get_hardware_present": { params: [self: Ref<"Driver_variant">]; result: boolean };
	"Driver_variant.get_priority": { params: [self: Ref<"Driver_variant">]; result: number };
	"Driver_variant.get_status": { params: [self: Ref<"Driver_variant">]; result: string };
	"Driver_variant.select": { params: [self: Ref<"Driver_variant">]; result: void };
	"Driver_variant.get_all": { params: []; result: readonly Ref<"Driver_variant">[] };
	"Driver_variant.get_all_where": { params: [expr: string]; result: readonly Ref<"Driver_variant">[] };
	"Driver_variant.get_all_records_where": { params: [expr: string]; result: Readonly<Record<string, T.DriverVariantRecord>> };
	"Driver_variant.get_all_records": { params: []; result: Readonly<Record<string, T.DriverVariantRecord>> };
	"Caller.get_record": { params: [self: Ref<"Caller">]; result: T.CallerRecord };
	"Caller.get_by_uuid": { params: [uuid: string]; result: Ref<"Caller"> };
	"Caller.create": { params: [args: Partial<T.CallerRecord>]; result: Ref<"Caller"> };
	"Caller.destroy": { params: [self: Ref<"Caller">]; result: void };
	"Caller.get_by_name_label": { params: [label: string]; result: readonly Ref<"Caller">[] };
	"Caller.get_uuid": { params: [self: Ref<"Caller">]; result: string };
	"Caller.get_name_label": { params: [self: Ref<"Caller">]; result: string };
	"Caller.get_name_description": { params: [self: Ref<"Caller">]; result: string };
	"Caller.get_user_agent": { params: [self: Ref<"Caller">]; result: string };
	"Caller.get_client_ip": { params: [self: Ref<"Caller">]; result: string };
	"Caller.get_last_access": { params: [self: Ref<"Caller">]; result: string };
	"Caller.get_groups": { params: [self: Ref<"Caller">]; result: readonly string[] };
	"Caller.get_rate_limit": { params: [self: Ref<"Caller">]; result: Ref<"Rate_limit"> };
	"Caller.get_auto_registered": { params: [self: Ref<"Caller">]; result: boolean };
	"Caller.set_name_label": { params: [self: Ref<"Caller">, value: string]; result: void };
	"Caller.set_name_description": { params: [self: Ref<"Caller">, value: string]; result: void };
	"Caller.add_group": { params: [self: Ref<"Caller">, group: string]; result: void };
	"Caller.remove_group": { params: [self: Ref<"Caller">, group: string]; result: void };
	"Caller.query_token_usage": { params: [self: Ref<"Caller">]; result: number };
	"Caller.query_call_count": { params: [self: Ref<"Caller">]; result: number };
	"Caller.query_group_token_usage": { params: [group: string]; result: number };
	"Caller.query_group_call_count": { params: [group: string]; result: number };
	"Caller.query_all_usage": { params: []; result: readonly (readonly string[])[] };
	"Caller.get_all": { params: []; result: readonly Ref<"Caller">[] };
	"Caller.get_all_where": { params: [expr: string]; result: readonly Ref<"Caller">[] };
	"Caller.get_all_records_where": { params: [expr: string]; result: Readonly<Record<string, T.CallerRecord>> };
	"Caller.get_all_records": { params: []; result: Readonly<Record<string, T.CallerRecord>> };
	"Rate_limit.get_record": { params: [self: Ref<"Rate_limit">]; result: T.RateLimitRecord };
	"Rate_limit.get_by_uuid": { params: [uuid: string]; result: Ref<"Rate_limit"> };
	"Rate_limit.create": { params: [args: Partial<T.RateLimitRecord>]; result: Ref<"Rate_limit"> };
	"Rate_limit.destroy": { params: [self: Ref<"Rate_limit">]; result: void };
	"Rate_limit.get_by_name_label": { params: [label: string]; result: readonly Ref<"Rate_limit">[] };
	"Rate_limit.get_uuid": { params: [self: Ref<"Rate_limit">]; result: string };
	"Rate_limit.get_name_label": { params: [self: Ref<"Rate_limit">]; result: string };
	"Rate_limit.get_name_description": { params: [self: Ref<"Rate_limit">]; result: string };
	"Rate_limit.get_callers": { params: [self: Ref<"Rate_limit">]; result: readonly Ref<"Caller">[] };
	"Rate_limit.get_burst_size": { params: [self: Ref<"Rate_limit">]; result: number };
	"Rate_limit.get_fill_rate": { params: [self: Ref<"Rate_limit">]; result: number };
	"Rate_limit.set_name_label": { params: [self: Ref<"Rate_limit">, value: string]; result: void };
	"Rate_limit.set_name_description": { params: [self: Ref<"Rate_limit">, value: string]; result: void };
	"Rate_limit.add_caller": { params: [self: Ref<"Rate_limit">, caller: Ref<"Caller">]; result: void };
	"Rate_limit.remove_caller": { params: [self: Ref<"Rate_limit">, caller: Ref<"Caller">]; result: void };
	"Rate_limit.set_burst_size": { params: [self: Ref<"Rate_limit">, value: number]; result: void };
	"Rate_limit.set_fill_rate": { params: [self: Ref<"Rate_limit">, value: number]; result: void };
	"Rate_limit.get_all": { params: []; result: readonly Ref<"Rate_limit">[] };
	"Rate_limit.get_all_where": { params: [expr: string]; result: readonly Ref<"Rate_limit">[] };
	"Rate_limit.get_all_records_where": { params: [expr: string]; result: Readonly<Record<string, T.RateLimitRecord>> };
	"Rate_limit.get_all_records": { params: []; result: Readonly<Record<string, T.RateLimitRecord>> };
}

export type XapiAsyncMethod =
	| "subject.create"
	| "subject.destroy"
	| "pool.join"
	| "pool.join_force"
	| "pool.eject"
	| "pool.initial_auth"
	| "pool.exchange_certificates_on_join"
	| "pool.exchange_ca_certificates_on_join"
	| "pool.recover_slaves"
	| "pool.hello"
	| "pool.create_VLAN"
	| "pool.management_reconfigure"
	| "pool.create_VLAN_from_PIF"
	| "pool.enable_ha"
	| "pool.disable_ha"
	| "pool.sync_database"
	| "pool.designate_new_master"
	| "pool.set_ha_host_failures_to_tolerate"
	| "pool.create_new_blob"
	| "pool.ha_schedule_plan_recomputation"
	| "pool.enable_binary_storage"
	| "pool.disable_binary_storage"
	| "pool.initialize_wlb"
	| "pool.deconfigure_wlb"
	| "pool.send_wlb_configuration"
	| "pool.retrieve_wlb_configuration"
	| "pool.retrieve_wlb_recommendations"
	| "pool.send_test_post"
	| "pool.certificate_install"
	| "pool.certificate_uninstall"
	| "pool.certificate_list"
	| "pool.install_ca_certificate"
	| "pool.uninstall_ca_certificate"
	| "pool.crl_install"
	| "pool.crl_uninstall"
	| "pool.crl_list"
	| "pool.certificate_sync"
	| "pool.enable_redo_log"
	| "pool.disable_redo_log"
	| "pool.audit_log_append"
	| "pool.set_vswitch_controller"
	| "pool.enable_local_storage_caching"
	| "pool.disable_local_storage_caching"
	| "pool.get_license_state"
	| "pool.apply_edition"
	| "pool.disable_ssl_legacy"
	| "pool.set_igmp_snooping_enabled"
	| "pool.has_extension"
	| "pool.add_to_guest_agent_config"
	| "pool.remove_from_guest_agent_config"
	| "pool.rotate_secret"
	| "pool.set_repositories"
	| "pool.add_repository"
	| "pool.remove_repository"
	| "pool.sync_updates"
	| "pool.check_update_readiness"
	| "pool.enable_client_certificate_auth"
	| "pool.disable_client_certificate_auth"
	| "pool.configure_repository_proxy"
	| "pool.disable_repository_proxy"
	| "pool.set_uefi_certificates"
	| "pool.set_custom_uefi_certificates"
	| "pool.set_https_only"
	| "pool.set_telemetry_next_collection"
	| "pool.reset_telemetry_uuid"
	| "pool.configure_update_sync"
	| "pool.set_update_sync_enabled"
	| "pool.set_ext_auth_cache_enabled"
	| "pool.set_ext_auth_cache_size"
	| "pool.set_ext_auth_cache_expiry"
	| "pool.enable_ssh"
	| "pool.disable_ssh"
	| "pool.set_ssh_enabled_timeout"
	| "pool.set_console_idle_timeout"
	| "pool.set_ssh_auto_mode"
	| "pool.install_trusted_certificate"
	| "pool.uninstall_trusted_certificate"
	| "pool.sync_trusted_certificates_from"
	| "pool.exchange_trusted_certificates_on_join"
	| "pool.exchange_crls_on_join"
	| "pool_patch.apply"
	| "pool_patch.pool_apply"
	| "pool_patch.precheck"
	| "pool_patch.clean"
	| "pool_patch.pool_clean"
	| "pool_patch.destroy"
	| "pool_patch.clean_on_host"
	| "pool_update.introduce"
	| "pool_update.precheck"
	| "pool_update.apply"
	| "pool_update.pool_apply"
	| "pool_update.pool_clean"
	| "pool_update.destroy"
	| "pool_update.attach"
	| "pool_update.detach"
	| "pool_update.resync_host"
	| "VM.create"
	| "VM.destroy"
	| "VM.snapshot"
	| "VM.clone"
	| "VM.copy"
	| "VM.revert"
	| "VM.checkpoint"
	| "VM.provision"
	| "VM.start"
	| "VM.start_on"
	| "VM.pause"
	| "VM.unpause"
	| "VM.clean_shutdown"
	| "VM.shutdown"
	| "VM.clean_reboot"
	| "VM.hard_shutdown"
	| "VM.power_state_reset"
	| "VM.hard_reboot"
	| "VM.suspend"
	| "VM.csvm"
	| "VM.resume"
	| "VM.set_is_default_template"
	| "VM.hard_reboot_internal"
	| "VM.resume_on"
	| "VM.pool_migrate"
	| "VM.pool_migrate_complete"
	| "VM.set_VCPUs_number_live"
	| "VM.add_to_VCPUs_params_live"
	| "VM.compute_memory_overhead"
	| "VM.set_memory_dynamic_range"
	| "VM.set_memory_static_range"
	| "VM.set_memory_limits"
	| "VM.set_memory"
	| "VM.set_memory_target_live"
	| "VM.wait_memory_target_live"
	| "VM.get_cooperative"
	| "VM.set_shadow_multiplier_live"
	| "VM.send_sysrq"
	| "VM.send_trigger"
	| "VM.maximise_memory"
	| "VM.migrate_send"
	| "VM.assert_can_migrate"
	| "VM.assert_can_migrate_sender"
	| "VM.assert_operation_valid"
	| "VM.update_allowed_operations"
	| "VM.get_possible_hosts"
	| "VM.assert_can_boot_here"
	| "VM.atomic_set_resident_on"
	| "VM.create_new_blob"
	| "VM.s3_suspend"
	| "VM.s3_resume"
	| "VM.assert_agile"
	| "VM.update_snapshot_metadata"
	| "VM.retrieve_wlb_recommendations"
	| "VM.set_bios_strings"
	| "VM.copy_bios_strings"
	| "VM.set_start_delay"
	| "VM.set_shutdown_delay"
	| "VM.set_order"
	| "VM.set_suspend_VDI"
	| "VM.assert_can_be_recovered"
	| "VM.get_SRs_required_for_recovery"
	| "VM.recover"
	| "VM.import_convert"
	| "VM.set_appliance"
	| "VM.set_groups"
	| "VM.query_services"
	| "VM.call_plugin"
	| "VM.call_host_plugin"
	| "VM.set_has_vendor_device"
	| "VM.import"
	| "VM.set_actions_after_crash"
	| "VM.restart_device_models"
	| "VM.set_uefi_mode"
	| "VM.get_secureboot_readiness"
	| "VM.update_secureboot_certificates_on_boot"
	| "VM.set_blocked_operations"
	| "VM.add_to_blocked_operations"
	| "VM.remove_from_blocked_operations"
	| "VM.sysprep"
	| "VMPP.create"
	| "VMPP.destroy"
	| "VMSS.create"
	| "VMSS.destroy"
	| "VM_appliance.create"
	| "VM_appliance.destroy"
	| "VM_appliance.start"
	| "VM_appliance.clean_shutdown"
	| "VM_appliance.hard_shutdown"
	| "VM_appliance.shutdown"
	| "VM_appliance.assert_can_be_recovered"
	| "VM_appliance.get_SRs_required_for_recovery"
	| "VM_appliance.recover"
	| "DR_task.create"
	| "DR_task.destroy"
	| "host.disable"
	| "host.enable"
	| "host.shutdown"
	| "host.reboot"
	| "host.prepare_for_poweroff"
	| "host.dmesg"
	| "host.dmesg_clear"
	| "host.get_log"
	| "host.send_debug_keys"
	| "host.bugreport_upload"
	| "host.license_add"
	| "host.license_remove"
	| "host.create"
	| "host.destroy"
	| "host.power_on"
	| "host.set_license_params"
	| "host.ha_disarm_fencing"
	| "host.preconfigure_ha"
	| "host.ha_join_liveset"
	| "host.ha_disable_failover_decisions"
	| "host.ha_wait_for_shutdown_via_statefile"
	| "host.ha_stop_daemon"
	| "host.ha_release_resources"
	| "host.assert_can_evacuate"
	| "host.get_vms_which_prevent_evacuation"
	| "host.get_uncooperative_resident_VMs"
	| "host.get_uncooperative_domains"
	| "host.evacuate"
	| "host.notify"
	| "host.syslog_reconfigure"
	| "host.management_reconfigure"
	| "host.get_management_interface"
	| "host.restart_agent"
	| "host.compute_free_memory"
	| "host.compute_memory_overhead"
	| "host.create_new_blob"
	| "host.call_plugin"
	| "host.has_extension"
	| "host.enable_binary_storage"
	| "host.disable_binary_storage"
	| "host.retrieve_wlb_evacuate_recommendations"
	| "host.install_ca_certificate"
	| "host.uninstall_ca_certificate"
	| "host.certificate_list"
	| "host.crl_install"
	| "host.crl_uninstall"
	| "host.crl_list"
	| "host.certificate_sync"
	| "host.get_server_certificate"
	| "host.refresh_server_certificate"
	| "host.install_server_certificate"
	| "host.reset_server_certificate"
	| "host.update_pool_secret"
	| "host.update_master"
	| "host.attach_static_vdis"
	| "host.detach_static_vdis"
	| "host.set_localdb_key"
	| "host.refresh_pack_info"
	| "host.set_power_on_mode"
	| "host.reset_networking"
	| "host.migrate_receive"
	| "host.declare_dead"
	| "host.enable_display"
	| "host.disable_display"
	| "host.set_ssl_legacy"
	| "host.apply_guest_agent_config"
	| "host.mxgpu_vf_setup"
	| "host.nvidia_vf_setup"
	| "host.allocate_resources_for_vm"
	| "host.set_iscsi_iqn"
	| "host.set_multipathing"
	| "host.write_uefi_certificates_to_disk"
	| "host.set_uefi_certificates"
	| "host.notify_accept_new_pool_secret"
	| "host.notify_send_new_pool_secret"
	| "host.cleanup_pool_secret"
	| "host.set_sched_gran"
	| "host.get_sched_gran"
	| "host.set_numa_affinity_policy"
	| "host.cert_distrib_atom"
	| "host.apply_updates"
	| "host.rescan_drivers"
	| "host.copy_primary_host_certs"
	| "host.set_https_only"
	| "host.enable_ssh"
	| "host.disable_ssh"
	| "host.set_ssh_enabled_timeout"
	| "host.set_console_idle_timeout"
	| "host.set_ssh_auto_mode"
	| "host.get_tracked_user_agents"
	| "host.set_max_cstate"
	| "host.set_ntp_mode"
	| "host.set_ntp_custom_servers"
	| "host.get_ntp_servers_status"
	| "host.set_timezone"
	| "host.list_timezones"
	| "host.get_ntp_synchronized"
	| "host.set_servertime"
	| "host_crashdump.destroy"
	| "host_crashdump.upload"
	| "host_patch.destroy"
	| "host_patch.apply"
	| "network.create"
	| "network.destroy"
	| "network.attach"
	| "network.pool_introduce"
	| "network.create_new_blob"
	| "network.set_default_locking_mode"
	| "network.attach_for_vm"
	| "network.detach_for_vm"
	| "network.add_purpose"
	| "network.remove_purpose"
	| "VIF.create"
	| "VIF.destroy"
	| "VIF.plug"
	| "VIF.unplug"
	| "VIF.unplug_force"
	| "VIF.move"
	| "VIF.set_locking_mode"
	| "VIF.set_ipv4_allowed"
	| "VIF.add_ipv4_allowed"
	| "VIF.remove_ipv4_allowed"
	| "VIF.set_ipv6_allowed"
	| "VIF.add_ipv6_allowed"
	| "VIF.remove_ipv6_allowed"
	| "VIF.configure_ipv4"
	| "VIF.configure_ipv6"
	| "VIF.add_trunks"
	| "VIF.remove_trunks"
	| "VIF.set_trunks"
	| "PIF.create_VLAN"
	| "PIF.destroy"
	| "PIF.reconfigure_ip"
	| "PIF.reconfigure_ipv6"
	| "PIF.set_primary_address_type"
	| "PIF.scan"
	| "PIF.introduce"
	| "PIF.forget"
	| "PIF.unplug"
	| "PIF.set_disallow_unplug"
	| "PIF.plug"
	| "PIF.pool_introduce"
	| "PIF.db_introduce"
	| "PIF.db_forget"
	| "PIF.set_property"
	| "Bond.create"
	| "Bond.destroy"
	| "Bond.set_mode"
	| "Bond.set_property"
	| "VLAN.pool_introduce"
	| "VLAN.create"
	| "VLAN.destroy"
	| "SR.create"
	| "SR.introduce"
	| "SR.make"
	| "SR.destroy"
	| "SR.forget"
	| "SR.update"
	| "SR.scan"
	| "SR.probe"
	| "SR.probe_ext"
	| "SR.set_shared"
	| "SR.set_name_label"
	| "SR.set_name_description"
	| "SR.create_new_blob"
	| "SR.assert_can_host_ha_statefile"
	| "SR.assert_supports_database_replication"
	| "SR.enable_database_replication"
	| "SR.disable_database_replication"
	| "SR.get_live_hosts"
	| "LVHD.enable_thin_provisioning"
	| "VDI.create"
	| "VDI.destroy"
	| "VDI.snapshot"
	| "VDI.clone"
	| "VDI.resize"
	| "VDI.resize_online"
	| "VDI.introduce"
	| "VDI.pool_introduce"
	| "VDI.db_introduce"
	| "VDI.db_forget"
	| "VDI.update"
	| "VDI.copy"
	| "VDI.force_unlock"
	| "VDI.forget"
	| "VDI.set_name_label"
	| "VDI.set_name_description"
	| "VDI.generate_config"
	| "VDI.set_on_boot"
	| "VDI.set_allow_caching"
	| "VDI.open_database"
	| "VDI.checksum"
	| "VDI.read_database_pool_uuid"
	| "VDI.pool_migrate"
	| "VDI.enable_cbt"
	| "VDI.disable_cbt"
	| "VDI.set_cbt_enabled"
	| "VDI.data_destroy"
	| "VDI.list_changed_blocks"
	| "VDI.revert"
	| "VBD.create"
	| "VBD.destroy"
	| "VBD.eject"
	| "VBD.insert"
	| "VBD.plug"
	| "VBD.unplug"
	| "VBD.unplug_force"
	| "VBD.unplug_force_no_safety_check"
	| "VBD.assert_attachable"
	| "VBD.pause"
	| "VBD.unpause"
	| "VBD.set_mode"
	| "PBD.create"
	| "PBD.destroy"
	| "PBD.plug"
	| "PBD.unplug"
	| "PBD.set_device_config"
	| "crashdump.destroy"
	| "VTPM.create"
	| "VTPM.destroy"
	| "VTPM.get_contents"
	| "VTPM.set_contents"
	| "console.create"
	| "console.destroy"
	| "user.create"
	| "user.destroy"
	| "message.destroy_many"
	| "message.destroy_all"
	| "secret.create"
	| "secret.destroy"
	| "tunnel.create"
	| "tunnel.destroy"
	| "network_sriov.create"
	| "network_sriov.destroy"
	| "network_sriov.get_remaining_capacity"
	| "PCI.disable_dom0_access"
	| "PCI.enable_dom0_access"
	| "PCI.get_dom0_access_status"
	| "PGPU.add_enabled_VGPU_types"
	| "PGPU.remove_enabled_VGPU_types"
	| "PGPU.set_enabled_VGPU_types"
	| "PGPU.set_GPU_group"
	| "PGPU.get_remaining_capacity"
	| "PGPU.enable_dom0_access"
	| "PGPU.disable_dom0_access"
	| "GPU_group.create"
	| "GPU_group.destroy"
	| "GPU_group.update_enabled_VGPU_types"
	| "GPU_group.update_supported_VGPU_types"
	| "GPU_group.get_remaining_capacity"
	| "VGPU.create"
	| "VGPU.destroy"
	| "VGPU.atomic_set_resident_on"
	| "PVS_site.introduce"
	| "PVS_site.forget"
	| "PVS_site.set_PVS_uuid"
	| "PVS_server.introduce"
	| "PVS_server.forget"
	| "PVS_proxy.create"
	| "PVS_proxy.destroy"
	| "PVS_cache_storage.create"
	| "PVS_cache_storage.destroy"
	| "SDN_controller.introduce"
	| "SDN_controller.forget"
	| "PUSB.scan"
	| "PUSB.set_passthrough_enabled"
	| "USB_group.create"
	| "USB_group.destroy"
	| "VUSB.create"
	| "VUSB.unplug"
	| "VUSB.destroy"
	| "Cluster.create"
	| "Cluster.destroy"
	| "Cluster.get_network"
	| "Cluster.pool_create"
	| "Cluster.pool_force_destroy"
	| "Cluster.pool_destroy"
	| "Cluster.pool_resync"
	| "Cluster.cstack_sync"
	| "Cluster_host.create"
	| "Cluster_host.destroy"
	| "Cluster_host.enable"
	| "Cluster_host.force_destroy"
	| "Cluster_host.forget"
	| "Cluster_host.disable"
	| "Diagnostics.gc_compact"
	| "Diagnostics.gc_stats"
	| "Diagnostics.db_stats"
	| "Diagnostics.network_stats"
	| "Repository.introduce"
	| "Repository.introduce_bundle"
	| "Repository.introduce_remote_pool"
	| "Repository.forget"
	| "Repository.apply"
	| "Repository.set_gpgkey_path"
	| "Repository.apply_livepatch"
	| "Observer.create"
	| "Observer.destroy"
	| "Observer.register"
	| "Observer.unregister"
	| "Observer.set_hosts"
	| "Observer.set_enabled"
	| "Observer.set_attributes"
	| "Observer.set_endpoints"
	| "Observer.set_components"
	| "VM_group.create"
	| "VM_group.destroy"
	| "Host_driver.select"
	| "Host_driver.deselect"
	| "Host_driver.rescan"
	| "Driver_variant.select"
	| "Caller.create"
	| "Caller.destroy"
	| "Caller.add_group"
	| "Caller.remove_group"
	| "Caller.query_token_usage"
	| "Caller.query_call_count"
	| "Caller.query_group_token_usage"
	| "Caller.query_group_call_count"
	| "Caller.query_all_usage"
	| "Rate_limit.create"
	| "Rate_limit.destroy"
	| "Rate_limit.add_caller"
	| "Rate_limit.remove_caller"
	| "Rate_limit.set_burst_size"
	| "Rate_limit.set_fill_rate";
