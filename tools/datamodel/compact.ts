import { isDeepStrictEqual } from "node:util";
import { generateMessages } from "../../packages/xapi-wire/src/generated-messages.ts";
import type {
	ClassModel,
	Field,
	Message,
} from "../../packages/xapi-wire/src/message.ts";

interface FactMessage extends Omit<Message, "async" | "removed"> {
	readonly async: boolean;
	readonly state?: string;
	readonly session?: boolean;
}

interface FactClass extends Omit<ClassModel, "messages" | "fields"> {
	readonly messages: readonly FactMessage[];
	readonly fields: readonly (Field & { readonly synthetic?: boolean })[];
}

export interface Facts {
	readonly apiVersion: unknown;
	readonly roles: readonly string[];
	readonly enums: Readonly<Record<string, readonly string[]>>;
	readonly errors: unknown;
	readonly undocumentedErrors: unknown;
	readonly messageTypes: unknown;
	readonly relations: unknown;
	readonly emergencyCalls: readonly string[];
	readonly slaveAllowedCalls: readonly string[];
	readonly httpActions: readonly {
		readonly name: string;
		readonly method: string;
		readonly uri: string;
		readonly role: string;
		readonly rbacChecked: boolean;
	}[];
	readonly classes: readonly FactClass[];
}

/** A message in our form, its session parameter left out. */
export function toMessage(fact: FactMessage): Message {
	const isSessionless = fact.session === false;
	return {
		name: fact.name,
		kind: fact.kind,
		params: (isSessionless ? fact.params : fact.params.slice(1)).map(
			({ name, type, optional, default: value }) => ({
				name,
				type,
				...(optional && { optional, default: value }),
			}),
		),
		result: fact.result,
		role: fact.role,
		...(fact.mapKeyRoles && { mapKeyRoles: fact.mapKeyRoles }),
		...(fact.async && { async: true }),
		...(fact.state === "removed" && { removed: true }),
		...(fact.hidden && { hidden: true }),
		...(fact.poolInternal && { poolInternal: true }),
		...(isSessionless && { sessionless: true }),
	};
}

function toField(fact: FactClass["fields"][number]): Field {
	return {
		name: fact.name,
		type: fact.type,
		qualifier: fact.qualifier,
		...("default" in fact && { default: fact.default }),
		...(fact.dbName !== undefined && { dbName: fact.dbName }),
		...(fact.internal && { internal: true }),
		...(fact.setRole !== undefined && { setRole: fact.setRole }),
		...(fact.getRole !== undefined && { getRole: fact.getRole }),
		...(fact.mapKeyRoles && { mapKeyRoles: fact.mapKeyRoles }),
	};
}

/** Only those messages are stored that do not follow from the fields. */
function compactClass(fact: FactClass) {
	const bareClass = {
		name: fact.name,
		inDatabase: fact.inDatabase,
		generatesEvents: fact.generatesEvents,
		persist: fact.persist,
		fields: fact.fields.filter((field) => !field.synthetic).map(toField),
		...(fact.constructorArgs && { constructorArgs: fact.constructorArgs }),
	};
	const generated = new Map(
		generateMessages(bareClass).map((message) => [message.name, message]),
	);
	const messages = fact.messages.map(toMessage);
	const names = new Set(messages.map((message) => message.name));
	return {
		...bareClass,
		messages: messages.filter(
			(message) => !isDeepStrictEqual(message, generated.get(message.name)),
		),
		without: [...generated.keys()].filter((name) => !names.has(name)),
	};
}

export function compactDatamodel(facts: Facts) {
	return {
		apiVersion: facts.apiVersion,
		roles: facts.roles,
		enums: facts.enums,
		errors: facts.errors,
		undocumentedErrors: facts.undocumentedErrors,
		messageTypes: facts.messageTypes,
		relations: facts.relations,
		emergencyCalls: facts.emergencyCalls,
		slaveAllowedCalls: facts.slaveAllowedCalls,
		httpActions: facts.httpActions.map(
			({ name, method, uri, role, rbacChecked }) => ({
				name,
				method,
				uri,
				role,
				rbacChecked,
			}),
		),
		classes: facts.classes.map(compactClass),
	};
}
