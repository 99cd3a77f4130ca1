import { ActionIcon, Group, Menu } from "@mantine/core";
import {
	IconChartLine,
	IconDotsVertical,
	IconFileTypeCsv,
	IconPhoto,
	IconTable,
	IconZoomReset,
} from "@tabler/icons-react";
import { useSyncExternalStore } from "react";
import type { ChartGroupStore } from "./chart-group-store.ts";
import type { TimeChartLabels } from "./chart-labels.ts";

interface ChartMenuProps {
	title: string;
	labels: TimeChartLabels;
	isTable: boolean;
	group: ChartGroupStore;
	onToggleTable: () => void;
	onPng: () => void;
	onCsv: () => void;
}

export function ChartMenu(props: ChartMenuProps) {
	const { labels, isTable, title, group } = props;
	const isZoomed = useSyncExternalStore(group.onView, () => group.isZoomed);
	return (
		<Group gap={4} wrap="nowrap">
			{isZoomed && (
				<ActionIcon
					variant="subtle"
					size="sm"
					aria-label={labels.resetZoom}
					title={labels.resetZoom}
					onClick={() => group.reset()}
				>
					<IconZoomReset size={16} />
				</ActionIcon>
			)}
			<Menu position="bottom-end" withinPortal>
				<Menu.Target>
					<ActionIcon
						variant="subtle"
						color="gray"
						size="sm"
						aria-label={`${labels.actions}: ${title}`}
					>
						<IconDotsVertical size={16} />
					</ActionIcon>
				</Menu.Target>
				<Menu.Dropdown>
					<Menu.Item
						leftSection={
							isTable ? <IconChartLine size={14} /> : <IconTable size={14} />
						}
						onClick={props.onToggleTable}
					>
						{isTable ? labels.showChart : labels.showTable}
					</Menu.Item>
					<Menu.Item
						leftSection={<IconPhoto size={14} />}
						disabled={isTable}
						onClick={props.onPng}
					>
						{labels.downloadPng}
					</Menu.Item>
					<Menu.Item
						leftSection={<IconFileTypeCsv size={14} />}
						onClick={props.onCsv}
					>
						{labels.downloadCsv}
					</Menu.Item>
				</Menu.Dropdown>
			</Menu>
		</Group>
	);
}
