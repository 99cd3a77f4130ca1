import { useRouter } from "@tanstack/react-router";
import type { ComponentPropsWithRef, MouseEvent } from "react";
import { isPlainClick } from "./plain-click.ts";

/** Who stays over a link that long means it. */
const INTENT_MS = 50;

/** A link to a page; `to` comes from `paths`. Mantine's components take it as
 *  `component={AppLink}`. The router's own links follow each change of the
 *  address to know whether they are active: pages have too many for that. */
export function AppLink(
	props: Omit<ComponentPropsWithRef<"a">, "href"> & { readonly to: string },
) {
	const { to, onClick, onMouseEnter, onFocus, onTouchStart, ...rest } = props;
	const router = useRouter();

	function follow(event: MouseEvent<HTMLAnchorElement>): void {
		onClick?.(event);
		if (event.defaultPrevented || !isPlainClick(event)) return;
		event.preventDefault();
		void router.navigate(pageAt(to));
	}
	function preload(): void {
		void router.preloadRoute(pageAt(to));
	}
	function preloadIfMeant({ currentTarget }: MouseEvent): void {
		setTimeout(() => {
			if (currentTarget.matches(":hover")) preload();
		}, INTENT_MS);
	}

	return (
		<a
			{...rest}
			href={to}
			onClick={follow}
			onMouseEnter={(event) => {
				onMouseEnter?.(event);
				preloadIfMeant(event);
			}}
			onFocus={(event) => {
				onFocus?.(event);
				preload();
			}}
			onTouchStart={(event) => {
				onTouchStart?.(event);
				preload();
			}}
		/>
	);
}

/** As the router wants an address. */
function pageAt(address: string) {
	const [to = "/", search] = address.split("?");
	return {
		to,
		...(search === undefined
			? {}
			: {
					search: Object.fromEntries(new URLSearchParams(search)) as never,
				}),
	};
}
