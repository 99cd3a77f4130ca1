import type { XoPatch, XoPoolPatch } from "@xo/contract";
import type { Context } from "../context.ts";
import {
	flag,
	number,
	refOf,
	strings,
	text,
	timestamp,
	type XapiRecord,
} from "../records.ts";
import { base } from "./base.ts";

export function derivePatch(patch: XapiRecord, context: Context): XoPatch {
	const poolPatchRef = refOf(patch, "pool_patch");
	const poolPatch = context.record("pool_patch", poolPatchRef);
	// Without it, the host's own copy tells the most.
	const source = poolPatch ?? patch;
	return {
		...base("patch", patch, context),
		$host: context.link("host", refOf(patch, "host")),
		applied: flag(patch, "applied"),
		description: text(source, "name_description"),
		name: text(source, "name_label"),
		enforceHomogeneity:
			poolPatch !== undefined && flag(poolPatch, "pool_applied"),
		guidance: poolPatch ? strings(poolPatch, "after_apply_guidance") : [],
		pool_patch: poolPatchRef ?? "OpaqueRef:NULL",
		size: number(source, "size"),
		time: timestamp(patch, "timestamp_applied"),
	};
}

export function derivePoolPatch(
	patch: XapiRecord,
	context: Context,
): XoPoolPatch {
	const common = base("pool_patch", patch, context);
	return {
		...common,
		id: context.ref,
		uuid: context.ref,
		dataUuid: common.uuid,
		description: text(patch, "name_description"),
		name: text(patch, "name_label"),
		guidance: strings(patch, "after_apply_guidance"),
		size: number(patch, "size"),
		$host_patches: context.links("host_patch", strings(patch, "host_patches")),
	};
}
