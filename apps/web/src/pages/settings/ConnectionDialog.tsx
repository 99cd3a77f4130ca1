import { Checkbox, PasswordInput, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { XoError } from "@xo/client";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormDialog } from "../../forms/FormDialog.tsx";
import type { PoolConnection } from "./connection-error.ts";
import { FingerprintStep } from "./FingerprintStep.tsx";
import { useFormCall } from "./use-form-call.ts";

const ALREADY_EXISTS = 16;

/** The fingerprint of a certificate that nobody vouches for. */
function untrustedOf(error: unknown): string | undefined {
	if (!(error instanceof XoError)) return undefined;
	const { code, fingerprint } = (error.data ?? {}) as Record<string, unknown>;
	return code === "CERTIFICATE_UNTRUSTED" && typeof fingerprint === "string"
		? fingerprint
		: undefined;
}

function isKnownHost(error: unknown): boolean {
	return error instanceof XoError && error.code === ALREADY_EXISTS;
}

/** Adds a pool connection, or changes the given one. A certificate that no
 *  authority signed is shown and confirmed before any password is sent. */
export function ConnectionDialog(props: {
	readonly connection?: PoolConnection | undefined;
	readonly onClose: () => void;
}) {
	const { connection, onClose } = props;
	const { t } = useTranslation();
	const [isConfirmed, setIsConfirmed] = useState(false);
	const options = { invalidates: ["server.getAll"], onSuccess: onClose };
	const add = useFormCall("server.add", options);
	const set = useFormCall("server.set", options);
	const form = useForm({
		initialValues: {
			host: connection?.host ?? "",
			username: connection?.username ?? "root",
			password: "",
			label: connection?.label ?? "",
			readOnly: connection?.readOnly ?? false,
			allowUnauthorized: connection?.allowUnauthorized ?? false,
		},
		validate: {
			host: (value) => (value.trim() === "" ? t("settings.needed") : null),
			username: (value) => (value === "" ? t("settings.needed") : null),
			password: (value) =>
				value === "" && connection === undefined ? t("settings.needed") : null,
		},
		onValuesChange: () => add.reset(),
	});
	const fingerprint = untrustedOf(add.error);
	const failure = add.error ?? set.error;
	const error =
		fingerprint !== undefined
			? null
			: isKnownHost(failure)
				? new Error(t("settings.connection.known"))
				: failure;

	function submit({ password, ...settings }: typeof form.values): void {
		if (connection !== undefined) {
			const change = password === "" ? settings : { ...settings, password };
			set.mutate({ id: connection.id, ...change });
		} else if (fingerprint === undefined) {
			add.mutate({ ...settings, password });
		} else add.mutate({ ...settings, password, fingerprint });
	}

	const action =
		connection !== undefined
			? "save"
			: fingerprint === undefined
				? "connect"
				: "trust";
	return (
		<FormDialog
			title={t(`settings.connection.${connection ? "edit" : "add"}`)}
			submitLabel={t(`settings.connection.${action}`)}
			error={error}
			isBusy={add.isPending || set.isPending}
			isSubmitDisabled={fingerprint !== undefined && !isConfirmed}
			onSubmit={form.onSubmit(submit)}
			onClose={onClose}
		>
			<TextInput
				label={t("settings.connection.host")}
				description={t("settings.connection.hostHint")}
				autoCapitalize="none"
				spellCheck={false}
				data-autofocus
				{...form.getInputProps("host")}
			/>
			<TextInput
				label={t("settings.connection.username")}
				autoComplete="off"
				{...form.getInputProps("username")}
			/>
			<PasswordInput
				label={t("settings.connection.password")}
				description={connection && t("settings.connection.passwordKept")}
				autoComplete="new-password"
				visibilityToggleButtonProps={{ "aria-label": t("signIn.showPassword") }}
				{...form.getInputProps("password")}
			/>
			<TextInput
				label={t("settings.connection.label")}
				description={t("settings.connection.labelHint")}
				{...form.getInputProps("label")}
			/>
			<Checkbox
				label={t("settings.connection.readOnly")}
				{...form.getInputProps("readOnly", { type: "checkbox" })}
			/>
			<Checkbox
				label={t("settings.connection.allowUnauthorized")}
				description={t("settings.connection.allowUnauthorizedHint")}
				{...form.getInputProps("allowUnauthorized", { type: "checkbox" })}
			/>
			{fingerprint !== undefined && (
				<FingerprintStep
					host={form.values.host}
					fingerprint={fingerprint}
					isConfirmed={isConfirmed}
					onConfirm={setIsConfirmed}
				/>
			)}
		</FormDialog>
	);
}
