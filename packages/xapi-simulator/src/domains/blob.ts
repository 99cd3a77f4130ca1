import type { CallContext, HandlerTable, Ref } from "../core/types.ts";
import { map } from "./record.ts";
import { raise } from "./rules/refusal.ts";

function create(
	{ db, pool }: CallContext,
	...[mime_type, isPublic = false, name_label = ""]: [string, boolean?, string?]
): Ref {
	return db.create("blob", {
		name_label,
		mime_type: mime_type === "" ? "application/octet-stream" : mime_type,
		public: isPublic,
		size: 0,
		last_updated: pool.nowIso(),
	});
}

/** `create_new_blob` of a class: a blob under a name of the object's own. */
function createIn(className: string) {
	return (
		context: CallContext,
		...[owner, name, mimeType, isPublic]: [Ref, string, string, boolean?]
	): Ref => {
		const blobs = map(context.db.get(className, owner), "blobs");
		if (blobs[name] !== undefined)
			raise(["MAP_DUPLICATE_KEY", className, "blobs", owner, name]);
		const blob = create(context, mimeType, isPublic, name);
		const changed = { ...blobs, [name]: blob };
		context.db.update(className, owner, { blobs: changed });
		return blob;
	};
}

export const blobHandlers: HandlerTable = {
	"blob.create": (context, mimeType: string, isPublic?: boolean) =>
		create(context, mimeType, isPublic),
	"blob.destroy": ({ db }, blob: Ref) => {
		db.destroy("blob", blob);
		return undefined;
	},
	"VM.create_new_blob": createIn("VM"),
	"host.create_new_blob": createIn("host"),
	"SR.create_new_blob": createIn("SR"),
	"network.create_new_blob": createIn("network"),
	"pool.create_new_blob": createIn("pool"),
};
