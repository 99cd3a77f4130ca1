import { Anchor, Button, Group, Text } from "@mantine/core";
import { IconChevronDown, IconChevronRight } from "@tabler/icons-react";
import { Handle, type NodeProps, Position } from "@xyflow/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { AppLink } from "../../app/AppLink.tsx";
import { objectIcon } from "../../objects/object-types.ts";
import { PowerState } from "../../objects/PowerState.tsx";
import { paths } from "../../paths.ts";
import type {
	HostFlowNode,
	NetworkFlowNode,
	PoolFlowNode,
	VmFlowNode,
} from "./flow-elements.ts";

/** Large enough for fingers on a map that is drawn at six tenths. */
const TARGET = 42;

export function PoolNode({ data }: NodeProps<PoolFlowNode>) {
	const { t } = useTranslation();
	const { pool, isFocused } = data;
	return (
		<section
			className="xo-topology-pool"
			aria-label={pool.name}
			data-focused={isFocused || undefined}
		>
			<Group gap="sm" wrap="nowrap">
				<Name type="pool" to={paths.pool(pool.id)} name={pool.name} isStrong />
				<Text size="xs" c="dimmed" style={{ whiteSpace: "nowrap" }}>
					{t("topology.hostCount", { count: pool.hosts.length })}
					{pool.idleVmCount > 0 &&
						` · ${t("topology.idleVms", { count: pool.idleVmCount })}`}
				</Text>
			</Group>
		</section>
	);
}

export function HostNode({ data }: NodeProps<HostFlowNode>) {
	const { t } = useTranslation();
	const { host, isExpanded, onToggle } = data;
	const Chevron = isExpanded ? IconChevronDown : IconChevronRight;
	return (
		<Box isFocused={data.isFocused} kind="host">
			<Group gap={6} wrap="nowrap" justify="space-between">
				<Name type="host" to={paths.host(host.id)} name={host.name} />
				<PowerState state={host.powerState} iconOnly />
			</Group>
			<Button
				className="nodrag"
				fullWidth
				h={TARGET}
				px={4}
				size="compact-xs"
				variant="default"
				leftSection={<Chevron size={14} aria-hidden />}
				disabled={host.vmCount === 0}
				aria-expanded={isExpanded}
				aria-label={t("topology.showVms", {
					name: host.name,
					count: host.vmCount,
				})}
				onClick={onToggle}
			>
				{t("topology.vmCount", { count: host.vmCount })}
			</Button>
		</Box>
	);
}

export function NetworkNode({ data }: NodeProps<NetworkFlowNode>) {
	const { network } = data;
	return (
		<Box isFocused={data.isFocused} kind="network">
			<Name type="network" to={paths.network(network.id)} name={network.name} />
		</Box>
	);
}

export function VmNode({ data }: NodeProps<VmFlowNode>) {
	const { vm } = data;
	return (
		<Box isFocused={data.isFocused} kind="vm">
			<Group gap={6} wrap="nowrap" justify="space-between">
				<Name type="VM" to={paths.vm(vm.id)} name={vm.name} />
				<PowerState state={vm.powerState} iconOnly size={12} />
			</Group>
		</Box>
	);
}

function Box(props: {
	readonly kind: "host" | "network" | "vm";
	readonly isFocused: boolean;
	readonly children: ReactNode;
}) {
	const { kind } = props;
	return (
		<div
			className={`xo-topology-node xo-topology-${kind}`}
			data-focused={props.isFocused || undefined}
		>
			{kind !== "network" && <Handle type="target" position={Position.Top} />}
			{props.children}
			{kind === "network" && (
				<Handle type="source" position={Position.Bottom} />
			)}
		</div>
	);
}

function Name(props: {
	readonly type: string;
	readonly to: string;
	readonly name: string;
	readonly isStrong?: boolean;
}) {
	const TypeIcon = objectIcon(props.type);
	return (
		<Group gap={6} wrap="nowrap" miw={0}>
			<TypeIcon size={14} stroke={1.6} aria-hidden style={{ flexShrink: 0 }} />
			<Anchor
				component={AppLink}
				to={props.to}
				className="nodrag"
				size="xs"
				fw={props.isStrong ? 600 : 500}
				c="inherit"
				lh={`${TARGET}px`}
				truncate
				title={props.name}
			>
				{props.name}
			</Anchor>
		</Group>
	);
}
