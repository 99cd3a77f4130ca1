import { Anchor, Group, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { AppLink } from "../app/AppLink.tsx";
import { useObject } from "../live/use-live-query.ts";
import { objectPath } from "../paths.ts";
import { useIsAdmin } from "../session/session-context.ts";
import { objectIcon } from "./object-types.ts";

/** The name of an object that is known by its id only, with its icon, as a link
 *  to its page; or that the user may not see it. */
export function ObjectLink(props: {
	readonly type: string;
	readonly id: string;
	/** When it is known already. */
	readonly name?: string | undefined;
	/** Known to be nothing that the user may see. */
	readonly isHidden?: boolean;
}) {
	const { type, id, name } = props;
	const { t } = useTranslation();
	const isAdmin = useIsAdmin();
	const { row, isMissing } = useObject(
		type,
		name === undefined ? id : undefined,
		["name_label"],
	);
	const label = name ?? row?.name_label;
	const known = typeof label === "string" && label !== "" ? label : id;
	const isHidden =
		props.isHidden || (isMissing && name === undefined && !isAdmin);
	const text = isHidden ? t("state.notShared") : known;
	const path = isHidden ? undefined : objectPath(type, id);
	const TypeIcon = objectIcon(type);
	return (
		<Group
			gap={6}
			wrap="nowrap"
			component="span"
			display="inline-flex"
			maw="100%"
		>
			<TypeIcon size={14} stroke={1.5} aria-hidden />
			{path === undefined ? (
				<Text span size="sm" truncate {...(isHidden ? { c: "dimmed" } : {})}>
					{text}
				</Text>
			) : (
				<Anchor component={AppLink} to={path} size="sm" truncate>
					{text}
				</Anchor>
			)}
		</Group>
	);
}
