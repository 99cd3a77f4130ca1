import { Button, Group } from "@mantine/core";
import { useTranslation } from "react-i18next";

/** The last row of a dialogue. */
export function DialogButtons(props: {
	readonly label: string;
	/** The form is submitted where it is absent. */
	readonly onConfirm?: () => void;
	readonly onCancel: () => void;
	readonly isBusy?: boolean;
	readonly isDisabled?: boolean;
	readonly isDestructive?: boolean;
}) {
	const { onConfirm } = props;
	const { t } = useTranslation();
	return (
		<Group justify="flex-end" gap="sm">
			<Button
				variant="default"
				onClick={props.onCancel}
				data-autofocus={onConfirm && true}
			>
				{t("action.cancel")}
			</Button>
			<Button
				type={onConfirm ? "button" : "submit"}
				color={props.isDestructive ? "vermilion" : undefined}
				loading={props.isBusy}
				disabled={props.isDisabled}
				onClick={onConfirm}
			>
				{props.label}
			</Button>
		</Group>
	);
}
