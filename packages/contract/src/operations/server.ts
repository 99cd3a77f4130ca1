import { z } from "zod";
import { lazily } from "../lazily.ts";
import { serverSchema } from "../objects/index.ts";
import { defineOperation } from "../operation.ts";
import { done, id, name, noObjects, secret, text } from "./common.ts";
import { routesOf } from "./rest-routes.ts";

const routes = routesOf("server");

const admin = { access: "admin", objects: noObjects } as const;

/** May hold credentials of the proxy. */
const httpProxy = text.meta({ secret: true });

const settings = lazily(() => ({
	label: text.optional(),
	host: name,
	username: name,
	password: secret,
	allowUnauthorized: z.boolean().optional(),
	httpProxy: httpProxy.optional(),
	readOnly: z.boolean().optional(),
	fingerprint: z
		.string()
		.regex(/^[0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){31}$/)
		.optional()
		.describe(
			"SHA-256 fingerprint of the certificate, once a person has checked it.",
		),
}));

export const serverOperations = {
	"server.add": defineOperation({
		...admin,
		description:
			"Add a pool connection and connect it, unless autoConnect is false; gives the id.",
		params: () =>
			z.strictObject({
				...settings(),
				autoConnect: z.boolean().optional(),
			}),
		result: () => id,
		effect: "write",
		errors: ["objectAlreadyExists", "invalidParameters"],
		rest: [
			routes.create({
				body: () => z.strictObject(settings()),
				toParams: ({ body }) => ({ ...body, autoConnect: false }),
			}),
		],
	}),
	"server.getAll": defineOperation({
		...admin,
		description: "All pool connections with their state; never the password.",
		params: () => z.looseObject({}),
		result: () => z.array(serverSchema()),
		effect: "read",
		errors: [],
	}),
	"server.set": defineOperation({
		...admin,
		description: "Change a pool connection.",
		params: () =>
			z.strictObject({
				id,
				label: text.nullish(),
				host: name.optional(),
				username: name.optional(),
				password: secret.optional(),
				allowUnauthorized: z.boolean().optional(),
				readOnly: z.boolean().optional(),
				httpProxy: httpProxy.nullish(),
				fingerprint: settings().fingerprint.nullable(),
			}),
		result: () => done,
		effect: "write",
		errors: ["noSuchObject", "objectAlreadyExists"],
	}),
	"server.enable": defineOperation({
		...admin,
		description: "Connect to the pool and stay connected.",
		params: () => z.strictObject({ id }),
		result: () => done,
		effect: "write",
		errors: ["noSuchObject", "incorrectState"],
		rest: [routes.action("connect")],
	}),
	"server.disable": defineOperation({
		...admin,
		description: "Disconnect from the pool and stay disconnected.",
		params: () => z.strictObject({ id }),
		result: () => done,
		effect: "write",
		errors: ["noSuchObject"],
		rest: [routes.action("disconnect")],
	}),
	"server.remove": defineOperation({
		...admin,
		description: "Disconnect and forget a pool connection.",
		params: () => z.strictObject({ id }),
		result: () => done,
		effect: "write",
		errors: ["noSuchObject"],
		rest: [routes.remove()],
	}),
} as const;
