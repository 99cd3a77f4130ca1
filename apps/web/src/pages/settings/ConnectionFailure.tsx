import { Anchor, Button, Code, Collapse, Stack, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAction } from "../../calls/use-action.ts";
import {
	type failureOf,
	failureText,
	newFingerprintOf,
	type PoolConnection,
} from "./connection-error.ts";
import { FingerprintStep } from "./FingerprintStep.tsx";

/** Why a connection does not stand, and what can be done here. */
export function ConnectionFailure(props: {
	readonly connection: PoolConnection;
	readonly failure: NonNullable<ReturnType<typeof failureOf>>;
}) {
	const { connection, failure } = props;
	const { t } = useTranslation();
	const [isOpen, { toggle }] = useDisclosure();
	const fingerprint = newFingerprintOf(failure);
	return (
		<Stack gap={4} maw={520}>
			<Text size="xs">{failureText(failure, t)}</Text>
			{fingerprint !== undefined && (
				<NewCertificate connection={connection} fingerprint={fingerprint} />
			)}
			<Anchor
				component="button"
				type="button"
				size="xs"
				onClick={toggle}
				aria-expanded={isOpen}
				w="fit-content"
			>
				{t("settings.connection.details")}
			</Anchor>
			<Collapse expanded={isOpen}>
				<Code block>{JSON.stringify(connection.error, undefined, 2)}</Code>
			</Collapse>
		</Stack>
	);
}

function NewCertificate(props: {
	readonly connection: PoolConnection;
	readonly fingerprint: string;
}) {
	const { connection, fingerprint } = props;
	const { t } = useTranslation();
	const [isConfirmed, setIsConfirmed] = useState(false);
	const set = useAction("server.set", { invalidates: ["server.getAll"] });
	return (
		<>
			<FingerprintStep
				host={connection.host}
				fingerprint={fingerprint}
				isConfirmed={isConfirmed}
				onConfirm={setIsConfirmed}
			/>
			<Button
				w="fit-content"
				disabled={!isConfirmed}
				loading={set.isPending}
				onClick={() => set.mutate({ id: connection.id, fingerprint })}
			>
				{t("settings.connection.acceptCertificate")}
			</Button>
		</>
	);
}
