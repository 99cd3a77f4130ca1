import { notificationsStore } from "@mantine/notifications";
import type { ReactNode } from "react";

/** What was shown in a corner and is gone. */
export interface PastNotification {
	readonly id: string;
	readonly title: ReactNode;
	readonly message: ReactNode;
	readonly color: string | undefined;
	/** Milliseconds since 1970. */
	readonly shownAt: number;
}

const KEPT = 50;

/** The last notifications of this page, newest first, and how many came since
 *  somebody looked. */
class NotificationHistory {
	readonly #listeners = new Set<() => void>();
	#state: {
		readonly items: readonly PastNotification[];
		readonly unseen: number;
	} = { items: [], unseen: 0 };

	constructor() {
		notificationsStore.subscribe(({ notifications }) => {
			for (const { id, title, message, color, loading } of notifications) {
				const isKnown = this.#state.items.some((item) => item.id === id);
				if (id === undefined || loading === true || isKnown) continue;
				const shownAt = Date.now();
				const item = { id, title, message, color, shownAt };
				this.#set({
					items: [item, ...this.#state.items].slice(0, KEPT),
					unseen: this.#state.unseen + 1,
				});
			}
		});
	}

	readonly getState = () => this.#state;

	readonly subscribe = (listener: () => void): (() => void) => {
		this.#listeners.add(listener);
		return () => this.#listeners.delete(listener);
	};

	markSeen(): void {
		this.#set({ ...this.#state, unseen: 0 });
	}

	clear(): void {
		this.#set({ items: [], unseen: 0 });
	}

	#set(state: ReturnType<NotificationHistory["getState"]>): void {
		this.#state = state;
		for (const listener of this.#listeners) listener();
	}
}

export const notificationHistory = new NotificationHistory();
