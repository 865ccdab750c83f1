/** Makes something at first use and keeps it: what a start does not need costs it neither time nor memory. */
export function once<T>(make: () => T): () => T {
	let made: T | undefined;
	return () => {
		made ??= make();
		return made;
	};
}
