import type { QueryParams } from "@xo/client";
import { scopeOf } from "../../details/scope.ts";
import { detailQuery } from "../../details/use-detail.ts";
import { hosts } from "../../lists/types/hosts.ts";
import { dashboardQueries } from "../dashboard/queries.ts";
import { hostScope } from "../dashboard/scope.ts";

/** The pool that a host is the master of, if there is one. */
export function masteredPool(id: string): QueryParams {
	return {
		types: ["pool"],
		filter: scopeOf("master", id),
		window: { offset: 0, limit: 0 },
	};
}

/** What the page of a host asks for first. */
export function hostQueries(id: string): readonly QueryParams[] {
	return [detailQuery(hosts, id), masteredPool(id)];
}

/** What its overview asks for first. */
export function hostOverviewQueries(id: string): readonly QueryParams[] {
	return dashboardQueries(hostScope(id));
}
