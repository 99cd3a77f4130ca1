import { z } from "zod";
import { lazily } from "../lazily.ts";
import { userSchema } from "../objects/index.ts";
import { defineOperation } from "../operation.ts";
import { done, noObjects, secret } from "./common.ts";

const credentials = lazily(() =>
	z.looseObject({
		email: z.string().optional(),
		username: z.string().optional(),
		password: secret.optional(),
		otp: secret.optional(),
		token: secret.optional(),
	}),
);

const open = {
	access: "public",
	objects: noObjects,
	effect: "read",
} as const;

export const sessionOperations = {
	"session.signIn": defineOperation({
		...open,
		description: "Sign this connection in, by password or by token.",
		params: credentials,
		result: userSchema,
		errors: ["invalidCredentials", "tooManyRequests"],
	}),
	"session.signInWithPassword": defineOperation({
		...open,
		description: "Sign in by password; session.signIn does the same.",
		params: () =>
			z.strictObject({ email: z.string().min(1), password: secret }),
		result: userSchema,
		errors: ["invalidCredentials", "tooManyRequests"],
	}),
	"session.signInWithToken": defineOperation({
		...open,
		description: "Sign in by token; session.signIn does the same.",
		params: () => z.strictObject({ token: secret }),
		result: userSchema,
		errors: ["invalidCredentials"],
	}),
	"session.signOut": defineOperation({
		...open,
		access: "signed-in",
		description: "Forget the user of this connection.",
		params: () => z.looseObject({}),
		result: () => done,
		errors: [],
	}),
	"session.getUser": defineOperation({
		...open,
		description: "The user of this connection.",
		params: () => z.looseObject({}),
		result: userSchema,
		errors: [],
	}),
} as const;
