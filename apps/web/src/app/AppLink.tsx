import { Link } from "@tanstack/react-router";
import type { ComponentPropsWithRef } from "react";

/** A link to a page; `to` comes from `paths`. Mantine's components take it as
 *  `component={AppLink}`. */
export function AppLink(
	props: Omit<ComponentPropsWithRef<"a">, "href"> & { readonly to: string },
) {
	const { to, ...rest } = props;
	const [path = "/", search] = to.split("?");
	return (
		<Link
			{...rest}
			to={path}
			// `/tasks` is another page than `/tasks/server`.
			activeOptions={{ exact: true, includeSearch: false }}
			search={
				search === undefined
					? undefined
					: (Object.fromEntries(new URLSearchParams(search)) as never)
			}
		/>
	);
}
