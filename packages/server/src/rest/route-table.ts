import type { FastifyReply, FastifyRequest } from "fastify";

export type RestHandler<Params = unknown> = (
	request: FastifyRequest<{ Params: Params }>,
	reply: FastifyReply,
) => unknown;

interface Route {
	readonly handler: RestHandler;
	/** Of the placeholders, in order. */
	readonly names: readonly string[];
	readonly isPublic: boolean;
}

/** By method. */
type Routes = Map<string, Route>;

interface Node {
	readonly routes: Routes;
	/** For whatever comes below: `*`. */
	readonly routesBelow: Routes;
	readonly literals: Map<string, Node>;
	placeholder: Node | undefined;
}

interface Found {
	readonly routes: Routes;
	readonly values: readonly string[];
}

export interface Match {
	readonly handler: RestHandler;
	readonly params: Readonly<Record<string, string>>;
	readonly isPublic: boolean;
}

const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
const MAX_VALUE_LENGTH = 512;

/** Hundreds of routes, which cost nothing to declare: Fastify's own router
 *  compiles each of them, a sixth of the start. */
export class RouteTable {
	readonly #root = makeNode();

	/** @param path with `:id` placeholders; `*` at the end is all below */
	add(methods: readonly string[], path: string, route: RouteOptions): void {
		const names: string[] = [];
		let node = this.#root;
		let isBelow = false;
		for (const part of partsOf(path)) {
			if (part === "*") isBelow = true;
			else if (part.startsWith(":")) {
				names.push(part.slice(1));
				node.placeholder ??= makeNode();
				node = node.placeholder;
			} else {
				const next = node.literals.get(part) ?? makeNode();
				node.literals.set(part, next);
				node = next;
			}
		}
		const routes = isBelow ? node.routesBelow : node.routes;
		for (const method of methods) routes.set(method, { ...route, names });
	}

	/** The methods by which routes are declared: for anyone, or not. */
	declare({ isPublic }: { readonly isPublic: boolean }): RouteDeclarations {
		const declare =
			(...methods: readonly string[]) =>
			<P>(path: string, handler: RestHandler<P>) =>
				this.add(methods, path, { isPublic, handler: handler as RestHandler });
		return {
			get: declare("GET"),
			post: declare("POST"),
			delete: declare("DELETE"),
			all: declare(...METHODS),
			route: ({ method, path, handler }) => declare(method)(path, handler),
		};
	}

	find(method: string, path: string): Match | undefined {
		for (const { routes, values } of this.#at(path)) {
			const route = routes.get(method);
			if (route === undefined) continue;
			const { handler, isPublic, names } = route;
			const params = Object.fromEntries(
				names.map((name, i) => [name, values[i] ?? ""]),
			);
			return { handler, isPublic, params };
		}
		return undefined;
	}

	/** Empty where there is nothing. */
	methodsAt(path: string): string[] {
		const methods = new Set<string>();
		for (const { routes } of this.#at(path)) {
			for (const method of routes.keys()) methods.add(method);
		}
		if (methods.has("GET")) methods.add("HEAD");
		return [...methods].sort();
	}

	#at(path: string): Iterable<Found> {
		return walk(this.#root, partsOf(path).map(decodeURIComponent), []);
	}
}

type RouteOptions = Pick<Route, "handler" | "isPublic">;
type Declare = <P = unknown>(path: string, handler: RestHandler<P>) => void;

/** What declares the routes of one area. */
export interface RouteDeclarations {
	readonly get: Declare;
	readonly post: Declare;
	readonly delete: Declare;
	/** Whatever the method. */
	readonly all: Declare;
	readonly route: (route: {
		readonly method: string;
		readonly path: string;
		readonly handler: RestHandler;
	}) => void;
}

function makeNode(): Node {
	return {
		routes: new Map(),
		routesBelow: new Map(),
		literals: new Map(),
		placeholder: undefined,
	};
}

/** Without the slash at its end, if there is one. */
function partsOf(path: string): string[] {
	const parts = path.split("/").slice(1);
	if (parts.at(-1) === "") parts.pop();
	return parts;
}

/** What fits, the most literal first. */
function* walk(
	node: Node,
	[part, ...rest]: readonly string[],
	values: readonly string[],
): Generator<Found> {
	if (part === undefined) {
		yield { routes: node.routes, values };
		return;
	}
	const literal = node.literals.get(part);
	if (literal !== undefined) yield* walk(literal, rest, values);
	const { placeholder } = node;
	const isValue = part !== "" && part.length <= MAX_VALUE_LENGTH;
	if (placeholder !== undefined && isValue) {
		yield* walk(placeholder, rest, [...values, part]);
	}
	yield { routes: node.routesBelow, values };
}
