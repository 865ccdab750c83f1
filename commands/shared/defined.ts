/** The options that were given: those left out have no key at all, as buttons and the library need it. */
export function defined<Given extends Readonly<Record<string, string | number | boolean | undefined>>>(
	given: Given,
): { [Key in keyof Given]?: Exclude<Given[Key], undefined> } {
	return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as {
		[Key in keyof Given]?: Exclude<Given[Key], undefined>;
	};
}
