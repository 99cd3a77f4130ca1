import type { XoObject } from "@xo/contract";
import type { UserRow } from "@xo/store";
import type { LiveObjects, ObjectChange } from "../objects/live-objects.ts";
import { isAdministrator } from "../permissions/administrator.ts";
import type {
	Grants,
	PermissionEngine,
} from "../permissions/permission-engine.ts";
import {
	type AudienceChanges,
	AudienceView,
	type ViewSource,
} from "./audience-view.ts";

/** Users who see the same objects: what is made for one serves all. */
export interface Audience {
	/** Equal keys, equal visible sets. */
	readonly key: string;
	readonly isEverything: boolean;
	canView(object: XoObject): boolean;
	subscribe(listener: (changes: AudienceChanges) => void): Disposable;
	/** Tells when objects came into view or left it without having changed. */
	onSpread(listener: () => void): Disposable;
}

export const ADMIN_AUDIENCE_KEY = "*";

class LiveAudience implements Audience {
	readonly key: string;
	readonly grants: Grants | undefined;
	readonly #listeners = new Set<(changes: AudienceChanges) => void>();
	readonly #source: ViewSource;
	readonly #isVisible: (object: XoObject) => boolean;
	/** Made for the first subscriber, dropped with the last. */
	#view: AudienceView | undefined;

	constructor(options: {
		key: string;
		grants: Grants | undefined;
		source: ViewSource;
		isVisible: (object: XoObject) => boolean;
	}) {
		this.key = options.key;
		this.grants = options.grants;
		this.#source = options.source;
		this.#isVisible = options.isVisible;
	}

	get isEverything(): boolean {
		return this.grants === undefined;
	}

	get isWatched(): boolean {
		return this.#listeners.size > 0;
	}

	readonly canView = (object: XoObject): boolean =>
		this.isEverything || this.#isVisible(object);

	subscribe(listener: (changes: AudienceChanges) => void): Disposable {
		if (!this.isEverything && this.#view === undefined) {
			this.#view = new AudienceView(this.#source, this.#isVisible);
		}
		this.#listeners.add(listener);
		return {
			[Symbol.dispose]: () => {
				this.#listeners.delete(listener);
				if (this.#listeners.size === 0) this.#view = undefined;
			},
		};
	}

	onSpread(listener: () => void): Disposable {
		return this.subscribe(({ hasSpread }) => {
			if (hasSpread) listener();
		});
	}

	apply(changes: readonly ObjectChange[]): void {
		if (!this.isWatched) return;
		this.#emit(this.#view?.apply(changes) ?? allOf(changes));
	}

	#emit(changes: AudienceChanges): void {
		if (changes.upserts.length === 0 && changes.removals.length === 0) return;
		for (const listener of this.#listeners) listener(changes);
	}
}

function allOf(changes: readonly ObjectChange[]): AudienceChanges {
	const upserts: XoObject[] = [];
	const entered = new Set<string>();
	const removals: XoObject[] = [];
	for (const { id, previous, current } of changes) {
		if (current === undefined) {
			if (previous !== undefined) removals.push(previous);
			continue;
		}
		upserts.push(current);
		if (previous === undefined) entered.add(id);
	}
	return { upserts, entered, removals, hasSpread: false };
}

/** All audiences, each made once; fed by the cache. */
export class AudienceRegistry implements Disposable {
	readonly #permissions: PermissionEngine;
	readonly #source: ViewSource;
	readonly #audiences = new Map<string, LiveAudience>();
	readonly #subscription: Disposable;

	constructor(options: {
		objects: LiveObjects;
		permissions: PermissionEngine;
	}) {
		this.#permissions = options.permissions;
		this.#source = options.objects;
		this.#subscription = options.objects.onChanges((changes) => {
			for (const audience of this.#audiences.values()) audience.apply(changes);
		});
	}

	of(user: UserRow): Audience {
		const grants = isAdministrator(user)
			? undefined
			: this.#permissions.grantsOf(user.id);
		const key = grants === undefined ? ADMIN_AUDIENCE_KEY : keyOf(grants);
		let audience = this.#audiences.get(key);
		if (audience === undefined) {
			this.#forgetUnwatched();
			audience = new LiveAudience({
				key,
				grants,
				source: this.#source,
				isVisible: (object) =>
					grants !== undefined &&
					this.#permissions.isGranted(grants, object, "view"),
			});
			this.#audiences.set(key, audience);
		}
		return audience;
	}

	[Symbol.dispose](): void {
		this.#subscription[Symbol.dispose]();
	}

	#forgetUnwatched(): void {
		for (const [key, audience] of this.#audiences) {
			if (!audience.isWatched) this.#audiences.delete(key);
		}
	}
}

function keyOf(grants: Grants): string {
	const viewable = [...grants].filter(([, rights]) => rights.has("view"));
	// Ids in entries are not checked: none may look like another key.
	return JSON.stringify(viewable.map(([id]) => id).sort());
}

/** What somebody must be told who moves from one audience to another, as
 *  when rights are given or taken. */
export function differenceOf(
	objects: Iterable<XoObject>,
	before: Audience,
	after: Audience,
): AudienceChanges {
	const upserts: XoObject[] = [];
	const removals: XoObject[] = [];
	for (const object of objects) {
		const wasVisible = before.canView(object);
		const isVisible = after.canView(object);
		if (isVisible && !wasVisible) upserts.push(object);
		else if (wasVisible && !isVisible) removals.push(object);
	}
	const entered = new Set(upserts.map(({ id }) => id));
	return { upserts, entered, removals, hasSpread: false };
}
