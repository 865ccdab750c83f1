/** The formats that are read, by how a file's name ends. */
const readable =
	/\.(?:txt|text|md|markdown|json|html?|xhtml|mht|mhtml|eml|rss|atom|rdf|xml|docx|pdf|warc|warc\.gz)$/iu;
/** Folders deeper than this are not looked into. */
export const deepest = 8;

/**
 * Whether a file or folder is ignored by its name: hidden ones, and what editors and downloads leave next to
 * the real one while they write.
 */
export function isHidden(name: string): boolean {
	return name.startsWith('.') || name.startsWith('~') || name.startsWith('#') || name.endsWith('~');
}

/** Whether a file is read as an article, by its name without its folder. */
export function isArticleName(name: string): boolean {
	return readable.test(name) && !isHidden(name);
}
