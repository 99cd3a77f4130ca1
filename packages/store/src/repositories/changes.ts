/** What an update changes. A key whose value is `undefined` clears a field
 *  that is optional and leaves any other alone. */
export function changesOf<T extends object>(
	fields: Partial<T>,
	optional: readonly (keyof T)[],
): Partial<T> {
	const entries = Object.entries(fields).filter(
		([key, value]) => value !== undefined || optional.includes(key as keyof T),
	);
	return Object.fromEntries(entries) as Partial<T>;
}

/** Of the columns of the whole row, those that the changed fields stand in. */
export function changedColumns<F extends string, C extends object>(
	changes: Partial<Record<F, unknown>>,
	columnOf: Readonly<Record<F, keyof C>>,
	row: C,
): Partial<C> {
	const columns: Partial<C> = {};
	for (const field of Object.keys(changes) as F[]) {
		const column = columnOf[field];
		columns[column] = row[column];
	}
	return columns;
}
