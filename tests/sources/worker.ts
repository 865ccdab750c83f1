import { folderFiles, openArchive } from '../../src/app/open-archive.ts';
import { UserError } from '../../src/errors.ts';
import { taskRunner } from '../../src/sources/worker-tasks.ts';
import { invented } from '../library/invented.ts';

/**
 * A reading thread with a reader of its own: the first line is the headline, "HANG" never ends, "DIE" ends the
 * thread, "EAT" eats all memory, "FAIL" is a fault of the reader, and a file without words is no article.
 */
export default taskRunner(
	{
		maxBytes: 10_000,
		tooLarge: (name) => new UserError(`${name} is too large.`),
		async readArticles(bytes, { name }) {
			const lines = new TextDecoder().decode(bytes).split('\n');
			const [headline = ''] = lines;
			if (headline === 'HANG') for (;;);
			if (headline === 'DIE') process.exit(3);
			if (headline === 'EAT') {
				const eaten: unknown[] = [];
				for (;;) eaten.push(new Array(1_000_000).fill(eaten));
			}
			if (headline === 'FAIL') throw new TypeError('The reader has a fault.');
			if (headline === '') throw new UserError(`${name} is empty.`);
			const id = `id-${name.replace(/\W/gu, '-')}`;
			// "MANY a b" holds an article for each word after it.
			if (headline.startsWith('MANY')) {
				return headline
					.split(' ')
					.slice(1)
					.map((word) => invented({ id: `${id}-${word}`, name, headline: word }));
			}
			return [invented({ id, name, headline, paragraphs: lines.slice(1) })];
		},
		prepare: async () => {},
		completeArticle: (read, source) => invented({ id: 'item', name: source.name, headline: read.headline }),
	},
	openArchive,
	folderFiles,
);
