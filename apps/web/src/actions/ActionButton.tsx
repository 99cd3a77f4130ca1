import { Button, Tooltip } from "@mantine/core";
import type { Offer } from "./use-offers.ts";

/** An action as a button. It can be reached when it is not possible, to tell
 *  why. */
export function ActionButton(props: {
	readonly offer: Offer;
	readonly variant?: "default" | "filled";
	readonly onDone?: () => void;
}) {
	const { offer, variant = "default" } = props;
	const { icon: ActionIcon } = offer.action;
	const isPossible = offer.reason === undefined;
	return (
		<Tooltip
			label={offer.reason}
			disabled={isPossible}
			multiline
			maw={320}
			events={{ hover: true, focus: true, touch: true }}
		>
			<Button
				variant={isPossible ? variant : "default"}
				leftSection={<ActionIcon size={14} stroke={1.6} aria-hidden />}
				data-disabled={!isPossible || undefined}
				aria-disabled={!isPossible}
				onClick={() => {
					if (isPossible) offer.run(props.onDone);
				}}
			>
				{offer.label}
			</Button>
		</Tooltip>
	);
}
