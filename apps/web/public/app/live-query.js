import { applyPatch } from "./apply-patch.js";
import { CallError } from "./connection.js";

/** A live query that is opened again on each new connection. `onResult(result)`
 *  and `onError(error)` tell of the latest parameters only. */
export class LiveQuery {
	#connection;
	#params;
	#listeners;
	#id;
	#result;
	#isOpening = false;
	/** Counts the changes of parameters; answers to older ones are not told. */
	#version = 0;
	/** Changes that the server has not taken yet. */
	#changes = {};

	constructor(connection, params, listeners) {
		this.#connection = connection;
		this.#params = params;
		this.#listeners = listeners;
	}

	async open() {
		this.#id = undefined;
		this.#isOpening = true;
		this.#changes = {};
		const version = this.#version;
		try {
			const { id, result } = await this.#connection.call(
				"query.open",
				this.#params,
			);
			this.#id = id;
			this.#result = result;
			this.#isOpening = false;
			if (version === this.#version) this.#listeners.onResult(result);
			else await this.#send();
		} catch (error) {
			this.#isOpening = false;
			this.#fail(error);
		}
	}

	async update(changes) {
		this.#params = { ...this.#params, ...changes };
		this.#changes = { ...this.#changes, ...changes };
		this.#version++;
		if (this.#id !== undefined) await this.#send();
		else if (!this.#isOpening) await this.open();
	}

	onPatch({ id, patch }) {
		if (id !== this.#id) return;
		this.#result = applyPatch(this.#result, patch);
		// Else they are rows of another question.
		if (Object.keys(this.#changes).length === 0) {
			this.#listeners.onResult(this.#result);
		}
	}

	async #send() {
		const version = this.#version;
		try {
			const patch = await this.#connection.call("query.update", {
				id: this.#id,
				...this.#changes,
			});
			this.#result = applyPatch(this.#result, patch);
			if (version !== this.#version) return;
			this.#changes = {};
			this.#listeners.onResult(this.#result);
		} catch (error) {
			if (version === this.#version) this.#fail(error);
		}
	}

	/** What a lost connection took with it is opened again by the next one. */
	#fail(error) {
		if (error instanceof CallError) this.#listeners.onError(error);
	}
}
