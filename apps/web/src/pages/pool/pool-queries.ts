import type { QueryParams } from "@xo/client";
import { detailQuery } from "../../details/use-detail.ts";
import { pools } from "../../lists/types/pools.ts";
import { dashboardQueries } from "../dashboard/queries.ts";
import { poolScope } from "../dashboard/scope.ts";

/** What the page of a pool asks for first. */
export function poolQueries(id: string): readonly QueryParams[] {
	return [detailQuery(pools, id)];
}

/** What its overview asks for first. */
export function poolOverviewQueries(id: string): readonly QueryParams[] {
	return dashboardQueries(poolScope(id));
}
