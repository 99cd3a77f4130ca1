import { Group, Loader, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";

/** What an object is becoming by an action that runs: "Starting". */
export function Becoming({ label }: { readonly label: string }) {
	const { t } = useTranslation();
	return (
		<Group gap={6} wrap="nowrap" component="span" display="inline-flex">
			<Loader size={14} aria-hidden />
			<Text span size="sm">
				{t(label)}
			</Text>
		</Group>
	);
}
