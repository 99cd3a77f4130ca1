import {
	ActionIcon,
	Button,
	Checkbox,
	Group,
	SegmentedControl,
	TextInput,
} from "@mantine/core";
import { IconPlus, IconX } from "@tabler/icons-react";
import { useState } from "react";
import type { SearchProperty } from "./completion.ts";
import styles from "./QueryBuilder.module.css";
import {
	emptyQuery,
	type QueryBuilderLabels,
	type QueryGroup,
	type QueryNode,
	type QueryText,
	replaceAt,
} from "./query.ts";
import { operatorsOf, RuleEditor } from "./RuleEditor.tsx";

/** The same text as a search box has, and how to read and write it. */
export interface QueryBuilderProps {
	/** The search that is built, as text. */
	readonly value: string;
	readonly onChange: (text: string) => void;
	/** Nothing where the text is not valid: what was built stays. */
	readonly parse: (text: string) => QueryNode | undefined;
	/** Leaves out rules that are not complete yet. */
	readonly print: (node: QueryNode) => string;
	readonly properties: readonly SearchProperty[];
	readonly labels: QueryBuilderLabels;
}

/** Builds a search from fields; it writes, and reads, the same text as the
 *  search box. */
export function QueryBuilder(props: QueryBuilderProps) {
	const { value, parse, print, onChange } = props;
	const [state, setState] = useState(() => read(value));
	// Rules that are not complete are in no text: keep them while it is ours.
	if (state.text !== value) setState(read(value));

	function read(text: string): { text: string; root: QueryGroup } {
		const node = parse(text);
		return { text, root: node === undefined ? emptyQuery : rootOf(node) };
	}

	function change(root: QueryGroup | undefined): void {
		const text = print(root ?? emptyQuery);
		setState({ text, root: root ?? emptyQuery });
		onChange(text);
	}

	return (
		<GroupEditor
			group={state.root}
			properties={props.properties}
			labels={props.labels}
			onChange={change}
			isRoot
		/>
	);
}

function rootOf(node: QueryNode): QueryGroup {
	return node.kind === "group" && !node.isNegated
		? node
		: { ...emptyQuery, children: [node] };
}

interface EditorProps {
	readonly properties: readonly SearchProperty[];
	readonly labels: QueryBuilderLabels;
}

interface GroupEditorProps extends EditorProps {
	readonly group: QueryGroup;
	/** Without a group: take it out. */
	readonly onChange: (group: QueryGroup | undefined) => void;
	readonly isRoot?: boolean;
}

function GroupEditor(props: GroupEditorProps) {
	const { group, properties, labels, onChange, isRoot } = props;
	const [first] = properties;

	function setChild(place: number, child: QueryNode | undefined): void {
		onChange({ ...group, children: replaceAt(group.children, place, child) });
	}
	function add(child: QueryNode): void {
		onChange({ ...group, children: [...group.children, child] });
	}

	return (
		<fieldset className={styles.group} aria-label={labels.combine}>
			<div className={styles.line}>
				<SegmentedControl
					size="xs"
					aria-label={labels.combine}
					value={group.combine}
					onChange={(combine) =>
						onChange({ ...group, combine: combine === "any" ? "any" : "all" })
					}
					data={[
						{ value: "all", label: labels.all },
						{ value: "any", label: labels.any },
					]}
				/>
				{isRoot ? null : (
					<>
						<Checkbox
							size="xs"
							label={labels.not}
							checked={group.isNegated}
							onChange={(event) =>
								onChange({ ...group, isNegated: event.currentTarget.checked })
							}
						/>
						<RemoveButton
							label={labels.remove}
							onClick={() => onChange(undefined)}
						/>
					</>
				)}
			</div>
			{group.children.map((child, place) => (
				<NodeEditor
					// biome-ignore lint/suspicious/noArrayIndexKey: rules have no identity but their place
					key={place}
					node={child}
					properties={properties}
					labels={labels}
					onChange={(next) => setChild(place, next)}
				/>
			))}
			<Group gap="xs">
				<Button
					size="compact-sm"
					variant="default"
					leftSection={<IconPlus size={14} aria-hidden />}
					onClick={() =>
						first &&
						add({
							kind: "rule",
							property: first.name,
							operator: operatorsOf(first)[0] ?? "contains",
							value: "",
							isNegated: false,
						})
					}
				>
					{labels.addRule}
				</Button>
				<Button
					size="compact-sm"
					variant="subtle"
					onClick={() => add({ ...emptyQuery, combine: "any" })}
				>
					{labels.addGroup}
				</Button>
			</Group>
		</fieldset>
	);
}

interface NodeEditorProps extends EditorProps {
	readonly node: QueryNode;
	readonly onChange: (node: QueryNode | undefined) => void;
}

function NodeEditor(props: NodeEditorProps) {
	const { node, labels, onChange } = props;
	if (node.kind === "group") return <GroupEditor {...props} group={node} />;
	return (
		<div className={styles.line}>
			{node.kind === "rule" ? (
				<RuleEditor {...props} rule={node} />
			) : (
				<TextEditor node={node} label={labels.text} onChange={onChange} />
			)}
			<RemoveButton label={labels.remove} onClick={() => onChange(undefined)} />
		</div>
	);
}

interface TextEditorProps {
	readonly node: QueryText;
	readonly label: string;
	readonly onChange: (node: QueryText) => void;
}

function TextEditor({ node, label, onChange }: TextEditorProps) {
	return (
		<TextInput
			size="xs"
			className={styles.value}
			aria-label={label}
			value={node.text}
			onChange={(event) =>
				onChange({ kind: "text", text: event.currentTarget.value })
			}
		/>
	);
}

function RemoveButton(props: { label: string; onClick: () => void }) {
	return (
		<ActionIcon
			size={24}
			variant="subtle"
			color="gray"
			aria-label={props.label}
			onClick={props.onClick}
		>
			<IconX size={14} aria-hidden />
		</ActionIcon>
	);
}
