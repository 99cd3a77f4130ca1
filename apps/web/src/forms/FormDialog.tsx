import { Alert, Button, Group, Modal, Stack } from "@mantine/core";
import type { FormEvent, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { errorText } from "../calls/error-text.ts";

/** A form over the page; what the server refuses is said in it. */
export function FormDialog(props: {
	readonly title: string;
	readonly submitLabel: string;
	readonly error?: unknown;
	readonly isBusy: boolean;
	readonly isSubmitDisabled?: boolean;
	readonly onSubmit: (event: FormEvent<HTMLFormElement>) => void;
	readonly onClose: () => void;
	readonly children: ReactNode;
}) {
	const { t } = useTranslation();
	const { error } = props;
	return (
		<Modal opened onClose={props.onClose} title={props.title}>
			<form noValidate onSubmit={props.onSubmit}>
				<Stack gap="md">
					{Boolean(error) && (
						<Alert color="vermilion" role="alert">
							{errorText(error, t)}
						</Alert>
					)}
					{props.children}
					<Group justify="flex-end" gap="sm">
						<Button variant="default" onClick={props.onClose}>
							{t("action.cancel")}
						</Button>
						<Button
							type="submit"
							loading={props.isBusy}
							disabled={props.isSubmitDisabled ?? false}
						>
							{props.submitLabel}
						</Button>
					</Group>
				</Stack>
			</form>
		</Modal>
	);
}
