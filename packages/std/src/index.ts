export { type Clock, ManualClock, sleep, systemClock } from "./clock.ts";
export { createDeferred, type Deferred } from "./deferred.ts";
export { assertNever, messageOf } from "./errors.ts";
export { MultiMap } from "./multi-map.ts";
export { joinNegativeValues } from "./negative-values.ts";
export { nextTurn } from "./next-turn.ts";
export { isPlainObject } from "./objects.ts";
