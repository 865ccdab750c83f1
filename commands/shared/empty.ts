import type { Card } from '../../src/card.ts';
import { UserError } from '../../src/errors.ts';
import type { Library } from '../../src/library/library.ts';

/**
 * The result of `answer`; where it has none because there is no article at all, a card that says how to add
 * one.
 * @throws UserError as `answer` does, where there are articles.
 */
export async function orNoArticles(library: Library, answer: () => Promise<Card>): Promise<Card> {
	try {
		return await answer();
	} catch (error) {
		if (!(error instanceof UserError) || (await library.latest(1)).length > 0) throw error;
		return noArticles;
	}
}

export const noArticles: Card = {
	eyebrow: 'Verbatim',
	title: 'No articles yet',
	tone: 'trouble',
	blocks: [
		{
			kind: 'text',
			text: [
				'In a server, /add takes an article in. Whoever runs this bot can also put some into its articles folder: they are read at once, without a restart.',
			],
		},
		{
			kind: 'note',
			text: [
				'What could not be read is listed in ',
				{ mark: 'command', name: 'library list' },
				', each with the reason.',
			],
		},
	],
	actions: [
		[
			{ label: 'Library', command: 'library list', options: {} },
			{ label: 'Help', command: 'help', options: {} },
		],
	],
};
