import type { RestItem } from "./collection.ts";
import { projector } from "./project.ts";

type Project = (item: RestItem, href: string) => string;

/** Programs that poll ask for the same few properties again and again. */
const MAX_PROJECTIONS = 4;

/** What the last few lists of properties made of each item; forgotten with the
 *  item, which is another object once something in it changed. */
export class ProjectionCache {
	/** By collection and properties, the least recently used first. */
	readonly #projections = new Map<string, Project>();

	/** A projector that remembers; for items that never change in place. */
	get(path: string, fields: readonly string[]): Project {
		const key = `${path} ${fields.join()}`;
		const project = this.#projections.get(key) ?? remembering(fields);
		this.#projections.delete(key);
		this.#projections.set(key, project);
		for (const oldest of this.#projections.keys()) {
			if (this.#projections.size <= MAX_PROJECTIONS) break;
			this.#projections.delete(oldest);
		}
		return project;
	}
}

function remembering(fields: readonly string[]): Project {
	const project = projector(fields);
	const texts = new WeakMap<RestItem, string>();
	return (item, href) => {
		let text = texts.get(item);
		if (text === undefined) {
			// In one piece: engines keep a sum of texts as a tree of them, which
			// every answer would walk again.
			text = Buffer.from(project(item, href)).toString();
			texts.set(item, text);
		}
		return text;
	};
}
