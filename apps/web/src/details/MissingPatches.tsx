import { Badge, Group, List, Skeleton, Spoiler, Text } from "@mantine/core";
import { IconCheck, IconDownload } from "@tabler/icons-react";
import type { MissingPatch } from "@xo/contract";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import { errorText } from "../calls/error-text.ts";
import { useCall } from "../calls/use-call.ts";
import { useFormat } from "../i18n/use-format.ts";
import { Section } from "./Section.tsx";

const REFRESH_MS = 10 * 60_000;
const SHOWN_PX = 160;

/** Patches that a host lacks. */
export const HostPatches = memo(function HostPatches(props: {
	readonly id: string;
}) {
	const { id } = props;
	const options = { refetchMs: REFRESH_MS };
	const answer = useCall("pool.listMissingPatches", { host: id }, options);
	return <MissingPatches {...answer} />;
});

/** Patches that hosts of a pool lack. */
export const PoolPatches = memo(function PoolPatches(props: {
	readonly id: string;
}) {
	const { id } = props;
	const options = { refetchMs: REFRESH_MS };
	const answer = useCall("pool.listAllMissingPatches", { id }, options);
	return <MissingPatches {...answer} />;
});

function MissingPatches(props: {
	readonly data: readonly MissingPatch[] | undefined;
	readonly error: unknown;
}) {
	const { data, error } = props;
	const { t } = useTranslation();
	const format = useFormat();
	return (
		<Section title={t("patches.title")}>
			{data === undefined && !error && (
				<Skeleton h={20} aria-label={t("patches.asking")} />
			)}
			{data === undefined && !!error && (
				<Text size="sm" c="dimmed">
					{t("patches.unknown", { reason: errorText(error, t) })}
				</Text>
			)}
			{data?.length === 0 && (
				<Group gap={6}>
					<IconCheck size={16} aria-hidden />
					<Text size="sm">{t("patches.none")}</Text>
				</Group>
			)}
			{data !== undefined && data.length > 0 && (
				<>
					<Badge
						color="yellow"
						tt="none"
						mb="xs"
						leftSection={<IconDownload size={12} aria-hidden />}
					>
						{t("patches.count", { count: data.length })}
					</Badge>
					<Spoiler
						maxHeight={SHOWN_PX}
						showLabel={t("patches.all")}
						hideLabel={t("patches.fewer")}
					>
						<List size="sm" spacing={2} listStyleType="none">
							{data.map(({ name, version, release, description, size }) => (
								<List.Item key={`${name} ${version} ${release}`}>
									<Text span size="sm" fw={600}>
										{name} {version}
									</Text>
									<Text span size="sm" c="dimmed">
										{" "}
										{description} · {format.bytes(size)}
									</Text>
								</List.Item>
							))}
						</List>
					</Spoiler>
				</>
			)}
		</Section>
	);
}
