import { z } from "zod";
import { lazily } from "../lazily.ts";
import { tokenSchema, userSchema } from "../objects/index.ts";
import { defineOperation } from "../operation.ts";
import { done, id, name, noObjects, secret } from "./common.ts";
import { routesOf } from "./rest-routes.ts";

const routes = routesOf("user");

const admin = { access: "admin", objects: noObjects } as const;
const signedIn = { access: "signed-in", objects: noObjects } as const;

const permission = lazily(() => z.enum(["none", "admin"]));
const preferences = lazily(() =>
	z.record(z.string(), z.unknown()).meta({ secret: true }),
);

export const userOperations = {
	"user.create": defineOperation({
		...admin,
		description: "Create a user; gives the id.",
		params: () =>
			z.strictObject({
				email: name,
				password: secret,
				permission: permission().optional(),
			}),
		result: () => id,
		effect: "write",
		errors: ["objectAlreadyExists"],
		rest: [
			routes.create({
				body: () =>
					z.strictObject({
						name,
						password: secret,
						permission: permission().optional(),
					}),
				toParams: ({ body: { name, ...rest } }) => ({ ...rest, email: name }),
			}),
		],
	}),
	"user.getAll": defineOperation({
		...admin,
		description: "All users.",
		params: () => z.looseObject({}),
		result: () => z.array(userSchema()),
		effect: "read",
		errors: [],
	}),
	"user.getAuthenticationTokens": defineOperation({
		...signedIn,
		description: "Tokens of the caller.",
		params: () => z.looseObject({}),
		result: () => z.array(tokenSchema()),
		effect: "read",
		errors: [],
	}),
	"user.set": defineOperation({
		...signedIn,
		description:
			"Change a user. Who is not an administrator may change only the own preferences.",
		params: () =>
			z.strictObject({
				id,
				email: name.optional(),
				password: secret.optional(),
				permission: permission().optional(),
				preferences: preferences().optional(),
			}),
		result: () => done,
		effect: "write",
		errors: ["noSuchObject", "objectAlreadyExists", "invalidParameters"],
		rest: [
			routes.update({
				body: () =>
					z.strictObject({
						name: name.optional(),
						password: secret.optional(),
						permission: permission().optional(),
						preferences: preferences().optional(),
					}),
				ownFields: ["preferences"],
				toParams: ({ path, body: { name, ...rest } }) => ({
					...rest,
					...(name === undefined ? {} : { email: name }),
					id: path.id,
				}),
			}),
		],
	}),
	"user.changePassword": defineOperation({
		...signedIn,
		description: "Change the own password.",
		params: () => z.strictObject({ oldPassword: secret, newPassword: secret }),
		result: () => done,
		effect: "write",
		errors: ["invalidCredentials", "tooManyRequests"],
	}),
	"user.delete": defineOperation({
		...admin,
		description: "Delete a user, never oneself.",
		params: () => z.strictObject({ id }),
		result: () => done,
		effect: "write",
		errors: ["noSuchObject", "invalidParameters"],
		rest: [routes.remove()],
	}),
	"user.removeAuthProvider": defineOperation({
		...admin,
		description: "Unlink an external sign-in from a user.",
		params: () => z.strictObject({ id, authProvider: name }),
		result: () => done,
		effect: "write",
		errors: ["noSuchObject"],
	}),
} as const;
