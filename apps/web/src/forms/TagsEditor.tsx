import { ActionIcon, Badge, Group, TextInput } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAction } from "../calls/use-action.ts";

/** The tags of an object, to add and to take off. */
export function TagsEditor(props: {
	readonly id: string;
	readonly tags: readonly string[];
}) {
	const { id, tags } = props;
	const { t } = useTranslation();
	const add = useAction("tag.add");
	const remove = useAction("tag.remove");
	const [draft, setDraft] = useState<string>();
	const close = () => setDraft(undefined);
	const save = () => {
		const tag = draft?.trim() ?? "";
		close();
		if (tag !== "" && !tags.includes(tag)) add.mutate({ id, tag });
	};
	return (
		<Group gap={6}>
			{tags.map((tag) => (
				<Badge
					key={tag}
					tt="none"
					color="gray"
					rightSection={
						<ActionIcon
							size={16}
							variant="transparent"
							aria-label={t("form.removeTag", { tag })}
							onClick={() => remove.mutate({ id, tag })}
						>
							<IconX size={12} aria-hidden />
						</ActionIcon>
					}
				>
					{tag}
				</Badge>
			))}
			{draft === undefined ? (
				<ActionIcon
					size="sm"
					variant="default"
					aria-label={t("form.addTag")}
					onClick={() => setDraft("")}
				>
					<IconPlus size={14} aria-hidden />
				</ActionIcon>
			) : (
				<TextInput
					w={140}
					autoFocus
					aria-label={t("form.addTag")}
					value={draft}
					onChange={(event) => setDraft(event.currentTarget.value)}
					onBlur={save}
					onKeyDown={(event) => {
						if (event.key === "Enter") save();
						if (event.key === "Escape") close();
					}}
				/>
			)}
		</Group>
	);
}
