import type { HandlerTable } from "../core/types.ts";
import { administrationHandlers } from "./administration.ts";
import { applianceHandlers } from "./appliance.ts";
import { blobHandlers } from "./blob.ts";
import { bondHandlers } from "./bond.ts";
import { dataSourceHandlers } from "./data-sources.ts";
import { haHandlers } from "./ha.ts";
import { hardwareHandlers } from "./hardware.ts";
import { hostHandlers } from "./host.ts";
import { hostEvacuateHandlers } from "./host-evacuate.ts";
import { hostPluginHandlers } from "./host-plugins.ts";
import { hostPowerHandlers } from "./host-power.ts";
import { messageHandlers } from "./message.ts";
import { networkHandlers } from "./network.ts";
import { pbdHandlers } from "./pbd.ts";
import { pifHandlers } from "./pif.ts";
import { poolHandlers } from "./pool.ts";
import { srHandlers } from "./sr.ts";
import { tunnelHandlers } from "./tunnel.ts";
import { updateHandlers } from "./updates.ts";
import { vbdHandlers } from "./vbd.ts";
import { vdiHandlers } from "./vdi.ts";
import { vdiExtraHandlers } from "./vdi-extras.ts";
import { vifHandlers } from "./vif.ts";
import { vlanHandlers } from "./vlan.ts";
import { vmCloneHandlers } from "./vm-clone.ts";
import { vmCreateHandlers } from "./vm-create.ts";
import { vmDestroyHandlers } from "./vm-destroy.ts";
import { vmLifecycleHandlers } from "./vm-lifecycle.ts";
import { vmMemoryHandlers } from "./vm-memory.ts";
import { vmMigrateHandlers } from "./vm-migrate.ts";
import { vmMigrateSendHandlers } from "./vm-migrate-send.ts";
import { vmQueryHandlers } from "./vm-queries.ts";
import { vmRevertHandlers } from "./vm-revert.ts";
import { vmSettingsHandlers } from "./vm-settings.ts";
import { vmSnapshotHandlers } from "./vm-snapshot.ts";
import { vmSuspendHandlers } from "./vm-suspend.ts";

/** Every message with a behaviour of its own. */
export const domainHandlers: HandlerTable = {
	...administrationHandlers,
	...applianceHandlers,
	...blobHandlers,
	...bondHandlers,
	...dataSourceHandlers,
	...haHandlers,
	...hardwareHandlers,
	...hostHandlers,
	...hostEvacuateHandlers,
	...hostPluginHandlers,
	...hostPowerHandlers,
	...messageHandlers,
	...networkHandlers,
	...pbdHandlers,
	...pifHandlers,
	...poolHandlers,
	...srHandlers,
	...tunnelHandlers,
	...updateHandlers,
	...vbdHandlers,
	...vdiHandlers,
	...vdiExtraHandlers,
	...vifHandlers,
	...vlanHandlers,
	...vmCloneHandlers,
	...vmCreateHandlers,
	...vmDestroyHandlers,
	...vmLifecycleHandlers,
	...vmMemoryHandlers,
	...vmMigrateHandlers,
	...vmMigrateSendHandlers,
	...vmQueryHandlers,
	...vmRevertHandlers,
	...vmSettingsHandlers,
	...vmSnapshotHandlers,
	...vmSuspendHandlers,
};
