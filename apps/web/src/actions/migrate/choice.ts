import type { LiveRow } from "@xo/contract";
import { nameOf } from "../../objects/read-row.ts";

/** What was chosen by hand. */
export interface Choice {
	/** SR by VDI. */
	readonly srs: Readonly<Record<string, string>>;
	/** Network by VIF. */
	readonly networks: Readonly<Record<string, string>>;
	/** For the disks of several VMs. */
	readonly sr: string | null;
	readonly network: string | null;
}

export const NO_CHOICE: Choice = {
	srs: {},
	networks: {},
	sr: null,
	network: null,
};

interface PlannedDisk {
	readonly id: string;
	readonly name: string;
	readonly from: string;
	/** Undefined while it must be chosen. */
	readonly to: string | undefined;
}

interface PlannedCard {
	readonly id: string;
	readonly device: string;
	readonly networkName: string;
	readonly to: string | undefined;
}

/** Where everything goes: what was chosen, else what suggests itself. */
export interface MovePlan {
	readonly disks: readonly PlannedDisk[];
	/** Only in another pool do network cards change. */
	readonly cards: readonly PlannedCard[];
	readonly isComplete: boolean;
}

export function chooseFor({
	choice,
	offer,
	parts,
	isFar,
}: {
	readonly choice: Choice;
	readonly offer: {
		readonly srs: readonly LiveRow[];
		readonly networks: readonly LiveRow[];
		readonly defaultSr: unknown;
	};
	readonly parts: {
		readonly disks: readonly LiveRow[];
		readonly cards: readonly Omit<PlannedCard, "to">[];
	};
	readonly isFar: boolean;
}): MovePlan {
	const there = new Set(offer.srs.map(({ id }) => id));
	const fallback =
		typeof offer.defaultSr === "string" && there.has(offer.defaultSr)
			? offer.defaultSr
			: offer.srs[0]?.id;
	const disks = parts.disks.map((row): PlannedDisk => {
		const from = String(row.$SR);
		return {
			id: row.id,
			name: nameOf(row),
			from,
			to: choice.srs[row.id] ?? (there.has(from) ? from : fallback),
		};
	});
	const cards = isFar
		? parts.cards.map((card): PlannedCard => {
				const same = offer.networks.find(
					({ name_label }) => name_label === card.networkName,
				);
				return { ...card, to: choice.networks[card.id] ?? same?.id };
			})
		: [];
	const isComplete = [...disks, ...cards].every(({ to }) => to !== undefined);
	return { disks, cards, isComplete };
}

/** Whether any disk changes its SR. */
export function movesDisks(choice: Choice, plan: MovePlan): boolean {
	return choice.sr !== null || plan.disks.some(({ from, to }) => from !== to);
}

/** Parameters of `vm.migrate`; disks that stay are left out. */
export function toMove(targetHost: string, choice: Choice, plan: MovePlan) {
	const moving = plan.disks.filter(({ from, to }) => from !== to);
	const map = (parts: MovePlan["cards" | "disks"]) =>
		Object.fromEntries(parts.map(({ id, to }) => [id, to ?? ""]));
	return {
		targetHost,
		...(choice.sr === null ? {} : { sr: choice.sr }),
		...(moving.length === 0 ? {} : { mapVdisSrs: map(moving) }),
		...(plan.cards.length === 0 ? {} : { mapVifsNetworks: map(plan.cards) }),
		...(choice.network === null ? {} : { migrationNetwork: choice.network }),
	};
}
