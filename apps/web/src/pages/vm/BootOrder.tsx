import { ActionIcon, Checkbox, Group, Input, Stack } from "@mantine/core";
import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import type { LiveRow } from "@xo/contract";
import { useTranslation } from "react-i18next";
import { useAction } from "../../calls/use-action.ts";
import { mapOf } from "../../objects/read-row.ts";

const SOURCES = ["c", "d", "n"] as const;

/** From where the VM tries to boot, first to last; saved at once. */
export function BootOrder(props: {
	readonly vm: LiveRow;
	readonly reason: string | undefined;
}) {
	const { vm, reason } = props;
	const { t } = useTranslation();
	const set = useAction("vm.setBootOrder", {
		failure: t("vmPage.notSaved"),
	});
	const order = String(mapOf(vm, "boot").order ?? "cd");
	const used = [...order].filter((letter) => /[a-z]/.test(letter));
	const all = [...used, ...SOURCES.filter((source) => !used.includes(source))];
	const isDisabled = reason !== undefined || set.isPending;
	const save = (letters: readonly string[]) => {
		if (letters.length === 0) return;
		set.mutate({ vm: vm.id, order: letters.join("") });
	};
	const swap = (index: number) => {
		const [a = "", b = ""] = used.slice(index, index + 2);
		save([...used.slice(0, index), b, a, ...used.slice(index + 2)]);
	};
	return (
		<Input.Wrapper
			label={t("vmPage.bootOrder")}
			description={t("vmPage.bootOrderHint")}
			labelElement="div"
		>
			<Stack gap={4} mt={4}>
				{all.map((letter) => {
					const index = used.indexOf(letter);
					const name = t(`vmPage.bootSource.${letter}`, {
						defaultValue: letter,
					});
					return (
						<Group key={letter} gap="xs">
							<Checkbox
								w={140}
								label={name}
								checked={index >= 0}
								disabled={isDisabled || (index >= 0 && used.length === 1)}
								onChange={(event) =>
									save(
										event.currentTarget.checked
											? [...used, letter]
											: used.filter((other) => other !== letter),
									)
								}
							/>
							<ActionIcon
								size="sm"
								aria-label={t("vmPage.moveUp", { name })}
								disabled={isDisabled || index <= 0}
								onClick={() => swap(index - 1)}
							>
								<IconArrowUp size={14} aria-hidden />
							</ActionIcon>
							<ActionIcon
								size="sm"
								aria-label={t("vmPage.moveDown", { name })}
								disabled={isDisabled || index < 0 || index === used.length - 1}
								onClick={() => swap(index)}
							>
								<IconArrowDown size={14} aria-hidden />
							</ActionIcon>
						</Group>
					);
				})}
			</Stack>
		</Input.Wrapper>
	);
}
