import type { ObjectType } from "../objects/index.ts";
import type { RestRoute } from "../operation.ts";

type More = Partial<RestRoute>;

/** How REST usually reaches what stands at `/<resource>s`, which is also what
 *  administrators grant: `vm`. */
export function routesOf(resource: string, objectType?: ObjectType) {
	const route = {
		path: `/${resource}s/{id}`,
		kind: "direct",
		status: 204,
		...(objectType && { objectType }),
	} as const;
	const on = (action: string) => ({ privilege: { resource, action } });
	return {
		read: (part: string, more: More = {}): RestRoute => ({
			...route,
			method: "GET",
			path: `${route.path}/${part}`,
			status: 200,
			...on("read"),
			...more,
		}),
		create: (more: More): RestRoute => ({
			method: "POST",
			path: `/${resource}s`,
			kind: "direct",
			status: 201,
			...on("create"),
			...more,
		}),
		update: (more: More): RestRoute => ({
			...route,
			method: "PATCH",
			...on("update"),
			...more,
		}),
		remove: (): RestRoute => ({
			...route,
			method: "DELETE",
			...on("delete"),
		}),
		action: (verb: string, granted = verb, more: More = {}): RestRoute => ({
			...route,
			method: "POST",
			path: `${route.path}/actions/${verb}`,
			kind: "action",
			...on(granted),
			...more,
		}),
	};
}
