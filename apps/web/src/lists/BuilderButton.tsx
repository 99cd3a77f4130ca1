import { ActionIcon, Loader, Popover } from "@mantine/core";
import { IconAdjustmentsHorizontal } from "@tabler/icons-react";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import type { BuilderProps } from "./Builder.tsx";

/** Few users build searches: who does waits a moment for it. */
const Builder = lazy(async () => {
	const { Builder } = await import("./Builder.tsx");
	return { default: Builder };
});

/** Opens the builder of searches. */
export function BuilderButton(props: BuilderProps) {
	const { t } = useTranslation();
	return (
		<Popover position="bottom-end" width={560} shadow="md" trapFocus>
			<Popover.Target>
				<ActionIcon
					variant="subtle"
					color="gray"
					aria-label={t("lists.openBuilder")}
					title={t("lists.openBuilder")}
				>
					<IconAdjustmentsHorizontal size={16} aria-hidden />
				</ActionIcon>
			</Popover.Target>
			<Popover.Dropdown
				aria-label={t("lists.openBuilder")}
				maw="95vw"
				mah="70vh"
				style={{ overflow: "auto" }}
			>
				<Suspense fallback={<Loader size="sm" />}>
					<Builder {...props} />
				</Suspense>
			</Popover.Dropdown>
		</Popover>
	);
}
