import { layoutOf } from '../../../src/reading/html/blocks/layout.ts';
import { factsOf } from '../../../src/reading/html/facts/facts.ts';
import { parsePage } from '../../../src/reading/html/tree.ts';
import { groupSites, siteName } from '../lines/sites.ts';
import { labelledIn } from './corpus.ts';
import { labelsOf } from './labels.ts';
import type { Taught } from './page.ts';

/** The pages of some folders with what is right for their blocks, those of a publisher under one number. */
export function taughtFrom(folders: readonly string[]): Taught[] {
	const pages = folders.flatMap((folder) => labelledIn(folder).map((page) => ({ ...page, corpus: folder })));
	const names = pages.map(({ url, id }) => (URL.canParse(url) ? siteName(url) : id));
	const sites = groupSites(names);
	return pages.map(({ id, bytes, kind, corpus, text, url }, at) => {
		const page = parsePage(new TextDecoder().decode(bytes), id);
		const layout = layoutOf(page);
		const { title, articleBody } = factsOf(page, layout, url || null);
		const site = sites.get(names[at] ?? '') ?? 0;
		return { id, site, kind, corpus, layout, title, articleBody, text, labels: labelsOf(layout, text) };
	});
}
