import { Burger, Group, Image, Text, UnstyledButton } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { AppLink } from "../app/AppLink.tsx";
import { PRODUCT } from "../app/product.ts";
import { PaletteTrigger } from "../palette/PaletteTrigger.tsx";
import { paths } from "../paths.ts";
import { ConnectionState } from "./ConnectionState.tsx";
import { NotificationMenu } from "./NotificationMenu.tsx";
import { PageMenus } from "./PageMenus.tsx";
import { TaskMenu } from "./TaskMenu.tsx";
import { UserMenu } from "./UserMenu.tsx";

export function TopBar(props: {
	readonly isDrawerOpen: boolean;
	readonly onDrawer: () => void;
}) {
	const { t } = useTranslation();
	return (
		<Group h="100%" px="md" gap="sm" wrap="nowrap" justify="space-between">
			<Group gap="sm" wrap="nowrap">
				<Burger
					opened={props.isDrawerOpen}
					onClick={props.onDrawer}
					hiddenFrom="sm"
					size="sm"
					aria-label={t("shell.menu")}
				/>
				<UnstyledButton
					component={AppLink}
					to={paths.dashboard}
					aria-label={PRODUCT}
				>
					<Group gap="sm" wrap="nowrap">
						<Image src="/favicon.svg" w={22} h={22} alt="" />
						<Text fw={600} visibleFrom="xs">
							{PRODUCT}
						</Text>
					</Group>
				</UnstyledButton>
				<PageMenus />
			</Group>
			<Group gap={4} wrap="nowrap">
				<PaletteTrigger />
				<ConnectionState />
				<TaskMenu />
				<NotificationMenu />
				<UserMenu />
			</Group>
		</Group>
	);
}
