/** A comment of an invented thread. `to` is the place of the one it answers. */
export interface Written {
	readonly author: string;
	readonly time: string;
	readonly text: readonly string[];
	readonly to: number | null;
}

/** Two invented threads: one short, one with answers to answers, several paragraphs and odd names. */
export const threads: readonly (readonly Written[])[] = [
	[
		{
			author: 'Marta Lind',
			time: '2024-05-06T09:31:00+02:00',
			text: ['Who left the valve open? The yard should pay for the lift.'],
			to: null,
		},
		{
			author: 'Jon Bye',
			time: '2024-05-06T09:40:00+02:00',
			text: ['The yard says that it was closed when the ferry left.'],
			to: 0,
		},
		{
			author: 'Osk Islander',
			time: '2024-05-06T10:02:00+02:00',
			text: [
				'Meanwhile we sit here without milk.',
				'The mail boat takes twelve people and one cow, and the cow is always first.',
			],
			to: null,
		},
		{
			author: 'Marta Lind',
			time: '2024-05-06T10:15:00+02:00',
			text: ['Then let us see the yard’s log book.'],
			to: 1,
		},
	],
	[
		{
			author: 'tugboat_annie',
			time: '2024-06-01T18:00:00Z',
			text: [
				'I was on the tug that morning & saw it all.',
				'Nobody ran, nobody shouted; it was the quietest rescue of my life.',
			],
			to: null,
		},
		{
			author: 'Dr. Æ. Holm',
			time: '2024-06-01T18:20:00Z',
			text: ['How deep is the harbour at that place? The chart says nine metres.'],
			to: 0,
		},
		{ author: 'tugboat_annie', time: '2024-06-01T18:26:00Z', text: ['Eleven at high water.'], to: 1 },
		{
			author: 'Zoë-Marie O’Hara',
			time: '2024-06-01T19:05:00Z',
			text: ['My grandmother came over on that ferry in 1961.'],
			to: null,
		},
		{
			author: 'Bo',
			time: '2024-06-01T19:30:00Z',
			text: ['So did mine! <3', 'Ask her about the brass bell: https://bell.example/osk'],
			to: 3,
		},
		{
			author: 'Dr. Æ. Holm',
			time: '2024-06-01T20:11:00Z',
			text: ['Thank you, eleven makes more sense.'],
			to: 2,
		},
	],
];
