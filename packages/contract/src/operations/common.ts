import { z } from "zod";
import type { ObjectRule } from "../operation.ts";

export const id = z.string().min(1);

/** Text that may be empty, bounded. */
export const text = z.string().max(65_536);

/** Most names and labels: not empty, as clients expect. */
export const name = z.string().min(1).max(4_096);

/** Redacted wherever a call is recorded. */
export const secret = z.string().min(1).max(4_096).meta({ secret: true });

/** Handlers that return nothing answer `true`. */
export const done = z.literal(true);

export const noObjects: Readonly<Record<string, ObjectRule>> = {};

/** Bytes, or text such as `2 GiB`. */
export const size = z.union([z.int().min(0), z.string().min(1).max(64)]);

/** Few enough to be handled one by one. */
export const addresses = z.array(z.string().min(1).max(64)).max(256);

export const mac = z
	.string()
	.regex(/^[0-9a-f]{2}([:-][0-9a-f]{2}){5}$/i, "not a MAC address");
