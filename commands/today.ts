import type { Block, Text } from '../src/card.ts';
import { counted } from '../src/cards/numbers.ts';
import { pageRow } from '../src/cards/pages.ts';
import { hidden } from '../src/command.ts';
import { titleOf } from '../src/digest/card.ts';
import { articlesOfDigest, articlesOfToday } from '../src/digest/today.ts';
import { UserError } from '../src/errors.ts';
import { command } from './shared/context.ts';
import { articleEntry } from './shared/entries.ts';
import { listPage } from './shared/list.ts';
import { pageOption } from './shared/options.ts';

const room = 3000;

export default command({
	name: 'today',
	description: 'The new articles of the last day; under a digest, all of it and what was left out',
	options: {
		date: hidden.string('Of which digest', 10),
		slot: hidden.string('Which of that day', 20),
		page: pageOption,
	},
	async run({ date, slot = 'daily', page = 0 }, { library, place, digests }) {
		const server = place.server?.id;
		const found =
			date === undefined || server === undefined
				? await articlesOfToday(digests)
				: await articlesOfDigest({ server, date, slot }, digests, library);
		if (found === null) {
			throw new UserError('I no longer know what that digest held. /today tells what is new now.');
		}
		const { articles, since } = found;
		const entries = articles.map(({ line, why }) => {
			const { text, choice } = articleEntry(line);
			const shown: Text = why === null ? text : [...text, ` · ${why}`];
			return { text: shown, ...(choice && { choice }) };
		});
		const list = listPage(entries, { page, placeholder: 'Read an article…', room });
		const began: Text =
			since === null
				? []
				: ['Since ', { mark: 'time', at: new Date(since).toISOString(), style: 'moment' }, '.'];
		const blocks: readonly Block[] = [
			...(began.length === 0 ? [] : [{ kind: 'note' as const, text: began }]),
			...(articles.length === 0 ? [{ kind: 'text' as const, text: ['No new articles.'] }] : list.blocks),
		];
		const options = date === undefined ? {} : { date, slot };
		return {
			eyebrow: date === undefined ? 'Today' : 'Daily digest, all of it',
			title: date === undefined ? counted(articles.length, 'new article') : titleOf(date),
			tone: 'digest',
			blocks,
			actions: [
				...pageRow('today', options, page, list.count),
				[
					{ label: 'Who was quoted', command: 'quotes', options: {} },
					{ label: 'All topics', command: 'topics', options: {} },
				],
			],
		};
	},
});
