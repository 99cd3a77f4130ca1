import { QueryBuilder, type SearchProperty } from "@xo/ui";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { builderLabels } from "./labels.ts";
import { parseQuery, printQuery } from "./query-adapter.ts";

export interface BuilderProps {
	readonly value: string;
	readonly onChange: (text: string) => void;
	readonly properties: readonly SearchProperty[];
}

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
