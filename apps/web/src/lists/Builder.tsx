import { QueryBuilder } from "@xo/ui";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { BuilderProps } from "./BuilderButton.tsx";
import { builderLabels } from "./labels.ts";
import { parseQuery, printQuery } from "./query-adapter.ts";

/** Builds the search of a list. */
export function Builder(props: BuilderProps) {
	const { t } = useTranslation();
	const labels = useMemo(() => builderLabels(t), [t]);
	return (
		<QueryBuilder
			{...props}
			parse={parseQuery}
			print={printQuery}
			labels={labels}
		/>
	);
}
