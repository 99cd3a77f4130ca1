import { Button, Code, Group, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { IconShieldCheck } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import type { User } from "@xo/client";
import { toString as toSvg } from "qrcode";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { PRODUCT } from "../../app/product.ts";
import { useAction } from "../../calls/use-action.ts";
import { toneVariable } from "../../theme/tokens.ts";
import { isCodeRight, newSecret, uriOf } from "./totp.ts";
import { useAsk } from "./use-ask.tsx";

const INVALIDATES = ["session.getUser", "user.getAll"];

/** A second factor at sign-in: off, being set up, or on. */
export function TotpSettings({ user }: { readonly user: User }) {
	const { t } = useTranslation();
	const ask = useAsk();
	const [secret, setSecret] = useState<string>();
	const set = useAction("user.set", { invalidates: INVALIDATES });
	const { otp, ...others } = user.preferences;
	if (otp !== undefined) {
		return (
			<>
				<Group gap={6}>
					<IconShieldCheck size={18} color={toneVariable("good")} aria-hidden />
					<Text size="sm">{t("settings.totp.isOn")}</Text>
				</Group>
				<Button
					variant="default"
					w="fit-content"
					loading={set.isPending}
					onClick={() =>
						ask({
							title: t("settings.totp.offTitle"),
							text: t("settings.totp.offText"),
							confirm: t("settings.totp.off"),
							onConfirm: () => set.mutate({ id: user.id, preferences: others }),
						})
					}
				>
					{t("settings.totp.off")}
				</Button>
			</>
		);
	}
	if (secret !== undefined) {
		return (
			<TotpSetup
				user={user}
				secret={secret}
				onEnd={() => setSecret(undefined)}
			/>
		);
	}
	return (
		<>
			<Text size="sm">{t("settings.totp.isOff")}</Text>
			<Button w="fit-content" onClick={() => setSecret(newSecret())}>
				{t("settings.totp.on")}
			</Button>
		</>
	);
}

/** Takes effect only once the app has shown a right code: nobody locks
 *  themselves out. */
function TotpSetup(props: {
	readonly user: User;
	readonly secret: string;
	readonly onEnd: () => void;
}) {
	const { user, secret, onEnd } = props;
	const { t } = useTranslation();
	const account = user.email;
	const { data: svg } = useQuery({
		queryKey: ["totp", secret],
		queryFn: () =>
			toSvg(uriOf({ issuer: PRODUCT, account, secret }), { type: "svg" }),
		gcTime: 0,
	});
	const set = useAction("user.set", {
		invalidates: INVALIDATES,
		onSuccess: onEnd,
	});
	const form = useForm({ initialValues: { code: "" } });

	async function submit(code: string): Promise<void> {
		if ((await isCodeRight(secret, code, Date.now())) === false) {
			form.setFieldError("code", t("settings.totp.wrong"));
			return;
		}
		const preferences = { ...user.preferences, otp: secret };
		set.mutate({ id: user.id, preferences });
	}

	return (
		<form onSubmit={form.onSubmit(({ code }) => void submit(code))}>
			<Stack gap="md">
				<Text size="sm">{t("settings.totp.scan")}</Text>
				{svg !== undefined && (
					<img
						src={`data:image/svg+xml,${encodeURIComponent(svg)}`}
						width={200}
						height={200}
						alt={t("settings.totp.qr")}
					/>
				)}
				<Text size="sm">{t("settings.totp.byHand")}</Text>
				<Code block aria-label={t("settings.totp.secret")}>
					{secret.replaceAll(/(.{4})(?=.)/g, "$1 ")}
				</Code>
				<TextInput
					label={t("settings.totp.code")}
					inputMode="numeric"
					autoComplete="one-time-code"
					maxLength={10}
					required
					withAsterisk={false}
					{...form.getInputProps("code")}
				/>
				<Group gap="sm">
					<Button type="submit" loading={set.isPending}>
						{t("settings.totp.on")}
					</Button>
					<Button variant="default" onClick={onEnd}>
						{t("action.cancel")}
					</Button>
				</Group>
			</Stack>
		</form>
	);
}
