import { Button, Tooltip } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import type { LiveRow } from "@xo/contract";
import { type VmAction, whyNotVm } from "@xo/rules";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { reasonText } from "../../actions/reason-text.ts";
import { vmFacts } from "../../actions/vm-power.ts";
import { useFormat } from "../../i18n/use-format.ts";

/** Opens the dialogue that gives a VM another device, or says why it cannot. */
export function AddButton(props: {
	readonly vm: LiveRow;
	readonly action: VmAction;
	readonly label: string;
	readonly dialog: (close: () => void) => ReactNode;
}) {
	const { t } = useTranslation();
	const format = useFormat();
	const [isOpen, setOpen] = useState(false);
	const refusal = whyNotVm(vmFacts(props.vm), props.action);
	const reason = refusal && reasonText(refusal, t, format);
	return (
		<>
			<Tooltip label={reason} disabled={reason === undefined}>
				<Button
					leftSection={<IconPlus size={14} aria-hidden />}
					aria-disabled={reason !== undefined}
					data-disabled={reason !== undefined || undefined}
					onClick={() => {
						if (reason === undefined) setOpen(true);
					}}
				>
					{props.label}
				</Button>
			</Tooltip>
			{isOpen && props.dialog(() => setOpen(false))}
		</>
	);
}
