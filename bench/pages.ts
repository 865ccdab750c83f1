import { writeFileSync } from 'node:fs';
import { UserError } from '../src/errors.ts';
import { readHtml, textsOf } from '../src/reading/html/page.ts';
import { defuddle, readability } from './pages/others.ts';
import { pagesIn } from './training/pages/corpus.ts';

// npm run --silent bench:pages -- FOLDER PREDICTIONS.jsonl [--forums] [--alone]
// Reads every page in FOLDER/html (ID.html or ID.html.gz) and writes a line for each, as the corpora's scoring scripts
// take it: {"id", "text", "title", "author", "date"}. With --forums the text is that of the whole thread, else that of
// the article or the first post. Prints pages a second on one core, and of Readability and defuddle in the same run on
// the same pages, in turns; --alone leaves them out.

const [folder, predictionsPath, ...flags] = process.argv.slice(2);
if (!folder || !predictionsPath || flags.some((flag) => flag !== '--forums' && flag !== '--alone')) {
	console.error('usage: npm run --silent bench:pages -- FOLDER PREDICTIONS.jsonl [--forums] [--alone]');
	process.exit(2);
}
const wholeThreads = flags.includes('--forums');
const rivals = flags.includes('--alone')
	? []
	: ([
			['readability', readability],
			['defuddle', defuddle],
		] as const);

const counts = { pages: 0, refused: 0, empty: 0, withAuthor: 0, withDate: 0, withComments: 0 };
const seconds = new Map<string, number>();
const lines: string[] = [];
for (const { id, html: decoded } of pagesIn(folder)) {
	const html = decoded();
	counts.pages++;
	lines.push(JSON.stringify({ id, ...(await timed('verbatim', () => read(html, id))) }));
	for (const [name, extract] of rivals) await timed(name, () => extract(html));
}
writeFileSync(predictionsPath, `${lines.join('\n')}\n`);
const rates = [...seconds].map(([name, spent]) => [name, Math.round((counts.pages / spent) * 10) / 10]);
console.log(JSON.stringify({ ...counts, pagesPerSecond: Object.fromEntries(rates) }, null, '\t'));

function read(html: string, id: string) {
	try {
		const page = readHtml(html, id, null);
		const { facts, comments, layout } = page;
		const text = (wholeThreads ? textsOf(layout, facts, 'threads').texts : page.paragraphs).join('\n\n');
		if (text === '') counts.empty++;
		if (facts.authors.length > 0) counts.withAuthor++;
		if (facts.published) counts.withDate++;
		if (comments.length > 0) counts.withComments++;
		const author = facts.authors.join(facts.authors.length === 2 ? ' and ' : ', ');
		return { text, title: facts.title, author: (page.author ?? author) || null, date: facts.published };
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		counts.refused++;
		console.error(error.message);
		return { text: '', title: null, author: null, date: null };
	}
}

async function timed<Result>(name: string, run: () => Result | Promise<Result>): Promise<Result> {
	const start = performance.now();
	try {
		return await run();
	} finally {
		seconds.set(name, (seconds.get(name) ?? 0) + (performance.now() - start) / 1_000);
	}
}
