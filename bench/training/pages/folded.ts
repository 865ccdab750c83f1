/** The pages in so many parts, those of a site in one. */
export function folded<Page extends { site: number }>(
	pages: readonly Page[],
	parts: number,
	salt = 0,
): { seen: Page[]; unseen: Page[] }[] {
	return [...Array(parts).keys()].map((part) => ({
		seen: pages.filter(({ site }) => (Math.imul(site + salt, 2654435761) >>> 8) % parts !== part),
		unseen: pages.filter(({ site }) => (Math.imul(site + salt, 2654435761) >>> 8) % parts === part),
	}));
}
