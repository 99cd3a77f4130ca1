import type { CallResult } from "@xo/client";

/** An account, as administrators see it. */
export type UserRecord = CallResult<"user.getAll">[number];
