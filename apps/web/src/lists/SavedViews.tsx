import {
	ActionIcon,
	Button,
	Group,
	Menu,
	Text,
	TextInput,
} from "@mantine/core";
import { IconBookmark, IconTrash } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { memo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSavedViews } from "./use-saved-views.ts";
import { VIEW_KEYS, type ViewSearch } from "./view.ts";

interface SavedViewsProps {
	readonly listId: string;
	/** The view that is shown, as parameters of the address. */
	readonly current: () => ViewSearch;
}

/** Views of this list that the user has kept. */
export const SavedViews = memo(function SavedViews({
	listId,
	current,
}: SavedViewsProps) {
	const { t } = useTranslation();
	const navigate = useNavigate();
	const { views, save, isSaving } = useSavedViews(listId);
	const [name, setName] = useState("");

	function apply(search: ViewSearch): void {
		const cleared = Object.fromEntries(
			VIEW_KEYS.map((key) => [key, undefined]),
		);
		void navigate({ to: ".", search: { ...cleared, ...search } as never });
	}
	function keep(): void {
		const label = name.trim();
		if (label === "") return;
		const others = views.filter((view) => view.name !== label);
		save([...others, { name: label, search: current() }]);
		setName("");
	}

	return (
		<Menu
			position="bottom-end"
			shadow="md"
			closeOnItemClick={false}
			width={280}
		>
			<Menu.Target>
				<Button
					size="compact-sm"
					variant="default"
					leftSection={<IconBookmark size={16} aria-hidden />}
				>
					{t("lists.views")}
				</Button>
			</Menu.Target>
			<Menu.Dropdown>
				<Menu.Item onClick={() => apply({})}>{t("lists.firstView")}</Menu.Item>
				{views.map((view) => (
					<Group key={view.name} gap={4} wrap="nowrap">
						<Menu.Item flex={1} onClick={() => apply(view.search)}>
							<Text size="sm" truncate>
								{view.name}
							</Text>
						</Menu.Item>
						<ActionIcon
							size={26}
							variant="subtle"
							color="gray"
							aria-label={t("lists.deleteView", { name: view.name })}
							onClick={() => save(views.filter((other) => other !== view))}
						>
							<IconTrash size={14} aria-hidden />
						</ActionIcon>
					</Group>
				))}
				<Menu.Divider />
				<Group gap={6} p={6} wrap="nowrap">
					<TextInput
						size="xs"
						flex={1}
						aria-label={t("lists.viewName")}
						placeholder={t("lists.viewName")}
						value={name}
						maxLength={100}
						onChange={(event) => setName(event.currentTarget.value)}
						onKeyDown={(event) => {
							// The menu would take letters as a search among its items.
							event.stopPropagation();
							if (event.key === "Enter") keep();
						}}
					/>
					<Button
						size="xs"
						loading={isSaving}
						disabled={name.trim() === ""}
						onClick={keep}
					>
						{t("lists.saveView")}
					</Button>
				</Group>
			</Menu.Dropdown>
		</Menu>
	);
});
