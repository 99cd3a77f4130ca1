export {
	type PlugAction,
	type VdiAction,
	whyNotEject,
	whyNotVbd,
	whyNotVdi,
	whyNotVif,
} from "./devices.ts";
export {
	type HostAction,
	type PbdAction,
	type SrAction,
	whyNotHost,
	whyNotPbd,
	whyNotSr,
} from "./infrastructure.ts";
export { type Mover, whyNotReceive } from "./migration.ts";
export { type ReasonCode, type Refusal, refuse } from "./refusal.ts";
export {
	type VmAction,
	type VmFacts,
	vmRuleFields,
	whyNotMemory,
	whyNotVm,
} from "./vm.ts";
