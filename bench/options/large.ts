import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generator } from '../../src/language/random.ts';

const words =
	'harbour pier council boats winter repairs mayor said people town money ferry gate bridge'.split(' ');

/** Files as large as an article may be: one line, one or many quotations, comments, topics, a long headline. */
export async function writeLargeFiles(folder: string): Promise<void> {
	const random = generator(7);
	const text = (count: number) =>
		Array.from({ length: count }, () => words[Math.floor(random() * words.length)]).join(' ');
	const quotation = (count: number) => `“${text(count)},” Ada Quillon said. ${text(6)}.`;
	const many = <Made>(count: number, of: (index: number) => Made): Made[] =>
		Array.from({ length: count }, (_, index) => of(index));
	const page = (headline: string, paragraphs: readonly string[]) =>
		`${headline}\n\n${paragraphs.join('\n\n')}\n`;
	const opening = 'The pier sank on Monday, and nobody was on it when it did.';
	const json = (headline: string, more: object) =>
		JSON.stringify({ headline, paragraphs: [opening, quotation(20)], ...more });
	const comment = (length: number) => (index: number) => ({
		author: `Reader ${index}`,
		replyTo: index % 3 === 0 ? null : `Reader ${index - 1}`,
		text: text(length),
	});
	const files: Record<string, string> = {
		'one-line.txt': page('One Line Is Long', [opening, many(10_400, () => quotation(8)).join(' ')]),
		'one-quote.txt': page('One Quotation Is Long', [opening, quotation(160_000)]),
		'quotes.txt': page('Many Quotations', [opening, ...many(4_000, () => quotation(30))]),
		'comments.json': json('Many Comments', { comments: many(60_000, comment(30)) }),
		'long-comments.json': json('Long Comments', { comments: many(4_000, comment(700)) }),
		'topics.json': json('Many Topics', { topics: many(200, (n) => `${words[n % words.length]} ${n}`) }),
		'headline.json': JSON.stringify({ headline: text(160), paragraphs: [opening] }),
	};
	for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
}
