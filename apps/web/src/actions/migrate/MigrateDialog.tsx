import { Loader, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { DialogButtons } from "../../forms/DialogButtons.tsx";
import { useFormat } from "../../i18n/use-format.ts";
import type { ActionDialogProps } from "../action.ts";
import { reasonText } from "../reason-text.ts";
import {
	type Choice,
	chooseFor,
	movesDisks,
	NO_CHOICE,
	toMove,
} from "./choice.ts";
import { HostSelect } from "./HostSelect.tsx";
import { Target } from "./Target.tsx";
import { useOffer, useParts } from "./use-destination.ts";
import { useReceivers } from "./use-receivers.ts";

/** Asks where VMs are to move: a host, and where their disks and network cards
 *  go when they cannot stay where they are. */
export function MigrateDialog({ action, rows, ...props }: ActionDialogProps) {
	const { t } = useTranslation();
	const format = useFormat();
	const hosts = useReceivers(rows);
	const [hostId, setHostId] = useState<string | null>(null);
	const [choice, setChoice] = useState<Choice>(NO_CHOICE);
	const host = hosts?.find(({ id }) => id === hostId);
	const [only] = rows.length === 1 ? rows : [];
	const offer = useOffer(host);
	const parts = useParts(only);
	const isFar =
		host !== undefined && rows.some(({ $pool }) => $pool !== host.poolId);
	const plan =
		host === undefined || offer.isLoading
			? undefined
			: chooseFor({ choice, offer, parts, isFar });
	const refusal =
		plan === undefined || movesDisks(choice, plan)
			? host?.refusal
			: host?.refusalOfStay;
	const isReady = plan?.isComplete === true && refusal === undefined;
	return (
		<form
			onSubmit={(event) => {
				event.preventDefault();
				if (host === undefined || plan === undefined || !isReady) {
					return;
				}
				props.onConfirm({ move: toMove(host.id, choice, plan) });
			}}
		>
			<Stack gap="md">
				{hosts === undefined ? (
					<Loader size="sm" />
				) : (
					<HostSelect
						hosts={hosts}
						value={hostId}
						onChange={(id) => {
							setHostId(id);
							setChoice(NO_CHOICE);
						}}
					/>
				)}
				{host !== undefined && plan !== undefined && (
					<Target
						offer={offer}
						plan={plan}
						choice={choice}
						onChange={setChoice}
						isSeveral={only === undefined}
					/>
				)}
				{refusal !== undefined && (
					<Text size="sm" role="status">
						{reasonText(refusal, t, format)}
					</Text>
				)}
				<Text size="sm" c="dimmed">
					{t(isFar ? "action.migrate.farHint" : "action.migrate.hint")}
				</Text>
				<DialogButtons
					label={props.confirmLabel}
					onCancel={props.onCancel}
					isDisabled={!isReady}
				/>
			</Stack>
		</form>
	);
}
