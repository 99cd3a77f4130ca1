import data from "./generated/datamodel.json" with { type: "json" };
import { generateMessages } from "./generated-messages.ts";
import type { ClassModel, Message, Role } from "./message.ts";

interface StoredClass extends ClassModel {
	/** Names of generated messages that this class lacks. */
	readonly without: readonly string[];
}

interface Stored {
	readonly apiVersion: { readonly major: number; readonly minor: number };
	readonly roles: readonly Role[];
	readonly enums: Readonly<Record<string, readonly string[]>>;
	readonly errors: Readonly<Record<string, readonly string[]>>;
	readonly undocumentedErrors: readonly string[];
	readonly messageTypes: Readonly<Record<string, number>>;
	readonly relations: readonly (readonly [string, string])[];
	readonly emergencyCalls: readonly string[];
	readonly slaveAllowedCalls: readonly string[];
	readonly httpActions: readonly {
		readonly name: string;
		readonly method: string;
		readonly uri: string;
		readonly role: Role;
		readonly rbacChecked: boolean;
	}[];
	readonly classes: readonly StoredClass[];
}

/** XAPI's datamodel: names, types, defaults, roles and codes. */
export interface Datamodel {
	readonly apiVersion: { readonly major: number; readonly minor: number };
	/** From the most to the least powerful. */
	readonly roles: readonly Role[];
	readonly enums: Readonly<Record<string, readonly string[]>>;
	/** Error code to the names of its parameters. */
	readonly errors: ReadonlyMap<string, readonly string[]>;
	/** Name of a message object to its priority, 1 (critical) to 5. */
	readonly messageTypes: Readonly<Record<string, number>>;
	/** `[A.x, B.y]`: A.x is stored, B.y is computed from it. */
	readonly relations: readonly (readonly [string, string])[];
	/** Calls that a host answers in emergency mode. */
	readonly emergencyCalls: ReadonlySet<string>;
	/** Calls that a member of a pool does not send to its master. */
	readonly slaveAllowedCalls: ReadonlySet<string>;
	readonly httpActions: Stored["httpActions"];
	/** In the datamodel's order. */
	readonly classes: ReadonlyMap<string, ClassModel>;
}

const stored = data as unknown as Stored;

function expand({ without, ...model }: StoredClass): ClassModel {
	const messages = new Map<string, Message>();
	const absent = new Set(without);
	for (const message of generateMessages(model)) {
		if (!absent.has(message.name)) messages.set(message.name, message);
	}
	for (const message of model.messages) messages.set(message.name, message);
	return { ...model, messages: [...messages.values()] };
}

/** The datamodel of API version 2.23. Source: generated. */
export const datamodel: Datamodel = {
	apiVersion: stored.apiVersion,
	roles: stored.roles,
	enums: stored.enums,
	errors: new Map([
		...Object.entries(stored.errors),
		...stored.undocumentedErrors.map((code) => [code, []] as const),
	]),
	messageTypes: stored.messageTypes,
	relations: stored.relations,
	emergencyCalls: new Set(stored.emergencyCalls),
	slaveAllowedCalls: new Set(stored.slaveAllowedCalls),
	httpActions: stored.httpActions,
	classes: new Map(stored.classes.map((item) => [item.name, expand(item)])),
};
