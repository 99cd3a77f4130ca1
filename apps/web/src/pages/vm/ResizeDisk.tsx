import { ActionIcon, Button, Popover, Stack } from "@mantine/core";
import { IconArrowsMaximize } from "@tabler/icons-react";
import type { LiveRow } from "@xo/contract";
import { whyNotVdi } from "@xo/rules";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAction } from "../../calls/use-action.ts";
import { SizeInput } from "../../forms/SizeInput.tsx";
import { numberOf } from "../../objects/read-row.ts";

/** Grows a disk. */
export function ResizeDisk({ vdi }: { readonly vdi: LiveRow }) {
	const { t } = useTranslation();
	const current = numberOf(vdi, "size") ?? 0;
	const [isOpen, setOpen] = useState(false);
	const [wanted, setWanted] = useState<number | undefined>(current);
	const resize = useAction("vdi.set", {
		failure: t("vmPage.notSaved"),
		onSuccess: () => setOpen(false),
	});
	const refusal = whyNotVdi(
		{ type: vdi.type, missing: vdi.missing === true },
		"resize",
		false,
	);
	const isSmaller = wanted !== undefined && wanted < current;
	if (refusal !== undefined) return null;
	return (
		<Popover opened={isOpen} onChange={setOpen} trapFocus withArrow shadow="md">
			<Popover.Target>
				<ActionIcon
					size="sm"
					aria-label={t("vmPage.resize")}
					onClick={() => {
						setWanted(current);
						setOpen(!isOpen);
					}}
				>
					<IconArrowsMaximize size={14} stroke={1.6} aria-hidden />
				</ActionIcon>
			</Popover.Target>
			<Popover.Dropdown>
				<form
					onSubmit={(event) => {
						event.preventDefault();
						if (wanted === undefined || isSmaller) return;
						resize.mutate({ id: vdi.id, size: wanted });
					}}
				>
					<Stack gap="sm" w={220}>
						<SizeInput
							label={t("vmPage.newSize")}
							value={wanted}
							onChange={setWanted}
							error={isSmaller && t("vmPage.onlyGrows")}
						/>
						<Button
							type="submit"
							loading={resize.isPending}
							disabled={wanted === undefined || wanted <= current}
						>
							{t("vmPage.resize")}
						</Button>
					</Stack>
				</form>
			</Popover.Dropdown>
		</Popover>
	);
}
