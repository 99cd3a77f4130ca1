import { Stack } from "@mantine/core";
import { type ComponentType, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Facts } from "../../details/Facts.tsx";
import { LiveFigures } from "../../details/LiveFigures.tsx";
import { Section, Sections } from "../../details/Section.tsx";
import { useDetail, useRowBefore } from "../../details/use-detail.ts";
import type { ListType } from "../../lists/model.ts";
import { Dashboard } from "./Dashboard.tsx";
import type { Scope } from "./scope.ts";

/** An object that holds others, at a glance: its dashboard, a few facts, and
 *  the patches that are missing. */
export function overview(parts: {
	readonly list: ListType;
	readonly scopeOf: (id: string) => Scope;
	readonly facts: readonly string[];
	readonly Patches: ComponentType<{ readonly id: string }>;
}) {
	const { list, scopeOf, facts, Patches } = parts;
	return function Overview() {
		const { t } = useTranslation();
		const detail = useDetail(list);
		const { id, context } = detail;
		const row = useRowBefore(detail);
		const scope = useMemo(() => scopeOf(id), [id]);
		return (
			<Stack gap="md">
				<LiveFigures row={row} />
				<Dashboard scope={scope} />
				<Sections>
					<Section title={t("detail.group.identity")}>
						<Facts list={list} row={row} context={context} ids={facts} />
					</Section>
					<Patches id={id} />
				</Sections>
			</Stack>
		);
	};
}
