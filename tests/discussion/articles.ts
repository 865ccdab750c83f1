import type { Invented } from '../library/invented.ts';

/** An article with two sides, a claim for which nobody is named, something left open, and readers who disagree. */
export const tunnel: Invented = {
	id: 'tunnel',
	headline: 'Port Ellery Votes to Dig a Tunnel Under the Harbour',
	url: 'https://post.example/tunnel',
	topics: ['Tunnels', 'Port Ellery'],
	paragraphs: [
		'The council of Port Ellery voted on Monday to dig a tunnel under the harbour.',
		'"The tunnel will pay for itself within nine winters," said Ada Quillon, the mayor.',
		'"No tunnel has ever paid for itself, and this one will not be the first," said Bo Larsen, who leads the ferrymen.',
		'The ferries are said to lose money on every crossing in winter.',
		'It is not yet known who will pay for the work at the eastern shore.',
		'"We sail when the engine sails with us," said Ivo Tann.',
	],
	quotes: [
		{
			said: 'The tunnel will pay for itself within nine winters,',
			by: 'Ada Quillon',
			role: 'the mayor',
			cue: 'said',
		},
		{
			said: 'No tunnel has ever paid for itself, and this one will not be the first,',
			by: 'Bo Larsen',
			cue: 'said',
		},
		{ said: 'We sail when the engine sails with us,', by: 'Ivo Tann', cue: 'said' },
	],
	comments: [
		{ author: 'Tess', text: 'Quillon is wrong: the tunnel will not pay for itself in ninety winters.' },
		{ author: 'Mia', text: 'At last somebody does something about the crossing.' },
		{ author: 'Bo K.', text: 'Nonsense, nobody asked for any of this.', replyTo: 'Mia' },
	],
};

/** Says nothing that could be asked about. */
export const bare: Invented = {
	id: 'bare',
	headline: 'Market Moves to the Square',
	topics: ['Markets'],
	paragraphs: ['The market moves to the square on Friday.', 'It opens at eight.'],
};

/** Has both sides, in a language without rules for questions. */
export const german: Invented = {
	...tunnel,
	id: 'german',
	language: 'de',
	headline: 'Hafenstadt stimmt für den Tunnel',
};
