import type { z } from "zod";
import type { Operation } from "../operation.ts";
import { aclOperations } from "./acl.ts";
import { apiOperations } from "./api.ts";
import { groupOperations } from "./group.ts";
import { hostOperations } from "./host.ts";
import { hostPowerOperations } from "./host-power.ts";
import { messageOperations } from "./message.ts";
import { networkOperations } from "./network.ts";
import { patchOperations } from "./patches.ts";
import { pbdOperations } from "./pbd.ts";
import { poolOperations } from "./pool.ts";
import { queryOperations } from "./query.ts";
import { serverOperations } from "./server.ts";
import { sessionOperations } from "./session.ts";
import { srOperations } from "./sr.ts";
import { statsOperations } from "./stats.ts";
import { systemOperations } from "./system.ts";
import { tagOperations } from "./tag.ts";
import { taskOperations } from "./task.ts";
import { tokenOperations } from "./token.ts";
import { userOperations } from "./user.ts";
import { vbdOperations } from "./vbd.ts";
import { vdiOperations } from "./vdi.ts";
import { vifOperations } from "./vif.ts";
import { vmOperations } from "./vm.ts";
import { vmCreateOperations } from "./vm-create.ts";
import { vmDeviceOperations } from "./vm-devices.ts";
import { vmMoveOperations } from "./vm-move.ts";
import { xoOperations } from "./xo.ts";

/** Every operation of the daemon by its name. */
export const operations = {
	...aclOperations,
	...apiOperations,
	...groupOperations,
	...hostOperations,
	...hostPowerOperations,
	...messageOperations,
	...networkOperations,
	...patchOperations,
	...pbdOperations,
	...poolOperations,
	...queryOperations,
	...serverOperations,
	...sessionOperations,
	...srOperations,
	...statsOperations,
	...systemOperations,
	...tagOperations,
	...taskOperations,
	...tokenOperations,
	...userOperations,
	...vbdOperations,
	...vdiOperations,
	...vifOperations,
	...vmCreateOperations,
	...vmDeviceOperations,
	...vmMoveOperations,
	...vmOperations,
	...xoOperations,
} as const satisfies Readonly<Record<string, Operation>>;

export type OperationName = keyof typeof operations;

/** What a caller sends: defaults may be left out. */
export type ParamsOf<N extends OperationName> = z.input<
	ReturnType<(typeof operations)[N]["params"]>
>;

/** What a handler gets: parsed, defaults filled in. */
export type ParsedParamsOf<N extends OperationName> = z.output<
	ReturnType<(typeof operations)[N]["params"]>
>;

export type ResultOf<N extends OperationName> = z.output<
	ReturnType<(typeof operations)[N]["result"]>
>;
