import { Alert, Modal, Stack } from "@mantine/core";
import type { FormEvent, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { errorText } from "../calls/error-text.ts";
import { DialogButtons } from "./DialogButtons.tsx";

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
					<DialogButtons
						label={props.submitLabel}
						onCancel={props.onClose}
						isBusy={props.isBusy}
						isDisabled={props.isSubmitDisabled ?? false}
					/>
				</Stack>
			</form>
		</Modal>
	);
}
