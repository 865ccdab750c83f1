import { layoutOf } from '../../../src/reading/html/blocks/layout.ts';
import { groundOf } from '../../../src/reading/html/facts/ground.ts';
import { textOf } from '../../../src/reading/html/facts/structured.ts';
import { titleOptions } from '../../../src/reading/html/facts/titles/title.ts';
import { parsePage } from '../../../src/reading/html/tree.ts';
import { groupSites, siteName } from '../lines/sites.ts';
import { labelledIn } from './corpus.ts';
import { unseenTitles } from './facts.ts';
import { labelsOf } from './labels.ts';
import type { Taught } from './page.ts';

/**
 * The pages of some folders with what is right for their blocks, those of a publisher under one number. The headline of
 * each is chosen by a model that never saw its site, as that of a page that somebody adds.
 */
export function taughtFrom(folders: readonly string[]): Taught[] {
	const pages = folders.flatMap((folder) => labelledIn(folder).map((page) => ({ ...page, corpus: folder })));
	const names = pages.map(({ url, id }) => (URL.canParse(url) ? siteName(url) : id));
	const sites = groupSites(names);
	const read = pages.map(({ id, html, kind, title, text, url, corpus }, at) => {
		const page = parsePage(html, id);
		const ground = groundOf(page, layoutOf(page), url || null);
		const site = sites.get(names[at] ?? '') ?? 0;
		return { id, kind, title, text, corpus, site, ground, titles: titleOptions(ground) };
	});
	const headlines = unseenTitles(read);
	return read.map((page) => {
		const { id, kind, text, corpus, site, ground } = page;
		const { layout, head } = ground;
		const articleBody =
			head.things.map((thing) => textOf(thing.articleBody)).find((body) => body !== null) ?? null;
		const title = headlines.get(page) ?? null;
		return { id, site, kind, corpus, layout, title, articleBody, text, labels: labelsOf(layout, text) };
	});
}
