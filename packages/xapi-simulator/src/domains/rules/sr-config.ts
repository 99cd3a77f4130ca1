import type { StringMap } from "../record.ts";
import type { Refusal } from "./refusal.ts";

function backendFailure(code: number, text: string, extra = ""): Refusal {
	return [`SR_BACKEND_FAILURE_${code}`, "", text, extra];
}

/** One key that a storage manager cannot do without, and how it says so. */
interface Need {
	readonly key: string;
	readonly code: number;
	readonly text: string;
}

const DEVICE: Need = {
	key: "device",
	code: 90,
	text: "The request is missing the device parameter",
};
const SERVER: Need = {
	key: "server",
	code: 102,
	text: "The request is missing the server parameter",
};
const SERVER_PATH: Need = {
	key: "serverpath",
	code: 101,
	text: "The request is missing the serverpath parameter",
};
const TARGET: Need = {
	key: "target",
	code: 95,
	text: "The request is missing the target parameter",
};
const IQN: Need = {
	key: "targetIQN",
	code: 96,
	text: "The request is missing or has an incorrect target IQN parameter",
};
const SCSI_ID: Need = {
	key: "SCSIid",
	code: 107,
	text: "The SCSIid parameter is missing or incorrect",
};
const LOCATION: Need = {
	key: "location",
	code: 220,
	text: "The ISO SR requires a location in its device configuration",
};

const NEEDS: Readonly<Record<string, readonly Need[]>> = {
	ext: [DEVICE],
	lvm: [DEVICE],
	xfs: [DEVICE],
	largeblock: [DEVICE],
	nfs: [SERVER, SERVER_PATH],
	smb: [SERVER],
	lvmoiscsi: [TARGET, IQN, SCSI_ID],
	lvmohba: [SCSI_ID],
	lvmofcoe: [SCSI_ID],
	iso: [LOCATION],
};

const IQN_SUFFIXES = ["storage-a", "storage-b"];

/** A stable number of a text, for what a simulated array offers. */
function hash(text: string): number {
	let value = 0x811c9dc5;
	for (const letter of text) {
		value = Math.imul(value ^ letter.charCodeAt(0), 0x01000193) >>> 0;
	}
	return value;
}

function escapeXml(text: string): string {
	return text.replace(
		/[<>&"]/g,
		(character) => `&#${character.charCodeAt(0)};`,
	);
}

function targetsXml(config: StringMap): string {
	const address = escapeXml(config.target ?? "");
	const targets = IQN_SUFFIXES.map(
		(suffix, index) =>
			`<TGT><Index>${index}</Index><IPAddress>${address}</IPAddress><TargetIQN>iqn.2004-01.lab.example:${suffix}</TargetIQN></TGT>`,
	);
	return `<?xml version="1.0" ?><iscsi-target-iqns>${targets.join("")}</iscsi-target-iqns>`;
}

function lunsXml(config: StringMap): string {
	const seed = hash(`${config.target} ${config.targetIQN}`);
	const luns = [0, 1].map((lun) => {
		const id = `3600a0980${(seed + lun).toString(16).padStart(8, "0")}`;
		return `<LUN><vendor>SIMULATE</vendor><serial>${seed + lun}</serial><LUNid>${lun}</LUNid><size>${(lun + 1) * 2 ** 40}</size><SCSIid>${id}</SCSIid></LUN>`;
	});
	return `<?xml version="1.0" ?><iscsi-target>${luns.join("")}</iscsi-target>`;
}

function exportsXml(config: StringMap): string {
	const target = escapeXml(config.server ?? "");
	const exports = ["/export/xen", "/export/iso"].map(
		(path) =>
			`<Export><Target>${target}</Target><Path>${path}</Path><Accesslist>*</Accesslist></Export>`,
	);
	return `<?xml version="1.0" ?><nfs-exports>${exports.join("")}</nfs-exports>`;
}

function devicesXml(): string {
	const id = "3600508b1001c0123456789abcdef0001";
	return `<?xml version="1.0" ?><Devlist><BlockDevice><path>/dev/disk/by-id/scsi-${id}</path><SCSIid>${id}</SCSIid><vendor>SIMULATE</vendor><serial>0001</serial><size>${2 ** 41}</size><adapter>host1</adapter><channel>0</channel><id>0</id><lun>0</lun><hba>simulated</hba></BlockDevice></Devlist>`;
}

/** What the storage says along with a missing key: the choices there are. */
function choicesXml(need: Need, type: string, config: StringMap): string {
	if (need === IQN) return targetsXml(config);
	if (need === SCSI_ID)
		return type === "lvmoiscsi" ? lunsXml(config) : devicesXml();
	return need === SERVER_PATH ? exportsXml(config) : "";
}

/** The failure of a storage manager that was not told enough. */
export function refuseSrConfig(
	type: string,
	config: StringMap,
): Refusal | undefined {
	const missing = NEEDS[type]?.find(({ key }) => !config[key]);
	if (missing === undefined) return undefined;
	const xml = choicesXml(missing, type, config);
	return backendFailure(missing.code, missing.text, xml);
}

/** The answer to a complete probe. */
export function foundSrsXml(uuids: readonly string[]): string {
	const found = uuids.map((uuid) => `<SR><UUID>${uuid}</UUID></SR>`);
	return `<?xml version="1.0" ?><SRlist>${found.join("")}</SRlist>`;
}

/** Size that a new SR has when the caller says none: the same for the same
 *  device or share. */
export function simulatedSize(type: string, config: StringMap): number {
	if (type === "iso") return 64 * 2 ** 30;
	return (1 + (hash(JSON.stringify(config)) % 8)) * 512 * 2 ** 30;
}
