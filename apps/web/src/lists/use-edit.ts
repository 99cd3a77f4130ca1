import { notifications } from "@mantine/notifications";
import { useTranslation } from "react-i18next";
import { errorText } from "../calls/error-text.ts";
import { useSessionStore } from "../session/session-context.ts";
import type { SetMethod } from "./model.ts";

export type EditedField = "name_label" | "name_description";

export function isEdited(id: string): id is EditedField {
	return id === "name_label" || id === "name_description";
}

/** Changes names, descriptions and tags; what fails is told to the user. */
export function useEdit(set: SetMethod | undefined) {
	const session = useSessionStore();
	const { t } = useTranslation();

	async function told(work: Promise<unknown>): Promise<void> {
		try {
			await work;
		} catch (error) {
			notifications.show({
				color: "vermilion",
				title: t("lists.editFailed"),
				message: errorText(error, t),
			});
		}
	}

	return {
		canEdit: set !== undefined,
		setText(id: string, field: EditedField, value: string): void {
			if (set !== undefined) {
				void told(session.call(set, { id, [field]: value }));
			}
		},
		setTags(
			id: string,
			before: readonly string[],
			after: readonly string[],
		): void {
			const changes = [
				...after
					.filter((tag) => !before.includes(tag))
					.map((tag) => session.call("tag.add", { id, tag })),
				...before
					.filter((tag) => !after.includes(tag))
					.map((tag) => session.call("tag.remove", { id, tag })),
			];
			void told(Promise.all(changes));
		},
	};
}
