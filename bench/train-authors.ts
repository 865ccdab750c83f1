// npm run train:authors -- FOLDER
// Learns from FOLDER/dumps and FOLDER/truth.jsonl which line of a copied page names its authors, and writes
// data/models/authors.json. Prints how well that does on pages of sites that the model never saw, and on all.
import { writeFileSync } from 'node:fs';
import { judge, learnAuthors } from './training/authors/learn.ts';
import { readSignedPages, type SignedPage } from './training/authors/pages.ts';

/** Under this probability no author is named: none is better than a wrong one. */
const LEAST = 0.35;
const FOLDS = 10;

const [folder] = process.argv.slice(2);
if (!folder) {
	console.error('usage: npm run train:authors -- FOLDER');
	process.exit(2);
}
const pages = readSignedPages(folder);
const sites = [...new Set(pages.map(({ site }) => site))];
const foldOf = ({ site }: SignedPage) => sites.indexOf(site) % FOLDS;
const models = [...Array(FOLDS).keys()].map((fold) =>
	learnAuthors(pages.filter((page) => foldOf(page) !== fold)),
);
const weights = learnAuthors(pages);
const figures = [...new Set(pages.map(({ copied }) => copied))].map((copied) => {
	const some = pages.filter((page) => page.copied === copied);
	return {
		copied,
		'other sites': judge(some, (page) => models[foldOf(page)] ?? {}, LEAST),
		'the same pages': judge(some, () => weights, LEAST),
	};
});
const model = {
	about:
		'Learned by `npm run train:authors`; the card beside this file says from what, and how well it does.',
	least: LEAST,
	weights,
};
writeFileSync(
	new URL('../data/models/authors.json', import.meta.url),
	`${JSON.stringify(model, null, '\t')}\n`,
);
console.log(JSON.stringify(figures, null, 2));
