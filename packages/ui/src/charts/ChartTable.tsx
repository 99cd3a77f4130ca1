import { Table } from "@mantine/core";
import type { ChartGroupStore } from "./chart-group-store.ts";
import { useSettledView } from "./chart-hooks.ts";
import { printValue, type TimeChartLabels } from "./chart-labels.ts";
import { tableRows } from "./summary.ts";
import type { TimeData } from "./time-data.ts";

const ROWS = 60;

interface ChartTableProps {
	data: TimeData;
	group: ChartGroupStore;
	title: string;
	labels: TimeChartLabels;
	heightPx: number;
	formatTime: (timeMs: number) => string;
	formatValue: (value: number) => string;
}

/** What the chart shows as a table, newest first. */
export function ChartTable(props: ChartTableProps) {
	const { data, group, title, labels, formatTime, formatValue } = props;
	const view = useSettledView(group);
	const rows = view === undefined ? [] : tableRows(data, view, ROWS).reverse();
	return (
		<Table.ScrollContainer
			minWidth={300}
			maxHeight={props.heightPx}
			scrollAreaProps={{ viewportProps: { tabIndex: 0, "aria-label": title } }}
		>
			<Table stickyHeader aria-label={title} verticalSpacing={2} fz="xs">
				<Table.Thead>
					<Table.Tr>
						<Table.Th scope="col">{labels.time}</Table.Th>
						{data.series.map((series) => (
							<Table.Th key={series.id} scope="col" ta="right">
								{series.label}
							</Table.Th>
						))}
					</Table.Tr>
				</Table.Thead>
				<Table.Tbody>
					{rows.map((row) => (
						<Table.Tr key={row.timeMs}>
							<Table.Th scope="row" fw="normal">
								{formatTime(row.timeMs)}
							</Table.Th>
							{data.series.map((series, index) => (
								<Table.Td key={series.id} ta="right">
									{printValue(row.values[index], formatValue)}
								</Table.Td>
							))}
						</Table.Tr>
					))}
				</Table.Tbody>
			</Table>
		</Table.ScrollContainer>
	);
}
