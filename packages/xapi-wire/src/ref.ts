declare const refClass: unique symbol;

/** An opaque reference to a row of a class, `OpaqueRef:<uuid>`. */
export type Ref<ClassName extends string = string> = string & {
	readonly [refClass]: ClassName;
};

/** The reference that refers to nothing. */
export const NULL_REF = "OpaqueRef:NULL";
