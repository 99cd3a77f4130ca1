import { Text } from "@mantine/core";
import { modals } from "@mantine/modals";
import { useTranslation } from "react-i18next";

/** Asks before something is lost. */
export function useAsk() {
	const { t } = useTranslation();
	return (question: {
		readonly title: string;
		readonly text: string;
		/** What the button says. */
		readonly confirm: string;
		readonly onConfirm: () => void;
	}): void => {
		modals.openConfirmModal({
			title: question.title,
			children: <Text size="sm">{question.text}</Text>,
			labels: { confirm: question.confirm, cancel: t("action.cancel") },
			confirmProps: { color: "vermilion" },
			onConfirm: question.onConfirm,
		});
	};
}
