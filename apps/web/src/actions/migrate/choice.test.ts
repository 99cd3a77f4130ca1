import { describe, expect, it } from "vitest";
import { chooseFor, movesDisks, NO_CHOICE, toMove } from "./choice.ts";

const offer = {
	srs: [
		{ id: "shared", type: "SR" },
		{ id: "local", type: "SR" },
	],
	networks: [
		{ id: "n1", type: "network", name_label: "LAN" },
		{ id: "n2", type: "network", name_label: "DMZ" },
	],
	defaultSr: "local",
};
const parts = {
	disks: [
		{ id: "d1", type: "VDI", $SR: "shared", name_label: "system" },
		{ id: "d2", type: "VDI", $SR: "elsewhere", name_label: "data" },
	],
	cards: [
		{ id: "v1", device: "0", networkName: "LAN" },
		{ id: "v2", device: "1", networkName: "unknown" },
	],
};

describe("where the parts of a VM go", () => {
	it("leaves disks where the host sees them", () => {
		const plan = chooseFor({ choice: NO_CHOICE, offer, parts, isFar: false });
		expect(plan.isComplete).toBe(true);
		expect(movesDisks(NO_CHOICE, plan)).toBe(true);
		expect(toMove("h", NO_CHOICE, plan)).toEqual({
			targetHost: "h",
			mapVdisSrs: { d2: "local" },
		});
	});

	it("finds networks by name in another pool, and wants the others chosen", () => {
		const open = chooseFor({ choice: NO_CHOICE, offer, parts, isFar: true });
		expect(open.isComplete).toBe(false);
		const choice = { ...NO_CHOICE, networks: { v2: "n2" }, network: "n1" };
		const plan = chooseFor({ choice, offer, parts, isFar: true });
		expect(plan.isComplete).toBe(true);
		expect(toMove("h", choice, plan)).toMatchObject({
			mapVifsNetworks: { v1: "n1", v2: "n2" },
			migrationNetwork: "n1",
		});
	});

	it("takes what is chosen before what suggests itself", () => {
		const choice = { ...NO_CHOICE, srs: { d1: "local", d2: "shared" } };
		const plan = chooseFor({ choice, offer, parts, isFar: false });
		expect(toMove("h", choice, plan).mapVdisSrs).toEqual({
			d1: "local",
			d2: "shared",
		});
	});

	it("cannot go where there is no SR", () => {
		const none = { ...offer, srs: [] };
		expect(
			chooseFor({ choice: NO_CHOICE, offer: none, parts, isFar: false })
				.isComplete,
		).toBe(false);
	});
});
