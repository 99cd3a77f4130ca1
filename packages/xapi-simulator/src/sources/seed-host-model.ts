import type { Random } from "./random.ts";
import { GIB } from "./seed-context.ts";

export interface Gpu {
	readonly vendor: string;
	readonly name: string;
}

/** The machine that all hosts of a pool are: pools are homogeneous. */
export interface HostModel {
	readonly manufacturer: string;
	readonly product: string;
	readonly biosVendor: string;
	readonly biosVersion: string;
	readonly cpuVendor: string;
	readonly cpuModelName: string;
	readonly cpuSpeedMhz: number;
	readonly cpuFamily: number;
	readonly cpuModel: number;
	readonly cpuStepping: number;
	readonly sockets: number;
	readonly cpus: number;
	readonly nicVendor: string;
	readonly nicName: string;
	readonly nicSpeedMbps: number;
	readonly gpu?: Gpu;
}

const FLAGS_COMMON =
	"fpu de tsc msr pae mce cx8 apic sep mca cmov pat clflush mmx fxsr sse sse2 ht syscall nx rdtscp lm constant_tsc rep_good nopl nonstop_tsc cpuid pni pclmulqdq ssse3 fma cx16 sse4_1 sse4_2 movbe popcnt aes xsave avx f16c rdrand hypervisor lahf_lm abm fsgsbase bmi1 avx2 bmi2 erms rdseed adx";

const FEATURES = {
	GenuineIntel: {
		features_pv:
			"1fc9cbf5-f6f83203-2991cbf5-00000123-00000001-000c0b39-00000000-00000100-00001000-ac000c00",
		features_hvm:
			"1fcbfbff-f7fa3223-2d93fbff-00000523-00000001-001c0fbb-00000000-00000100-00101000-bc000c00",
	},
	AuthenticAMD: {
		features_pv:
			"178bf3ff-f6d8320b-2e500800-040001f3-0000000f-219c01a9-00000000-00000000-00000200-00000000",
		features_hvm:
			"178bfbff-f7fa3203-2e500800-040001f3-0000000f-219c01ab-00400004-00000000-010cd005-00000000",
	},
};

const MODELS: readonly HostModel[] = [
	{
		manufacturer: "Dell Inc.",
		product: "PowerEdge R650",
		biosVendor: "Dell Inc.",
		biosVersion: "1.13.2",
		cpuVendor: "GenuineIntel",
		cpuModelName: "Intel(R) Xeon(R) Gold 5222 CPU @ 3.80GHz",
		cpuSpeedMhz: 3791.437,
		cpuFamily: 6,
		cpuModel: 106,
		cpuStepping: 6,
		sockets: 1,
		cpus: 8,
		nicVendor: "Broadcom Inc. and subsidiaries",
		nicName: "BCM57414 NetXtreme-E 10Gb/25Gb RDMA Ethernet Controller",
		nicSpeedMbps: 25_000,
		gpu: {
			vendor: "Matrox Electronics Systems Ltd.",
			name: "Integrated Matrox G200eW3 Graphics Controller",
		},
	},
	{
		manufacturer: "HPE",
		product: "ProLiant DL325 Gen10 Plus",
		biosVendor: "HPE",
		biosVersion: "A43",
		cpuVendor: "AuthenticAMD",
		cpuModelName: "AMD EPYC 7252 8-Core Processor",
		cpuSpeedMhz: 3093.999,
		cpuFamily: 23,
		cpuModel: 49,
		cpuStepping: 0,
		sockets: 1,
		cpus: 8,
		nicVendor: "Intel Corporation",
		nicName: "Ethernet Controller X710 for 10GbE SFP+",
		nicSpeedMbps: 10_000,
		gpu: { vendor: "NVIDIA Corporation", name: "TU104GL [Tesla T4]" },
	},
	{
		manufacturer: "Supermicro",
		product: "SYS-5019D-FN8TP",
		biosVendor: "American Megatrends Inc.",
		biosVersion: "1.5",
		cpuVendor: "GenuineIntel",
		cpuModelName: "Intel(R) Xeon(R) D-2146NT CPU @ 2.30GHz",
		cpuSpeedMhz: 2294.61,
		cpuFamily: 6,
		cpuModel: 85,
		cpuStepping: 4,
		sockets: 1,
		cpus: 8,
		nicVendor: "Intel Corporation",
		nicName: "Ethernet Connection X722 for 10GbE SFP+",
		nicSpeedMbps: 10_000,
	},
];

const MEMORY_SIZES = [64, 128, 256, 384, 512, 768, 1024, 1536, 2048, 4096];

export function pickHostModel(random: Random): HostModel {
	return random.pick(MODELS);
}

/** The smallest usual memory size that holds `vmsPerHost` average VMs. */
export function hostMemoryBytes(vmsPerHost: number): number {
	const needed = 16 + vmsPerHost * 9;
	return (MEMORY_SIZES.find((size) => size >= needed) ?? needed) * GIB;
}

/** `host.cpu_info`. */
export function cpuInfo(model: HostModel): Record<string, string> {
	const features = featuresOf(model);
	return {
		cpu_count: String(model.cpus),
		socket_count: String(model.sockets),
		threads_per_core: "1",
		nr_nodes: "1",
		vendor: model.cpuVendor,
		speed: model.cpuSpeedMhz.toFixed(3),
		modelname: model.cpuModelName,
		family: String(model.cpuFamily),
		model: String(model.cpuModel),
		stepping: String(model.cpuStepping),
		flags: cpuFlags(model),
		...features,
		features_pv_host: features.features_pv,
		features_hvm_host: features.features_hvm,
	};
}

/** `pool.cpu_info`: what all hosts together offer. */
export function poolCpuInfo(
	model: HostModel,
	hosts: number,
): Record<string, string> {
	const features = featuresOf(model);
	return {
		cpu_count: String(model.cpus * hosts),
		socket_count: String(model.sockets * hosts),
		vendor: model.cpuVendor,
		...features,
		features_pv_host: features.features_pv,
		features_hvm_host: features.features_hvm,
	};
}

export function cpuFlags(model: HostModel): string {
	return `${FLAGS_COMMON}${model.cpuVendor === "GenuineIntel" ? " ss vmx est cpuid_fault avx512f" : " svm cr8_legacy sse4a misalignsse topoext clzero"}`;
}

function featuresOf(model: HostModel): (typeof FEATURES)["GenuineIntel"] {
	return model.cpuVendor === "GenuineIntel"
		? FEATURES.GenuineIntel
		: FEATURES.AuthenticAMD;
}
