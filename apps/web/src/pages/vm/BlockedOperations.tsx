import { Checkbox, SimpleGrid, Stack, Text } from "@mantine/core";
import type { LiveRow } from "@xo/contract";
import { useTranslation } from "react-i18next";
import { useAction } from "../../calls/use-action.ts";
import { mapOf } from "../../objects/read-row.ts";

/** Operations that can be blocked one by one. */
const BLOCKABLE = [
	"destroy",
	"hard_shutdown",
	"clean_shutdown",
	"hard_reboot",
	"clean_reboot",
	"suspend",
	"pause",
	"snapshot",
	"pool_migrate",
	"migrate_send",
] as const;

/** What must not be done with the VM; saved at once. */
export function BlockedOperations(props: {
	readonly vm: LiveRow;
	readonly reason: string | undefined;
}) {
	const { vm, reason } = props;
	const { t } = useTranslation();
	const set = useAction("vm.set", { failure: t("vmPage.notSaved") });
	const blocked = mapOf(vm, "blockedOperations");
	// Shown at once; what the server refuses falls back.
	const wanted = set.isPending ? set.variables.blockedOperations : undefined;
	return (
		<Stack gap="sm">
			<Text size="sm" c="dimmed">
				{t("vmPage.blockedHint")}
			</Text>
			<SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs">
				{BLOCKABLE.map((operation) => {
					const why = blocked[operation];
					const next = wanted?.[operation];
					return (
						<Checkbox
							key={operation}
							label={t(`vmPage.operation.${operation}`)}
							description={
								typeof why === "string" && why !== "true" ? why : undefined
							}
							checked={next === undefined ? why !== undefined : next !== null}
							disabled={reason !== undefined || set.isPending}
							onChange={(event) =>
								set.mutate({
									id: vm.id,
									blockedOperations: {
										[operation]: event.currentTarget.checked ? true : null,
									},
								})
							}
						/>
					);
				})}
			</SimpleGrid>
		</Stack>
	);
}
