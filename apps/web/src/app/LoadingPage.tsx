import { Center, Loader } from "@mantine/core";
import { useTranslation } from "react-i18next";

export function LoadingPage() {
	const { t } = useTranslation();
	return (
		<Center mih={200}>
			<Loader size="sm" role="status" aria-label={t("state.loading")} />
		</Center>
	);
}
