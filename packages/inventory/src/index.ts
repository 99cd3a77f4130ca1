export { alarmOf, isAlarm } from "./alarm.ts";
export { inventoryClasses } from "./derivations.ts";
export {
	type InventoryChange,
	type InventoryFailure,
	PoolInventory,
} from "./pool-inventory.ts";
export type { RecordChange, RecordSource, XapiRecord } from "./records.ts";
