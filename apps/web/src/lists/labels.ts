import type { ColumnMenuLabels, QueryBuilderLabels, TableLabels } from "@xo/ui";
import type { TFunction } from "i18next";

export function tableLabels(t: TFunction): TableLabels {
	return {
		selectAll: t("lists.selectAll"),
		selectRow: t("lists.selectRow"),
		resize: (column) => t("lists.resize", { column }),
		loading: t("state.loading"),
		expand: t("lists.expand"),
		collapse: t("lists.collapse"),
	};
}

export function columnLabels(t: TFunction): ColumnMenuLabels {
	return {
		columns: t("lists.columns"),
		reset: t("lists.resetColumns"),
		moveUp: (column) => t("lists.moveUp", { column }),
		moveDown: (column) => t("lists.moveDown", { column }),
		sortBy: (column) => t("lists.sortBy", { column }),
	};
}

export function builderLabels(t: TFunction): QueryBuilderLabels {
	return {
		all: t("lists.builder.all"),
		any: t("lists.builder.any"),
		combine: t("lists.builder.combine"),
		not: t("lists.builder.not"),
		addRule: t("lists.builder.addRule"),
		addGroup: t("lists.builder.addGroup"),
		remove: t("lists.builder.remove"),
		property: t("lists.builder.property"),
		operator: t("lists.builder.operator"),
		value: t("lists.builder.value"),
		text: t("lists.builder.text"),
		gibibytes: t("lists.builder.gibibytes"),
		operators: {
			contains: t("lists.builder.contains"),
			is: t("lists.builder.is"),
			matches: t("lists.builder.matches"),
			isTrue: t("lists.builder.isTrue"),
			"=": "=",
			"<": "<",
			"<=": "≤",
			">": ">",
			">=": "≥",
		},
	};
}
