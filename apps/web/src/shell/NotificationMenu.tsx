import {
	ActionIcon,
	Box,
	Button,
	Group,
	Indicator,
	Popover,
	ScrollArea,
	Stack,
	Text,
	Tooltip,
} from "@mantine/core";
import { IconBell } from "@tabler/icons-react";
import { useState, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/use-format.ts";
import {
	notificationHistory,
	type PastNotification,
} from "./notification-history.ts";

/** What was told in the corner of the page, for who looked elsewhere. */
export function NotificationMenu() {
	const { t } = useTranslation();
	const [isOpen, setOpen] = useState(false);
	const { items, unseen } = useSyncExternalStore(
		notificationHistory.subscribe,
		notificationHistory.getState,
	);
	const label = t("notifications.title", { count: unseen });
	return (
		<Popover
			width={340}
			position="bottom-end"
			shadow="md"
			trapFocus
			returnFocus
			opened={isOpen}
			onChange={setOpen}
			onOpen={() => notificationHistory.markSeen()}
		>
			<Popover.Target>
				<Tooltip label={label} disabled={isOpen}>
					<Indicator
						label={unseen}
						size={14}
						disabled={unseen === 0}
						offset={4}
						color="vermilion"
					>
						<ActionIcon
							size="lg"
							aria-label={label}
							onClick={() => setOpen(!isOpen)}
						>
							<IconBell size={18} stroke={1.6} />
						</ActionIcon>
					</Indicator>
				</Tooltip>
			</Popover.Target>
			<Popover.Dropdown aria-label={t("notifications.list")} p="sm">
				{items.length === 0 ? (
					<Text size="sm" c="dimmed">
						{t("notifications.none")}
					</Text>
				) : (
					<>
						<ScrollArea.Autosize mah={400}>
							<Stack gap="sm">
								{items.map((item) => (
									<Item key={item.id} item={item} />
								))}
							</Stack>
						</ScrollArea.Autosize>
						<Button
							mt="sm"
							variant="default"
							fullWidth
							onClick={() => notificationHistory.clear()}
						>
							{t("notifications.clear")}
						</Button>
					</>
				)}
			</Popover.Dropdown>
		</Popover>
	);
}

function Item({ item }: { readonly item: PastNotification }) {
	const format = useFormat();
	return (
		<Box>
			<Group justify="space-between" wrap="nowrap" gap="xs">
				<Text size="sm" fw={600} component="div">
					{item.title}
				</Text>
				<Text size="xs" c="dimmed" flex="none">
					{format.relative(item.shownAt)}
				</Text>
			</Group>
			<Text size="sm" component="div">
				{item.message}
			</Text>
		</Box>
	);
}
