import {
	Button,
	Code,
	CopyButton,
	Group,
	Modal,
	Stack,
	Text,
} from "@mantine/core";
import { IconCopy, IconPlus, IconTrash } from "@tabler/icons-react";
import type { CallResult } from "@xo/client";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAction } from "../../calls/use-action.ts";
import { useCall } from "../../calls/use-call.ts";
import { useFormat } from "../../i18n/use-format.ts";
import { Page } from "../../shell/Page.tsx";
import { NothingYet } from "./NothingYet.tsx";
import { type RecordColumn, RecordTable } from "./RecordTable.tsx";
import { RowAction } from "./RowAction.tsx";
import { TokenDialog } from "./TokenDialog.tsx";
import { useAsk } from "./use-ask.tsx";

type Token = CallResult<"user.getAuthenticationTokens">[number];

function nameOf({ description, client, id }: Token): string {
	return description || client?.id || id.slice(0, 12);
}

/** The own tokens: browsers that are signed in, and programs. */
export function TokensPage() {
	const { t } = useTranslation();
	const ask = useAsk();
	const [isAdding, setIsAdding] = useState(false);
	const [secret, setSecret] = useState<string>();
	const { data, error } = useCall("user.getAuthenticationTokens");
	const remove = useAction("token.deleteOwn", {
		invalidates: ["user.getAuthenticationTokens"],
	});
	return (
		<Page
			title={t("nav.tokens")}
			subtitle={t("settings.token.intro")}
			actions={
				<Button
					leftSection={<IconPlus size={14} />}
					onClick={() => setIsAdding(true)}
				>
					{t("settings.token.add")}
				</Button>
			}
		>
			<RecordTable
				label={t("nav.tokens")}
				columns={useColumns()}
				rows={data?.toSorted(
					(a, b) => (b.created_at ?? 0) - (a.created_at ?? 0),
				)}
				error={error}
				empty={<NothingYet text={t("settings.token.none")} />}
				renderActions={(token) => (
					<RowAction
						icon={IconTrash}
						label={t("settings.remove")}
						name={nameOf(token)}
						onClick={() =>
							ask({
								title: t("settings.token.removeTitle"),
								text: t("settings.token.removeText", { name: nameOf(token) }),
								confirm: t("settings.remove"),
								onConfirm: () => remove.mutate({ tokens: [token.id] }),
							})
						}
					/>
				)}
			/>
			{isAdding && (
				<TokenDialog
					onClose={() => setIsAdding(false)}
					onCreated={(created) => {
						setIsAdding(false);
						setSecret(created);
					}}
				/>
			)}
			{secret !== undefined && (
				<SecretModal secret={secret} onClose={() => setSecret(undefined)} />
			)}
		</Page>
	);
}

function useColumns(): readonly RecordColumn<Token>[] {
	const { t } = useTranslation();
	const format = useFormat();
	const lastUseOf = (token: Token) => {
		const [last] = Object.entries(token.last_uses ?? {}).toSorted(
			([, a], [, b]) => b.timestamp - a.timestamp,
		);
		return last === undefined
			? t("settings.never")
			: `${format.relative(last[1].timestamp)} · ${last[0]}`;
	};
	return [
		{
			id: "name",
			label: t("settings.token.description"),
			text: nameOf,
			render: (token) => (
				<Text size="sm" lineClamp={2}>
					{nameOf(token)}
				</Text>
			),
		},
		{
			id: "created",
			label: t("settings.token.created"),
			render: (token) => <Moment text={format.date(token.created_at)} />,
		},
		{
			id: "expiration",
			label: t("settings.token.expires"),
			render: (token) => <Moment text={format.dateTime(token.expiration)} />,
		},
		{
			id: "lastUse",
			label: t("settings.token.lastUse"),
			render: lastUseOf,
		},
	];
}

function Moment({ text }: { readonly text: string }) {
	return (
		<Text size="sm" style={{ whiteSpace: "nowrap" }}>
			{text}
		</Text>
	);
}

/** The only time that it is shown. */
function SecretModal(props: {
	readonly secret: string;
	readonly onClose: () => void;
}) {
	const { t } = useTranslation();
	return (
		<Modal opened onClose={props.onClose} title={t("settings.token.madeTitle")}>
			<Stack gap="md">
				<Text size="sm">{t("settings.token.madeText")}</Text>
				<Code block aria-label={t("settings.token.secret")}>
					{props.secret}
				</Code>
				<Group justify="flex-end">
					<CopyButton value={props.secret}>
						{({ copied, copy }) => (
							<Button leftSection={<IconCopy size={14} />} onClick={copy}>
								{t(copied ? "settings.copied" : "settings.copy")}
							</Button>
						)}
					</CopyButton>
				</Group>
			</Stack>
		</Modal>
	);
}
