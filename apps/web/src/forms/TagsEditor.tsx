import { ActionIcon, Badge, Group, TextInput, Tooltip } from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import type { LiveRow } from "@xo/contract";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMay } from "../actions/use-may.ts";
import { useAction } from "../calls/use-action.ts";
import { listOf } from "../objects/read-row.ts";

/** The tags of an object, to add and to take off by who may change it. */
export function TagsEditor({ row }: { readonly row: LiveRow }) {
	const { id } = row;
	const tags = listOf(row, "tags");
	const { t } = useTranslation();
	const isAllowed = useMay()(row, "administrate");
	const reason = isAllowed ? undefined : t("action.noRight");
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
						isAllowed && (
							<ActionIcon
								size={16}
								variant="transparent"
								aria-label={t("form.removeTag", { tag })}
								onClick={() => remove.mutate({ id, tag })}
							>
								<IconX size={12} aria-hidden />
							</ActionIcon>
						)
					}
				>
					{tag}
				</Badge>
			))}
			{draft === undefined ? (
				<Tooltip
					label={reason}
					disabled={isAllowed}
					multiline
					maw={320}
					events={{ hover: true, focus: true, touch: true }}
				>
					<ActionIcon
						size="sm"
						variant="default"
						aria-label={t("form.addTag")}
						data-disabled={!isAllowed || undefined}
						aria-disabled={!isAllowed}
						onClick={() => {
							if (isAllowed) setDraft("");
						}}
					>
						<IconPlus size={14} aria-hidden />
					</ActionIcon>
				</Tooltip>
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
