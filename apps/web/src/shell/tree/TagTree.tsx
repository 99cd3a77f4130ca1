import { Box, Text, UnstyledButton } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconChevronRight, IconTag } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { AppLink } from "../../app/AppLink.tsx";
import { useLiveQuery } from "../../live/use-live-query.ts";
import { objectIcon } from "../../objects/object-types.ts";
import { PowerState } from "../../objects/PowerState.tsx";
import { objectPath } from "../../paths.ts";
import classes from "./tree.module.css";
import { TAGGED_TYPES, tagFilter } from "./tree-views.ts";

const SHOWN = 200;

/** Every tag, with the objects that have it. */
export function TagTree(props: {
	readonly search: string;
	readonly onNavigate: () => void;
}) {
	const { t } = useTranslation();
	const { result, status } = useLiveQuery({
		types: TAGGED_TYPES,
		filter: "tags?",
		window: { offset: 0, limit: 0 },
		groupBy: "tags",
	});
	const search = props.search.trim().toLowerCase();
	const tags = result?.groups.filter(
		({ key }) => typeof key === "string" && key.toLowerCase().includes(search),
	);
	if (status === "live" && tags?.length === 0) {
		return (
			<Text size="sm" c="dimmed" p="sm">
				{t(search === "" ? "tree.noTags" : "tree.noMatch")}
			</Text>
		);
	}
	return (
		<Box
			component="ul"
			className={classes.list}
			opacity={status === "stale" ? 0.5 : 1}
		>
			{tags?.map(({ id, key, count }) => (
				<Tag
					key={id}
					tag={String(key)}
					count={count}
					onNavigate={props.onNavigate}
				/>
			))}
		</Box>
	);
}

function Tag(props: {
	readonly tag: string;
	readonly count: number;
	readonly onNavigate: () => void;
}) {
	const { tag, count } = props;
	const [isOpen, { toggle }] = useDisclosure(false);
	return (
		<li>
			<UnstyledButton
				className={classes.item}
				aria-expanded={isOpen}
				onClick={toggle}
			>
				<span className={classes.toggle} data-open={isOpen || undefined}>
					<IconChevronRight size={14} aria-hidden />
				</span>
				<IconTag size={15} stroke={1.5} className={classes.icon} aria-hidden />
				<span className={classes.name}>{tag}</span>
				<span className={classes.count}>{count}</span>
			</UnstyledButton>
			{isOpen && <Tagged tag={tag} onNavigate={props.onNavigate} />}
		</li>
	);
}

function Tagged(props: {
	readonly tag: string;
	readonly onNavigate: () => void;
}) {
	const { t } = useTranslation();
	const { result } = useLiveQuery({
		types: TAGGED_TYPES,
		filter: tagFilter(props.tag),
		sort: [{ key: "type" }, { key: "name_label" }],
		fields: ["name_label", "power_state"],
		window: { offset: 0, limit: SHOWN },
	});
	const hidden = (result?.total ?? 0) - (result?.rows.length ?? 0);
	return (
		<ul className={classes.sublist}>
			{result?.rows.map((row) => {
				const TypeIcon = objectIcon(row.type);
				return (
					<li key={row.id}>
						<AppLink
							to={objectPath(row.type, row.id) ?? ""}
							className={classes.item}
							onClick={props.onNavigate}
						>
							<TypeIcon
								size={15}
								stroke={1.5}
								className={classes.icon}
								aria-hidden
							/>
							<span className={classes.name}>
								{String(row.name_label || row.id)}
							</span>
							{typeof row.power_state === "string" && (
								<PowerState state={row.power_state} iconOnly size={11} />
							)}
						</AppLink>
					</li>
				);
			})}
			{hidden > 0 && (
				<li className={classes.item}>{t("tree.more", { count: hidden })}</li>
			)}
		</ul>
	);
}
