import { hashText } from "../sources/random.ts";
import type { SeriesShape } from "./series.ts";

/** One named series of a host, VM or SR. */
export interface DataSource {
	readonly name: string;
	readonly description: string;
	readonly units: string;
	readonly type: "GAUGE" | "ABSOLUTE" | "DERIVE";
	/** Recorded without being asked for. */
	readonly isStandard: boolean;
	readonly shape: SeriesShape;
}

interface SourceText {
	readonly units: string;
	readonly type?: DataSource["type"];
	readonly description?: string;
	readonly isStandard?: boolean;
}

interface Level {
	readonly base: number;
	readonly swing?: number;
	readonly max?: number;
	readonly decimals?: number;
}

/** Builds the data sources of one owner. */
export class DataSourceList {
	readonly sources: DataSource[] = [];
	readonly #owner: string;

	constructor(ownerUuid: string) {
		this.#owner = ownerUuid;
	}

	/** A steady share of this owner, 0 <= x < 1, that differs by `purpose`. */
	share(purpose: string): number {
		return this.#seed(purpose) / 4_294_967_296;
	}

	/** A magnitude between 10^`low` and 10^`high`. */
	magnitude(purpose: string, low: number, high: number): number {
		return 10 ** (low + this.share(purpose) * (high - low));
	}

	add(name: string, text: SourceText, level: Level): void {
		this.sources.push({
			name,
			description: text.description ?? name,
			units: text.units,
			type: text.type ?? "GAUGE",
			isStandard: text.isStandard ?? true,
			shape: {
				seed: this.#seed(name),
				base: level.base,
				swing: level.swing ?? 1,
				min: 0,
				max: level.max ?? Number.POSITIVE_INFINITY,
				decimals: level.decimals ?? 2,
			},
		});
	}

	/** A figure that is what the records say. */
	addConstant(name: string, units: string, value: number): void {
		this.add(name, { units }, { base: value, swing: 0, decimals: 0 });
	}

	/** Reads and writes per second, with what goes along. */
	addDisk(names: (what: string) => string, load: number): void {
		const read = this.magnitude(names("read"), 3.5, 6) * load;
		const write = this.magnitude(names("write"), 3.5, 6) * load;
		const latency = this.magnitude(names("latency"), 2.3, 3.3);
		this.add(names("read"), { units: "B/s", type: "DERIVE" }, { base: read });
		this.add(names("write"), { units: "B/s", type: "DERIVE" }, { base: write });
		for (const [what, base] of [
			["read_latency", latency * 0.8],
			["write_latency", latency * 1.2],
			["latency", latency],
		] as const) {
			this.add(names(what), { units: "μs" }, { base });
		}
		this.#addTriple({
			names,
			what: "io_throughput",
			units: "MiB/s",
			read: read / 1_048_576,
			write: write / 1_048_576,
		});
		this.#addTriple({
			names,
			what: "iops",
			units: "requests/s",
			read: read / 16_384,
			write: write / 16_384,
		});
		this.add(
			names("iowait"),
			{ units: "s/s" },
			{ base: 0.01 * load, max: 1, decimals: 4 },
		);
		this.add(
			names("inflight"),
			{ units: "requests" },
			{ base: load, decimals: 0 },
		);
		this.add(
			names("avgqu_sz"),
			{ units: "requests" },
			{ base: 0.2 * load, decimals: 4 },
		);
	}

	#addTriple(options: {
		names: (what: string) => string;
		what: string;
		units: string;
		read: number;
		write: number;
	}): void {
		const { names, what, units, read, write } = options;
		for (const [direction, base] of [
			["read", read],
			["write", write],
			["total", read + write],
		] as const) {
			this.add(
				names(`${what}_${direction}`),
				{ units, type: "ABSOLUTE" },
				{ base, decimals: 4 },
			);
		}
	}

	#seed(purpose: string): number {
		return hashText(`${this.#owner}/${purpose}`);
	}
}
