import type { Invented } from './invented.ts';

/** Invented articles that the library is asked about. */
export const articles: Invented[] = [
	{
		id: 'harbour',
		headline: 'Harbour of Port Ellery to Close for Repairs',
		deck: 'The pier is older than the town.',
		publishedAt: '2031-04-02T08:00:00+02:00',
		topics: ['Port Ellery', 'Harbours', 'Fishing'],
		paragraphs: [
			'On fishing quotas, the two sides are far apart.',
			'"We were promised boats by the council, and none of them has come to this harbour," said Ada Quillon, the harbour master.',
			'"Nobody repairs a pier in winter," Quillon said. "Nobody who has seen one."',
			'The council called the repairs "long overdue" on Monday, and it was not amused.',
			'A note said "go home".',
		],
		quotes: [
			{
				said: 'We were promised boats by the council, and none of them has come to this harbour,',
				by: 'Ada Quillon',
				role: 'the harbour master',
				cue: 'said',
			},
			{ said: 'Nobody repairs a pier in winter,', by: 'Ada Quillon', cue: 'said', group: 7 },
			{ said: 'Nobody who has seen one.', by: 'Ada Quillon', group: 7 },
			{ said: 'long overdue', by: 'Port Ellery Council', kind: 'fragment', cue: 'called' },
			{ said: 'go home' },
		],
		comments: [
			{ author: 'Tess', text: 'At last somebody is doing something about that pier.' },
			{ author: 'Bo', text: 'Who pays for it, and when?', replyTo: 'Tess' },
			{ author: null, text: ' ' },
		],
	},
	{
		id: 'library',
		headline: 'Night Opening at Łódź Street Library',
		capturedAt: '2031-04-03T23:10:00+02:00',
		topics: ['Port Ellery', 'Books'],
		paragraphs: [
			'"Reading needs quiet," said Ada Quillon.',
			'"And lamps," said Bruno Quillon.',
			'"Lamps were promised," said Mayor Ruíz.',
		],
		quotes: [
			{ said: 'Reading needs quiet,', by: 'Ada Quillon', role: 'a reader' },
			{ said: 'And lamps,', by: 'Bruno Quillon' },
			{ said: 'Lamps were promised,', by: 'Ruíz' },
		],
	},
	{ id: 'bare', headline: 'Nothing Happened', publishedAt: '2030-01-01T00:00:00Z' },
];
