/** A name that the article only has in capitals, as names are written: "ADA VENN-LUND" as "Ada Venn-Lund". */
export function spelled(name: string): string {
	const isCapitals = name === name.toUpperCase() && name !== name.toLowerCase();
	if (!isCapitals || !/\p{Lu}{4}/u.test(name)) return name;
	return name
		.toLowerCase()
		.replace(/(^|[\s.'’-])(\p{L})/gu, (_, before: string, first: string) => before + first.toUpperCase());
}

/** Folds no-break and other special spaces into plain ones, and trims. */
export const foldSpaces = (text: string): string => text.replace(/[\u00a0\u2007\u202f]/g, ' ').trim();
