import { Button } from "@mantine/core";
import {
	type Icon,
	IconLock,
	IconPlugConnectedX,
	IconPower,
	IconScreenShareOff,
} from "@tabler/icons-react";
import { consoleCloseCodes, type LiveRow } from "@xo/contract";
import { useTranslation } from "react-i18next";
import { ActionButton } from "../../actions/ActionButton.tsx";
import { useOffers } from "../../actions/use-offers.ts";
import { Notice } from "../../app/Notice.tsx";

const {
	ended,
	noSuchObject,
	notAllowed,
	notRunning,
	notSignedIn,
	poolLost,
	tooMany,
} = consoleCloseCodes;

/** What a close frame asks for. Codes of the WebSocket itself mean that the
 *  connection broke. */
export function afterClose(code: number): "retry" | "wait" | "stop" {
	if (code === notRunning) return "wait";
	if (code < 4000 || code === ended || code === poolLost) return "retry";
	return "stop";
}

/** By code: what is the matter. The texts' keys end with the name. */
const NOTICES: ReadonlyMap<number, readonly [name: string, icon: Icon]> =
	new Map([
		[notAllowed, ["notAllowed", IconLock]],
		[notSignedIn, ["notSignedIn", IconLock]],
		[noSuchObject, ["gone", IconScreenShareOff]],
		[tooMany, ["tooMany", IconScreenShareOff]],
	]);

/** In place of a screen that is not to be seen: why, and what to do. */
export function ConsoleEnd(props: {
	readonly code: number;
	/** As the server says it. */
	readonly reason: string;
	readonly onRetry: () => void;
}) {
	const { t } = useTranslation();
	const known = NOTICES.get(props.code);
	const [name, icon] = known ?? ["lost", IconPlugConnectedX];
	return (
		<Notice
			icon={icon}
			tone="warning"
			title={t(`console.end.${name}`)}
			text={known ? t(`console.end.${name}Text`) : props.reason}
			action={
				<Button variant="default" onClick={props.onRetry}>
					{t("console.retry")}
				</Button>
			}
		/>
	);
}

/** By power state: what is the matter, and the action that ends it. */
const STATES: Readonly<
	Record<string, readonly [text: string, action: string]>
> = {
	Halted: ["halted", "vm.start"],
	Suspended: ["suspended", "vm.resume"],
};

/** In place of the screen of a VM that has none now. */
export function NotRunning({ row }: { readonly row: LiveRow }) {
	const { t } = useTranslation();
	const offers = useOffers([row]);
	const [text, actionId] = STATES[String(row.power_state)] ?? ["noScreen"];
	const offer = offers.find(({ action }) => action.id === actionId);
	return (
		<Notice
			icon={IconPower}
			title={t(`console.end.${text}`)}
			text={t("console.end.haltedText")}
			action={offer && <ActionButton offer={offer} variant="filled" />}
		/>
	);
}
