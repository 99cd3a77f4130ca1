import { Anchor, Button } from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import type { CallResult } from "@xo/client";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { AppLink } from "../../app/AppLink.tsx";
import { useAction } from "../../calls/use-action.ts";
import { useCall } from "../../calls/use-call.ts";
import { useLiveQuery } from "../../live/use-live-query.ts";
import { nameOf } from "../../objects/read-row.ts";
import { objectPath } from "../../paths.ts";
import { Page } from "../../shell/Page.tsx";
import { ACL_TYPES, AclDialog } from "./AclDialog.tsx";
import { NothingYet } from "./NothingYet.tsx";
import { RecordTable } from "./RecordTable.tsx";
import { RowAction } from "./RowAction.tsx";

type Acl = CallResult<"acl.get">[number];

/** More than these are shown by their ids. */
const NAMED = 200;

/** Names of the objects that rights are given on. */
function useObjects(ids: readonly string[]) {
	const wanted = [...new Set(ids)].slice(0, NAMED);
	const { result } = useLiveQuery(
		{
			types: ACL_TYPES,
			filter: `id:|(${wanted.map((id) => JSON.stringify(id)).join(" ")})`,
			fields: ["name_label"],
			window: { offset: 0, limit: NAMED },
		},
		{ isEnabled: wanted.length > 0 },
	);
	return new Map(result?.rows.map((row) => [row.id, row]));
}

function useSubjects(): ReadonlyMap<string, string> {
	const { data: users = [] } = useCall("user.getAll");
	const { data: groups = [] } = useCall("group.getAll");
	return new Map([
		...users.map(({ id, email }) => [id, email] as const),
		...groups.map(({ id, name }) => [id, name] as const),
	]);
}

/** Who may do what with which objects. */
export function AclsPage() {
	const { t } = useTranslation();
	const [isAdding, setIsAdding] = useState(false);
	const { data, error } = useCall("acl.get");
	const remove = useAction("acl.remove", { invalidates: ["acl.get"] });
	const objects = useObjects(data?.map(({ object }) => object) ?? []);
	const subjects = useSubjects();
	const objectName = ({ object }: Acl) =>
		nameOf(objects.get(object) ?? { id: object, type: "" });
	const subjectName = ({ subject }: Acl) => subjects.get(subject) ?? subject;
	const add = () => setIsAdding(true);
	const renderObject = (acl: Acl) => {
		const type = objects.get(acl.object)?.type;
		const path = type && objectPath(type, acl.object);
		if (path === undefined) return objectName(acl);
		return (
			<Anchor component={AppLink} to={path} size="sm">
				{objectName(acl)}
			</Anchor>
		);
	};
	return (
		<Page
			title={t("nav.acls")}
			subtitle={t("settings.acl.intro")}
			actions={
				<Button leftSection={<IconPlus size={14} />} onClick={add}>
					{t("settings.acl.add")}
				</Button>
			}
		>
			<RecordTable
				label={t("nav.acls")}
				columns={[
					{
						id: "subject",
						label: t("settings.acl.subject"),
						text: subjectName,
						render: subjectName,
					},
					{
						id: "action",
						label: t("settings.acl.role"),
						text: ({ action }) => action,
						render: ({ action }) =>
							t(`settings.acl.roles.${action}`, { defaultValue: action }),
					},
					{
						id: "object",
						label: t("settings.acl.object"),
						text: objectName,
						render: renderObject,
					},
					{
						id: "type",
						label: t("settings.acl.type"),
						render: ({ object }) => objects.get(object)?.type ?? "",
					},
				]}
				rows={data}
				error={error}
				empty={<NothingYet text={t("settings.acl.none")} />}
				renderActions={(acl) => (
					<RowAction
						icon={IconTrash}
						label={t("settings.acl.remove")}
						name={`${subjectName(acl)}, ${objectName(acl)}`}
						onClick={() => {
							const { subject, object, action } = acl;
							remove.mutate({ subject, object, action });
						}}
					/>
				)}
			/>
			{isAdding && <AclDialog onClose={() => setIsAdding(false)} />}
		</Page>
	);
}
