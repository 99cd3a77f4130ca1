import { Box, Button, Group, ScrollArea, Stack, Text } from "@mantine/core";
import { IconBell } from "@tabler/icons-react";
import { useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { useFormat } from "../i18n/use-format.ts";
import { HeaderMenu } from "./HeaderMenu.tsx";
import {
	notificationHistory,
	type PastNotification,
} from "./notification-history.ts";

/** What was told in the corner of the page, for who looked elsewhere. */
export function NotificationMenu() {
	const { t } = useTranslation();
	const { items, unseen } = useSyncExternalStore(
		notificationHistory.subscribe,
		notificationHistory.getState,
	);
	return (
		<HeaderMenu
			icon={IconBell}
			label={t("notifications.title", { count: unseen })}
			count={unseen}
			color="vermilion"
			list={t("notifications.list")}
			onOpen={() => notificationHistory.markSeen()}
		>
			{() =>
				items.length === 0 ? (
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
				)
			}
		</HeaderMenu>
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
