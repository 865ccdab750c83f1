// `npm run --silent read -- FILE` (or `-` for standard input): the article that a file holds, as JSON; a list where it
// holds none or several. With `--explain`, of a copied page each line: what it was taken for, and how sure that is;
// and of each quotation who may have said it, and why the first one won.
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { allowClosedOutput } from '../app/closed-output.ts';
import { UserError } from '../errors.ts';
import { explainQuotes } from '../language/explain.ts';
import { explain } from '../reading/explain.ts';
import { maxBytes } from '../reading/limits.ts';
import { readArticles, tooLarge } from '../reading/read.ts';
import { explainedQuotes } from './explained-quotes.ts';

const usage = 'Usage: npm run --silent read -- FILE [--explain] (or - for standard input).';
const leftOut = 'Its quotations are left out, since it is not sure which lines are the text.\n';

/** Everything from a stream, or an error as soon as it is larger than any article. */
async function collect(stream: AsyncIterable<Uint8Array>, name: string): Promise<Uint8Array> {
	const chunks: Uint8Array[] = [];
	let size = 0;
	for await (const chunk of stream) {
		size += chunk.length;
		if (size > maxBytes) throw tooLarge(name);
		chunks.push(chunk);
	}
	return Buffer.concat(chunks);
}

async function readFileOrInput(path: string): Promise<{ bytes: Uint8Array; name: string }> {
	if (path === '-') return { bytes: await collect(process.stdin, 'Standard input'), name: 'Standard input' };
	const name = basename(path);
	const file = await open(path).catch((error: NodeJS.ErrnoException) => {
		throw new UserError(`${path} cannot be opened (${error.code ?? 'unknown error'}): check the path.`);
	});
	await using _ = file;
	const stats = await file.stat();
	if (stats.isDirectory()) throw new UserError(`${path} is a folder: name a file in it.`);
	if (stats.size > maxBytes) throw tooLarge(name);
	return { bytes: await collect(file.createReadStream(), name), name };
}

/** Columns: the line's number, the confidence in percent, its kind, its first words. Without terminal control codes. */
function explained(lines: ReturnType<typeof explain>): string {
	const rows = lines.map(({ line, as, sure, text }) => {
		const percent = sure === null ? '' : `${Math.round(sure * 100)} %`;
		const shown = text.replace(/\p{C}/gu, '');
		return `${String(line).padStart(5)} ${percent.padStart(5)}  ${as.join(', ').padEnd(28)}  ${shown.slice(0, 100)}`;
	});
	return `${rows.join('\n')}\n`;
}

allowClosedOutput();
try {
	const [path, ...options] = process.argv
		.slice(2)
		.toSorted((a, b) => Number(a === '--explain') - Number(b === '--explain'));
	if (path === undefined || path === '--explain' || options.some((option) => option !== '--explain'))
		throw new UserError(usage);
	const { bytes, name } = await readFileOrInput(path);
	const isExplained = options.length > 0;
	if (isExplained && !name.endsWith('.json')) process.stdout.write(explained(explain(bytes, name)));
	const articles = await readArticles(bytes, { name });
	if (isExplained) {
		for (const { paragraphs, language, unsure } of articles)
			process.stdout.write(
				`\n${unsure?.includes('paragraphs') ? leftOut : explainedQuotes(explainQuotes(paragraphs, language))}`,
			);
	} else {
		process.stdout.write(`${JSON.stringify(articles.length === 1 ? articles[0] : articles, null, '\t')}\n`);
	}
} catch (error) {
	if (!(error instanceof UserError)) throw error;
	process.stderr.write(`${error.message}\n`);
	process.exitCode = 1;
}
