import { ApiError, type XoObject } from "@xo/contract";
import type { Store } from "@xo/store";
import type { HandlersOf } from "../api/handlers.ts";
import type { PoolConnectionService } from "../pools/pool-connection-service.ts";
import { callByName } from "../pools/refs.ts";
import { xapiClassOf } from "../pools/xapi-class.ts";

const PREFIX = "tag:";

export function createTagHandlers(dependencies: {
	readonly store: Store;
	readonly pools: PoolConnectionService;
}): HandlersOf<"tag"> {
	const { store, pools } = dependencies;

	async function change(
		verb: "add_tags" | "remove_tags",
		object: XoObject | undefined,
		tag: string,
	): Promise<void> {
		if (object === undefined || !("tags" in object)) {
			throw new ApiError("invalidParameters", {
				message: `a ${object?.type ?? "missing object"} has no tags`,
				data: {},
			});
		}
		const className = xapiClassOf(object.type);
		await callByName(pools.xapiForWrite(object), `${className}.${verb}`, [
			object._xapiRef,
			tag,
		]);
	}

	return {
		"tag.add": ({ objects, params }) =>
			change("add_tags", objects.object, params.tag),
		"tag.remove": ({ objects, params }) =>
			change("remove_tags", objects.object, params.tag),
		"tag.set": async ({ params: { id, color } }) => {
			const value = color?.startsWith("#") === false ? `#${color}` : color;
			await store.settings.set(PREFIX + id, value ?? undefined);
		},
		"tag.getAllConfigured": () =>
			[...store.settings.list(PREFIX)].map(([key, color]) => ({
				id: key.slice(PREFIX.length),
				color: String(color),
			})),
	};
}
