/** The roles, from the most to the least powerful. */
export type Role = string;

export interface Parameter {
	readonly name: string;
	readonly type: string;
	/** Present where the parameter may be left out. */
	readonly default?: unknown;
	readonly optional?: true;
}

export type MessageKind =
	| "custom"
	| "getter"
	| "setter"
	| "add"
	| "remove"
	| "get_record"
	| "get_by_uuid"
	| "get_by_name_label"
	| "get_all"
	| "get_all_where"
	| "get_all_records"
	| "get_all_records_where"
	| "constructor"
	| "destructor";

/** One message of a class. Parameters exclude the session. */
export interface Message {
	readonly name: string;
	readonly kind: MessageKind;
	readonly params: readonly Parameter[];
	readonly result: string;
	/** The least powerful role that may send it. */
	readonly role: Role;
	readonly async?: true;
	readonly removed?: true;
	readonly hidden?: true;
	readonly poolInternal?: true;
	/** True where it is sent without a session. */
	readonly sessionless?: true;
	/** Roles of single map keys (a trailing `*` matches any rest). */
	readonly mapKeyRoles?: Readonly<Record<string, Role>>;
}

export interface Field {
	readonly name: string;
	readonly type: string;
	readonly qualifier: "RW" | "StaticRO" | "DynamicRO";
	readonly default?: unknown;
	/** Column in database dumps, where it is not the name. */
	readonly dbName?: string;
	/** Never leaves the server. */
	readonly internal?: true;
	readonly setRole?: Role;
	readonly getRole?: Role;
	readonly mapKeyRoles?: Readonly<Record<string, Role>>;
}

export interface ClassModel {
	readonly name: string;
	readonly inDatabase: boolean;
	readonly generatesEvents: boolean;
	readonly persist: boolean;
	readonly fields: readonly Field[];
	/** Fields that a constructor takes; `required` ones have no default. */
	readonly constructorArgs?: readonly {
		readonly name: string;
		readonly required: boolean;
	}[];
	/** All messages, the generated ones too. */
	readonly messages: readonly Message[];
}
