import { useDocumentTitle } from "@mantine/hooks";
import type { ComponentProps } from "react";
import { Notice } from "./Notice.tsx";
import { PRODUCT } from "./product.ts";

/** In place of a whole page: what is the matter and what to do. */
export function StatePage(props: Omit<ComponentProps<typeof Notice>, "order">) {
	useDocumentTitle(`${props.title} · ${PRODUCT}`);
	return <Notice {...props} order={1} />;
}
