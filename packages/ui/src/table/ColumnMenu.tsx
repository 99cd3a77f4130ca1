import { ActionIcon, Button, Checkbox, Popover, Text } from "@mantine/core";
import {
	IconArrowDown,
	IconArrowUp,
	IconColumns3,
	IconSortAscending,
} from "@tabler/icons-react";
import styles from "./ColumnMenu.module.css";
import type { TableColumn, TableLayout, TableSort } from "./model.ts";

/** The texts of a column menu. */
export interface ColumnMenuLabels {
	readonly columns: string;
	readonly reset: string;
	readonly moveUp: (column: string) => string;
	readonly moveDown: (column: string) => string;
	readonly sortBy: (column: string) => string;
}

/** The columns of a table, and how they are chosen. */
export interface ColumnMenuProps {
	readonly columns: readonly Pick<
		TableColumn<never>,
		"id" | "header" | "isSortable" | "isDescFirst"
	>[];
	readonly layout: TableLayout;
	readonly onLayoutChange: (layout: TableLayout) => void;
	readonly onReset: () => void;
	/** Where the header is not shown, one sorts here. */
	readonly onSortChange: (sort: readonly TableSort[]) => void;
	readonly labels: ColumnMenuLabels;
}

/** Chooses, orders and, where there is no header, sorts by columns: those on
 *  screen first, in their order. */
export function ColumnMenu(props: ColumnMenuProps) {
	const { labels } = props;
	return (
		<Popover position="bottom-end" withinPortal trapFocus shadow="md">
			<Popover.Target>
				<Button
					size="compact-sm"
					variant="default"
					leftSection={<IconColumns3 size={16} aria-hidden />}
				>
					{labels.columns}
				</Button>
			</Popover.Target>
			<Popover.Dropdown p="xs">
				<ColumnLines {...props} />
				<Button
					mt="xs"
					fullWidth
					size="compact-sm"
					variant="subtle"
					onClick={props.onReset}
				>
					<Text size="xs">{labels.reset}</Text>
				</Button>
			</Popover.Dropdown>
		</Popover>
	);
}

/** Made only while the menu is open. */
function ColumnLines(props: ColumnMenuProps) {
	const { columns, layout, onLayoutChange, labels } = props;
	const shown = layout.columns.flatMap(
		(id) => columns.find((column) => column.id === id) ?? [],
	);
	const hidden = columns.filter(({ id }) => !layout.columns.includes(id));

	function move(place: number, by: number): void {
		const ids = shown.map(({ id }) => id);
		const [id] = ids.splice(place, 1);
		if (id !== undefined) ids.splice(place + by, 0, id);
		onLayoutChange({ ...layout, columns: ids });
	}
	function show(id: string, isShown: boolean): void {
		const others = layout.columns.filter((column) => column !== id);
		onLayoutChange({ ...layout, columns: isShown ? [...others, id] : others });
	}

	return (
		<div className={styles.list}>
			{[...shown, ...hidden].map((column, place) => {
				const isShown = place < shown.length;
				return (
					<div key={column.id} className={styles.line}>
						<Checkbox
							size="xs"
							label={column.header}
							checked={isShown}
							disabled={isShown && shown.length === 1}
							onChange={(event) => show(column.id, event.currentTarget.checked)}
						/>
						<span className={styles.space} />
						{column.isSortable ? (
							<IconButton
								label={labels.sortBy(column.header)}
								icon={IconSortAscending}
								onClick={() =>
									props.onSortChange([
										{ id: column.id, desc: column.isDescFirst === true },
									])
								}
							/>
						) : null}
						<IconButton
							label={labels.moveUp(column.header)}
							icon={IconArrowUp}
							isDisabled={!isShown || place === 0}
							onClick={() => move(place, -1)}
						/>
						<IconButton
							label={labels.moveDown(column.header)}
							icon={IconArrowDown}
							isDisabled={!isShown || place === shown.length - 1}
							onClick={() => move(place, 1)}
						/>
					</div>
				);
			})}
		</div>
	);
}

interface IconButtonProps {
	readonly label: string;
	readonly icon: typeof IconArrowUp;
	readonly isDisabled?: boolean;
	readonly onClick: () => void;
}

function IconButton({
	label,
	icon: Icon,
	isDisabled,
	onClick,
}: IconButtonProps) {
	return (
		<ActionIcon
			size={24}
			variant="subtle"
			color="gray"
			aria-label={label}
			title={label}
			disabled={isDisabled === true}
			onClick={onClick}
		>
			<Icon size={14} aria-hidden />
		</ActionIcon>
	);
}
