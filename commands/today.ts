import type { Block, Text } from '../src/card.ts';
import { counted } from '../src/cards/numbers.ts';
import { pageButtons } from '../src/cards/pages.ts';
import { hidden } from '../src/command.ts';
import { titleOf } from '../src/digest/card.ts';
import { UserError } from '../src/errors.ts';
import { command } from './shared/context.ts';
import { rows } from './shared/controls.ts';
import { allArticles } from './shared/here.ts';
import { listPage } from './shared/list.ts';
import { articleWithChoice } from './shared/list-items.ts';
import { pageOption } from './shared/options.ts';

const room = 3000;

export default command({
	name: 'today',
	description: 'Articles added in the last day; under a digest, all that it had and left out',
	options: {
		date: hidden.string('Of which digest', 10),
		slot: hidden.string('Which of that day', 20),
		page: pageOption,
	},
	async run({ date, slot = 'daily', page = 0 }, { place, digests }) {
		const server = place.server?.id;
		// A date that no digest has, or one in a direct message, is of a forged button: nothing is read from it.
		const found =
			date === undefined
				? await digests.articlesAdded(server ?? null)
				: server === undefined
					? null
					: await digests.articlesOf({ server, date, slot });
		if (found === null) {
			throw new UserError('That digest is no longer on record: /today shows what was added in the last day.');
		}
		const { articles, total, more, since } = found;
		const ofDay = date === undefined;
		const entries = articles.map(({ line, why }) => {
			const { text, choice } = articleWithChoice(line);
			const shown: Text = why === null ? text : [...text, ` · ${why}`];
			return { text: shown, ...(choice && { choice }) };
		});
		const list = listPage(entries, { page, placeholder: 'Read an article…', room });
		const began: Text =
			since === null || ofDay
				? []
				: ['Added since ', { mark: 'time', at: new Date(since).toISOString(), style: 'moment' }, '. '];
		const order = ofDay && articles.length > 1 ? ['By date of publication, the newest first. '] : [];
		const rest =
			total > articles.length ? [`The first ${articles.length} of ${more ? 'them' : total} are listed.`] : [];
		const note: Text = [...began, ...order, ...rest];
		const blocks: readonly Block[] = [
			...(note.length === 0 ? [] : [{ kind: 'note' as const, text: note }]),
			...(articles.length === 0
				? [{ kind: 'text' as const, text: ['No articles were added.'] }]
				: list.blocks),
		];
		const options = ofDay ? {} : { date, slot };
		return {
			eyebrow: ofDay ? 'Today' : 'Daily digest, all articles',
			title: ofDay
				? `${more ? 'More than ' : ''}${counted(total, 'article')} added in the last day`
				: titleOf(date),
			tone: 'digest',
			blocks,
			actions: rows(
				[
					...pageButtons('today', options, page, list.count),
					{ label: 'Quotes', command: 'quotes', options: allArticles },
					{ label: 'Topics', command: 'topics', options: allArticles },
				],
				blocks.filter(({ kind }) => kind === 'menu'),
			),
		};
	},
});
