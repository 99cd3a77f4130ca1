import { Skeleton } from "@mantine/core";
import type { LiveRow } from "@xo/contract";
import { useTranslation } from "react-i18next";
import type { SetMethod } from "../lists/model.ts";
import { Section } from "./Section.tsx";
import { Texts } from "./Texts.tsx";

/** What users write on an object, as a block of its page. */
export function TextsSection(props: {
	readonly row: LiveRow | undefined;
	readonly set: SetMethod;
}) {
	const { row, set } = props;
	const { t } = useTranslation();
	if (row === undefined) return <Skeleton height={140} />;
	return (
		<Section title={t("detail.texts")}>
			<Texts row={row} set={set} />
		</Section>
	);
}
