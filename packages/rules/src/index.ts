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
	type SrAction,
	whyNotHost,
	whyNotSr,
} from "./infrastructure.ts";
export type { ReasonCode, Refusal } from "./refusal.ts";
export {
	type VmAction,
	type VmFacts,
	vmRuleFields,
	whyNotMemory,
	whyNotVm,
} from "./vm.ts";
