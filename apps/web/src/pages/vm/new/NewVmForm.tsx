import { Button, Checkbox, Text, Tooltip } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMay } from "../../../actions/use-may.ts";
import { useAction } from "../../../calls/use-action.ts";
import { Sections } from "../../../details/Section.tsx";
import { FormBar } from "../../../forms/FormBar.tsx";
import { paths } from "../../../paths.ts";
import { BasicsSection } from "./BasicsSection.tsx";
import { DisksSection } from "./DisksSection.tsx";
import { type Origin, startDraft } from "./draft.ts";
import { InstallSection } from "./InstallSection.tsx";
import { MoreSection } from "./MoreSection.tsx";
import { NetworkSection } from "./NetworkSection.tsx";
import { toParams } from "./params.ts";
import type { PartProps } from "./part-props.ts";
import { problemsOf } from "./problems.ts";

/** The form for one template. */
export function NewVmForm({ origin }: { readonly origin: Origin }) {
	const { t } = useTranslation();
	const navigate = useNavigate();
	const may = useMay();
	const { template } = origin;
	const [draft, setDraft] = useState(() => startDraft(origin));
	// What has not been touched yet is not called wrong before it is sent.
	const [isTried, setTried] = useState(false);
	const create = useAction("vm.create", {
		failure: t("newVm.failed"),
		onSuccess: (_, { name_label }) => {
			notifications.show({
				color: "teal",
				title: t("newVm.created"),
				message: name_label,
			});
		},
	});
	const problems = problemsOf(draft, template);
	const isWrong = Object.keys(problems).length > 0;
	const waitsForTry = new Set(["name", "iso", "url"]);
	const problem = (field: string) => {
		const key = problems[field];
		if (key === undefined || (!isTried && waitsForTry.has(field))) {
			return undefined;
		}
		return t(key);
	};
	const reason = may(template, "administrate") ? undefined : t("newVm.noRight");
	const submit = () => {
		setTried(true);
		if (isWrong || reason !== undefined) return;
		create.mutate(toParams(draft, template), {
			onSuccess: (id) => void navigate({ to: paths.vm(id) }),
		});
	};
	const part: PartProps = {
		origin,
		draft,
		onChange: (change) => setDraft({ ...draft, ...change }),
		problem,
	};
	return (
		<form
			noValidate
			aria-label={t("newVm.title")}
			onSubmit={(event) => {
				event.preventDefault();
				submit();
			}}
		>
			<Sections>
				<BasicsSection {...part} />
				<InstallSection {...part} />
				<DisksSection {...part} />
				<NetworkSection {...part} />
				<MoreSection {...part} />
			</Sections>
			<FormBar>
				{isTried && isWrong && (
					<Text size="sm" role="alert">
						{problem("form") ??
							t("newVm.problemCount", {
								count: Object.keys(problems).length,
							})}
					</Text>
				)}
				<Checkbox
					label={t("newVm.start")}
					checked={draft.isStarted}
					onChange={(event) =>
						part.onChange({ isStarted: event.currentTarget.checked })
					}
				/>
				<Tooltip label={reason} disabled={reason === undefined}>
					<Button
						type="submit"
						loading={create.isPending}
						aria-disabled={reason !== undefined}
						data-disabled={reason !== undefined || undefined}
					>
						{t("newVm.create")}
					</Button>
				</Tooltip>
			</FormBar>
		</form>
	);
}
