import { ActionIcon, Menu, Text } from "@mantine/core";
import { IconDots, IconPencil } from "@tabler/icons-react";
import { Fragment, type ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { toneVariable } from "../theme/tokens.ts";
import type { Offer } from "./use-offers.ts";

/** All actions in a menu, grouped; those not possible say why below their
 *  name. */
export function ActionMenu(props: {
	readonly offers: readonly Offer[];
	/** What opens it; three dots when absent. */
	readonly target?: ReactElement;
	readonly label?: string;
	readonly onDone?: (offer: Offer) => void;
	/** Opens the form of the object, as the first item. */
	readonly onEdit?: () => void;
}) {
	const { t } = useTranslation();
	const { offers, target } = props;
	const sections = [...new Set(offers.map(({ action }) => action.section))];
	return (
		<Menu position="bottom-end" width={280}>
			<Menu.Target>
				{target ?? (
					<ActionIcon
						variant="default"
						size={30}
						aria-label={props.label ?? t("action.more")}
					>
						<IconDots size={16} aria-hidden />
					</ActionIcon>
				)}
			</Menu.Target>
			<Menu.Dropdown>
				{props.onEdit !== undefined && (
					<Menu.Item
						leftSection={<IconPencil size={14} stroke={1.6} aria-hidden />}
						onClick={props.onEdit}
					>
						{t("action.edit")}
					</Menu.Item>
				)}
				{sections.map((section, index) => (
					<Fragment key={section}>
						{index > 0 && <Menu.Divider />}
						{offers
							.filter(({ action }) => action.section === section)
							.map((offer) => (
								<ActionItem
									key={offer.action.id}
									offer={offer}
									onDone={() => props.onDone?.(offer)}
								/>
							))}
					</Fragment>
				))}
			</Menu.Dropdown>
		</Menu>
	);
}

function ActionItem(props: {
	readonly offer: Offer;
	readonly onDone: () => void;
}) {
	const { offer } = props;
	const { icon: ItemIcon, isDestructive } = offer.action;
	const isPossible = offer.reason === undefined;
	return (
		<Menu.Item
			leftSection={<ItemIcon size={14} stroke={1.6} aria-hidden />}
			color={isDestructive && isPossible ? toneVariable("bad") : undefined}
			closeMenuOnClick={isPossible}
			aria-disabled={!isPossible}
			onClick={() => {
				if (isPossible) offer.run(props.onDone);
			}}
		>
			<Text size="sm" c={isPossible ? undefined : "dimmed"}>
				{offer.label}
			</Text>
			{!isPossible && (
				<Text size="xs" c="dimmed">
					{offer.reason}
				</Text>
			)}
		</Menu.Item>
	);
}
