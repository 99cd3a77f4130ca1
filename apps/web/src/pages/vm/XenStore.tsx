import {
	ActionIcon,
	Button,
	Group,
	Stack,
	Text,
	TextInput,
} from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import type { LiveRow } from "@xo/contract";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAction } from "../../calls/use-action.ts";
import { EditableText } from "../../forms/EditableText.tsx";
import { mapOf } from "../../objects/read-row.ts";
import classes from "./vm.module.css";

const PREFIX = "vm-data/";

/** What the guest can read; saved at once. */
export function XenStore(props: {
	readonly vm: LiveRow;
	readonly reason: string | undefined;
}) {
	const { vm, reason } = props;
	const { t } = useTranslation();
	const set = useAction("vm.set", { failure: t("vmPage.notSaved") });
	const [key, setKey] = useState("");
	const [value, setValue] = useState("");
	const write = (name: string, text: string | null) =>
		set.mutateAsync({ id: vm.id, xenStoreData: { [name]: text } });
	const add = async () => {
		await write(key.startsWith(PREFIX) ? key : PREFIX + key, value);
		setKey("");
		setValue("");
	};
	return (
		<Stack gap="sm">
			<Text size="sm" c="dimmed">
				{t("vmPage.xenStoreHint")}
			</Text>
			{xenStoreOf(vm).map(([name, text]) => (
				<Group key={name} gap="sm" wrap="nowrap" align="flex-start">
					<Text className={classes.mono} flex={1} miw={0}>
						{name}
					</Text>
					<div style={{ flex: 1 }}>
						<EditableText
							label={name}
							value={text}
							reason={reason}
							onSave={(next) => write(name, next)}
						/>
					</div>
					<ActionIcon
						size="sm"
						aria-label={t("vmPage.removeKey", { name })}
						disabled={reason !== undefined}
						onClick={() =>
							set.mutate({ id: vm.id, xenStoreData: { [name]: null } })
						}
					>
						<IconTrash size={14} stroke={1.6} aria-hidden />
					</ActionIcon>
				</Group>
			))}
			{reason === undefined && (
				<Group gap="sm" align="flex-end">
					<TextInput
						label={t("vmPage.key")}
						placeholder={PREFIX}
						value={key}
						onChange={(event) => setKey(event.currentTarget.value.trim())}
					/>
					<TextInput
						label={t("vmPage.value")}
						value={value}
						onChange={(event) => setValue(event.currentTarget.value)}
					/>
					<Button
						variant="default"
						disabled={key === ""}
						loading={set.isPending}
						onClick={() => void add().catch(() => undefined)}
					>
						{t("vmPage.addKey")}
					</Button>
				</Group>
			)}
		</Stack>
	);
}

function xenStoreOf(row: LiveRow): readonly (readonly [string, string])[] {
	return Object.entries(mapOf(row, "xenStoreData")).map(
		([key, value]) => [key, String(value)] as const,
	);
}
