import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../src/errors.ts';
import { readArticles } from '../src/reading/read.ts';

// npm run --silent bench:copied -- FOLDER PREDICTIONS.jsonl
// Reads every FOLDER/dumps/*.txt, a page as it was copied, and writes a line of what was read for each, as the
// corpus's scoring script takes it: {"id", "headline", "byline", "paragraphs", "comments"}, or {"id", "refused"}.
// Prints how many pages were read and how many of them have what; a page that was refused is named with the reason.

const [folder, predictionsPath] = process.argv.slice(2);
if (!folder || !predictionsPath) {
	console.error('usage: npm run --silent bench:copied -- FOLDER PREDICTIONS.jsonl');
	process.exit(2);
}

const dumps = join(folder, 'dumps');
const names = readdirSync(dumps)
	.filter((name) => name.endsWith('.txt'))
	.sort();
const counts = { pages: names.length, refused: 0, withByline: 0, withDate: 0, withComments: 0, comments: 0 };
const start = performance.now();
const lines: string[] = [];
for (const name of names) {
	lines.push(JSON.stringify({ id: name.slice(0, -'.txt'.length), ...(await read(name)) }));
}
const seconds = (performance.now() - start) / 1000;
writeFileSync(predictionsPath, `${lines.join('\n')}\n`);
console.log(JSON.stringify({ ...counts, seconds: Math.round(seconds * 10) / 10 }, null, '\t'));

async function read(name: string) {
	try {
		const [article] = await readArticles(readFileSync(join(dumps, name)), { name });
		if (!article) throw new Error(`${name} holds no article.`);
		const { headline, byline, paragraphs, publishedAt, comments } = article;
		if (byline.length > 0) counts.withByline++;
		if (publishedAt !== null) counts.withDate++;
		if (comments.length > 0) counts.withComments++;
		counts.comments += comments.length;
		return { headline, byline, paragraphs, comments: comments.map(({ text }) => text) };
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		counts.refused++;
		console.error(error.message);
		return { refused: true };
	}
}
