import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { allowClosedOutput } from '../src/app/closed-output.ts';
import type { SummarySentence } from '../src/article.ts';
import { summaryOfArticle } from '../src/language/summary/of-article.ts';
import { asShown } from '../src/language/summary/shown.ts';
import { readArticles } from '../src/reading/read.ts';

// npm run --silent bench:read-summaries -- FOLDER [--text]
// Prints the summaries of the articles in a folder for a person to read: each file is read as the bot reads it, and
// each length is printed as `/article` shows it. A number in brackets is the paragraph that a sentence stands in.
// With --text the article's own paragraphs follow.

const [folder, option] = process.argv.slice(2);
if (!folder || (option !== undefined && option !== '--text')) {
	console.error('usage: npm run --silent bench:read-summaries -- FOLDER [--text]');
	process.exit(2);
}
const lengths = ['line', 'short', 'full'] as const;
allowClosedOutput();

for (const name of readdirSync(folder).toSorted()) {
	for (const article of await readArticles(readFileSync(join(folder, name)), { name })) {
		const { headline, deck, paragraphs } = article;
		const summary = summaryOfArticle(article);
		console.log([`=== ${name}`, headline, ...(deck === null ? [] : [deck])].join('\n'));
		for (const [at, length] of lengths.entries()) {
			const shown = summary.filter((one) => lengths.indexOf(one.length) <= at);
			console.log([`--- ${length}`, ...lines(shown)].join('\n'));
		}
		if (option) console.log(['--- text', ...paragraphs.map((text, at) => `[${at + 1}] ${text}`)].join('\n'));
		console.log('');
	}
}

function lines(shown: readonly SummarySentence[]): string[] {
	if (shown.length === 0) return ['(none)'];
	return asShown(shown).map((text, at) => `- ${text} (${(shown[at]?.paragraph ?? 0) + 1})`);
}
