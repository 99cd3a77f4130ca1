import { Alert, Button, Stack, Text } from "@mantine/core";
import { IconInfoCircle, IconLock } from "@tabler/icons-react";
import type { CallParams } from "@xo/client";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMay } from "../../actions/use-may.ts";
import { useAction } from "../../calls/use-action.ts";
import { Section, Sections } from "../../details/Section.tsx";
import { FormBar } from "../../forms/FormBar.tsx";
import { textOf } from "../../objects/read-row.ts";
import { BlockedOperations } from "./BlockedOperations.tsx";
import { BootOrder } from "./BootOrder.tsx";
import { SettingControl } from "./SettingControl.tsx";
import { problemOf, toParam } from "./setting-values.ts";
import { type Setting, type SettingValue, settingGroups } from "./settings.ts";
import { useVm } from "./use-vm.ts";
import { XenStore } from "./XenStore.tsx";

/** All settings. What is not touched shows what the VM has now. */
export function AdvancedTab() {
	const { t } = useTranslation();
	const { id, row } = useVm();
	const may = useMay();
	const [drafts, setDrafts] = useState<Readonly<Record<string, SettingValue>>>(
		{},
	);
	const save = useAction("vm.set", {
		failure: t("vmPage.notSaved"),
		onSuccess: () => setDrafts({}),
	});
	if (row === undefined) return null;
	const isHvm = textOf(row, "virtualizationMode") === "hvm";
	const fits = ({ only }: Setting) =>
		only === undefined || (only === "hvm") === isHvm;
	const reason = may(row, "administrate") ? undefined : t("action.noRight");
	const shown = settingGroups.map((group) => ({
		...group,
		settings: group.settings.filter(fits),
	}));
	const changed = shown
		.flatMap(({ settings }) => settings)
		.filter(({ name, read }) => {
			const draft = drafts[name];
			return draft !== undefined && draft !== read(row);
		});
	const isWrong = changed.some((setting) =>
		problemOf(setting, drafts[setting.name] ?? null, row),
	);
	const submit = () => {
		const params = Object.fromEntries(
			changed.map((setting) => [
				setting.name,
				toParam(setting, drafts[setting.name] ?? null),
			]),
		);
		save.mutate({ id, ...params } as CallParams<"vm.set">);
	};
	return (
		<form
			onSubmit={(event) => {
				event.preventDefault();
				submit();
			}}
		>
			<Stack gap="md" pb={56}>
				{reason !== undefined ? (
					<Alert variant="light" color="gray" icon={<IconLock aria-hidden />}>
						{t("vmPage.readOnly")}
					</Alert>
				) : row.type === "VM" && row.power_state !== "Halted" ? (
					<Alert
						variant="light"
						color="indigo"
						icon={<IconInfoCircle aria-hidden />}
					>
						{t("vmPage.waitsForHalt")}
					</Alert>
				) : null}
				<Sections>
					{shown
						.filter(({ settings }) => settings.length > 0)
						.map(({ name, settings }) => (
							<Section key={name} title={t(`vmPage.group.${name}`)}>
								<Stack gap="sm">
									{settings.map((setting) => (
										<SettingControl
											key={setting.name}
											setting={setting}
											row={row}
											draft={drafts[setting.name]}
											reason={reason}
											onChange={(value) =>
												setDrafts({ ...drafts, [setting.name]: value })
											}
										/>
									))}
									{name === "boot" && isHvm && (
										<BootOrder vm={row} reason={reason} />
									)}
								</Stack>
							</Section>
						))}
					<Section title={t("vmPage.blocked")}>
						<BlockedOperations vm={row} reason={reason} />
					</Section>
					<Section title={t("vmPage.xenStore")}>
						<XenStore vm={row} reason={reason} />
					</Section>
				</Sections>
			</Stack>
			{changed.length > 0 && (
				<FormBar>
					<Text size="sm" role="status">
						{t("vmPage.changes", { count: changed.length })}
					</Text>
					<Button variant="default" onClick={() => setDrafts({})}>
						{t("vmPage.discard")}
					</Button>
					<Button type="submit" loading={save.isPending} disabled={isWrong}>
						{t("form.save")}
					</Button>
				</FormBar>
			)}
		</form>
	);
}
