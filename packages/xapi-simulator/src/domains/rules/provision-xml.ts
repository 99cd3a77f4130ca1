import { SaxesParser } from "saxes";

/** One disk that a template asks for. */
export interface ProvisionDisk {
	readonly device: string;
	readonly sizeBytes: number;
	/** Uuid of the SR. */
	readonly sr: string;
	readonly isBootable: boolean;
	readonly type: string;
}

/** Reads `other_config.disks` of a template.
 *  @throws Error when it is not well-formed */
export function parseProvision(xml: string): ProvisionDisk[] {
	const disks: ProvisionDisk[] = [];
	const parser = new SaxesParser();
	parser.on("error", (error) => {
		throw error;
	});
	parser.on("opentag", ({ name, attributes }) => {
		if (name !== "disk") return;
		disks.push({
			device: attributes.device ?? "",
			sizeBytes: Number(attributes.size ?? 0),
			sr: attributes.sr ?? "",
			isBootable: attributes.bootable === "true",
			type: attributes.type ?? "system",
		});
	});
	parser.write(xml).close();
	return disks;
}
