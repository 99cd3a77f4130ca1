import { z } from "zod";
import { lazily } from "../lazily.ts";
import { tokenSchema } from "../objects/index.ts";
import { defineOperation, type RestRoute } from "../operation.ts";
import { done, id, noObjects, secret, text } from "./common.ts";

const newToken = lazily(() =>
	z.strictObject({
		client: z.looseObject({ id }).optional(),
		description: text.optional(),
		expiresIn: z.union([z.number(), z.string()]).optional(),
	}),
);

const selection = lazily(() =>
	z.strictObject({
		tokens: z.array(secret).max(10_000).optional(),
		pattern: z.record(z.string(), z.unknown()).optional(),
	}),
);

const signedIn = { access: "signed-in", objects: noObjects } as const;

const createRoute = {
	method: "POST",
	kind: "direct",
	status: 201,
	body: newToken,
	privilege: { resource: "user", action: "create-token" },
	toBody: (token: unknown) => ({ token }),
} as const satisfies Omit<RestRoute, "path">;

export const tokenOperations = {
	"token.create": defineOperation({
		...signedIn,
		description:
			"Create a token for the caller, or renew the one of the same client.",
		params: newToken,
		result: () => z.string().meta({ secret: true }),
		effect: "write",
		errors: ["invalidParameters"],
	}),
	"token.createRecord": defineOperation({
		...signedIn,
		rpc: false,
		description: "Create a token for the caller; gives its record.",
		params: () => newToken().extend({ userId: id.optional() }),
		result: tokenSchema,
		effect: "write",
		errors: ["forbiddenOperation", "invalidParameters"],
		rest: [
			{
				...createRoute,
				path: "/users/{id}/authentication_tokens",
				toParams: ({ path, body }) => ({ ...body, userId: path.id }),
			},
			{ ...createRoute, path: "/users/authentication_tokens" },
		],
	}),
	"token.set": defineOperation({
		...signedIn,
		description: "Change the description of one of the caller's tokens.",
		params: () => z.strictObject({ id: secret, description: text.nullish() }),
		result: () => done,
		effect: "write",
		errors: ["noSuchObject"],
	}),
	"token.deleteOwn": defineOperation({
		...signedIn,
		description: "Delete tokens of the caller, by secret or by pattern.",
		params: selection,
		result: () => done,
		effect: "write",
		errors: ["invalidParameters"],
	}),
	"token.delete": defineOperation({
		access: "admin",
		objects: noObjects,
		description: "Delete tokens of anyone, by secret or by pattern.",
		params: selection,
		result: () => done,
		effect: "write",
		errors: ["invalidParameters"],
	}),
} as const;
