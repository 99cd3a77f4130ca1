/** A running task, as the code that does the work sees it. */
export interface TaskHandle {
	readonly id: string;
	/** Aborted when somebody asks the task to stop. */
	readonly signal: AbortSignal;
	/** 0 to 1. */
	setProgress(progress: number): void;
	warn(message: string, data?: Readonly<Record<string, unknown>>): void;
}
