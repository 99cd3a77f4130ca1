import "./indicators.css";
import { Group, Progress, Stack, Text } from "@mantine/core";
import { IconAlertOctagon, IconAlertTriangle } from "@tabler/icons-react";
import {
	type MeterLevel,
	type MeterThresholds,
	meterLevel,
} from "./meter-level.ts";

export interface MeterLabels {
	readonly used: string;
	readonly free: string;
	readonly provisioned: string;
	readonly levels: Readonly<Record<MeterLevel, string>>;
}

export interface MeterProps {
	label: string;
	used: number;
	total: number;
	/** Promised to guests; may be more than there is. */
	provisioned?: number;
	formatValue: (value: number) => string;
	labels: MeterLabels;
	thresholds?: MeterThresholds;
	/** How shares are printed, 0 to 1. */
	formatShare: (share: number) => string;
}

const USUAL: MeterThresholds = { warning: 0.8, critical: 0.9 };
const COLORS: Record<MeterLevel, string> = {
	normal: "blue",
	warning: "orange",
	critical: "red",
};

/** Used, provisioned and free of a capacity, with its level in words. */
export function Meter(props: MeterProps) {
	const { label, used, total, provisioned, formatValue, labels } = props;
	const share = total > 0 ? used / total : 0;
	const level = meterLevel(share, props.thresholds ?? USUAL);
	const facts = [
		`${labels.used} ${formatValue(used)}`,
		...(provisioned === undefined
			? []
			: [`${labels.provisioned} ${formatValue(provisioned)}`]),
		`${labels.free} ${formatValue(Math.max(0, total - used))}`,
	];
	return (
		<Stack gap={4}>
			<Group justify="space-between" gap="xs" wrap="nowrap">
				<Text size="sm" fw={500} truncate>
					{label}
				</Text>
				<Group gap={4} wrap="nowrap">
					<LevelIcon level={level} label={labels.levels[level]} />
					<Text size="sm" style={{ fontVariantNumeric: "tabular-nums" }}>
						{props.formatShare(share)}
					</Text>
				</Group>
			</Group>
			<div className="xo-meter-track">
				<Progress
					value={Math.min(100, share * 100)}
					color={COLORS[level]}
					size="md"
					aria-label={`${label}: ${facts.join(", ")}`}
				/>
				{provisioned !== undefined && total > 0 && (
					<span
						className="xo-meter-mark"
						style={{ left: `${Math.min(100, (provisioned / total) * 100)}%` }}
						title={facts[1]}
					/>
				)}
			</div>
			<Text size="xs" c="dimmed">
				{facts.join(" · ")}
			</Text>
		</Stack>
	);
}

function LevelIcon({ level, label }: { level: MeterLevel; label: string }) {
	if (level === "normal") return null;
	const Icon = level === "critical" ? IconAlertOctagon : IconAlertTriangle;
	const color = `var(--mantine-color-${COLORS[level]}-text)`;
	return <Icon size={16} color={color} role="img" aria-label={label} />;
}
