import type { Card } from '../card.ts';

/** The first message to somebody who follows something. */
export const welcomeCard: Card = {
	eyebrow: 'What you follow',
	title: 'I write to you here',
	tone: 'quotes',
	blocks: [
		{
			kind: 'text',
			text: ['You get a message here when something new is said by whom, or on what, you follow.'],
		},
		{ kind: 'note', text: ['Each message has buttons that end it.'] },
	],
	actions: [
		[
			{ label: 'All that I follow', command: 'follow list', options: {} },
			{ label: 'Stop all', command: 'follow stop', options: { which: 'all' } },
		],
	],
};
