import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerFrom } from '../../../src/language/retrieval/answer.ts';
import { collect } from '../../../src/language/retrieval/collection.ts';

const pier = {
	title: 'Pier of Port Ellery reopens',
	language: 'en',
	paragraphs: [
		'The pier of Port Ellery reopened on 4 May 2031, two years after a storm broke it in three. It cost 12 million crowns.',
		'Ada Quillon, the harbour master, cut the ribbon. She had asked for the money nine times.',
		'Bruno Ruiz of the Anglers’ Club called the railings ugly. The club had wanted oak because steel is cold in winter.',
		'The next ferry to Ostwick leaves in June. Tickets are sold at the old customs house.',
	],
};
const best = (question: string) => {
	const { answered, passages } = answerFrom(question, collect([pier]), { language: 'en' });
	const [first] = passages;
	return { answered, text: first && pier.paragraphs[first.paragraph]?.slice(first.start, first.end) };
};

describe('the sentence that answers a question', () => {
	it('comes first, by what the question asks for', () => {
		expect(best('When did the pier reopen?').text).toMatch(/4 May 2031/u);
		expect(best('How much did the pier cost?').text).toMatch(/12 million/u);
		expect(best('Who cut the ribbon?').text).toMatch(/Ada Quillon/u);
		expect(best('Why did the anglers want oak?').text).toMatch(/because steel/u);
		expect(best('Where can I buy tickets?').text).toMatch(/customs house/u);
	});

	it('is an answer; of what the text does not tell there is none', () => {
		for (const question of ['When did the pier reopen?', 'Who cut the ribbon?', 'Where are tickets sold?'])
			expect({ question, ...best(question) }).toMatchObject({ question, answered: true });
		for (const question of [
			'Who won the football cup?',
			'When was the parliament of Kestermouth dissolved?',
			'How do bees find their hive?',
		])
			expect({ question, ...best(question) }).toMatchObject({ question, answered: false });
	});

	it('is none where something else is told than the question takes for granted', () => {
		const works = {
			title: 'Ferry works of Ostwick',
			language: 'en',
			paragraphs: [
				'Olive Marsh, the mayor of Ostwick, opened the ferry works on Monday. She thanked the crew.',
				'The council sold the works to Ruiz Boats for 3 million crowns in 2031.',
				'The crew did not strike. Ruiz Boats hired 40 people.',
			],
		};
		const asked = (question: string) => answerFrom(question, collect([works]), { language: 'en' }).answered;
		const told = ['Did Olive Marsh open the ferry works?', 'Did the mayor thank the crew?'];
		expect(told.filter((question) => !asked(question))).toEqual([]);
		const untold = [
			'Did Olive Marsh resign?',
			'Was Olive Marsh arrested on Monday?',
			'Did the mayor insult the crew?',
			'Why did Olive Marsh resign?',
			'Why did the mayor insult the crew?',
			'How did Olive Marsh die?',
			'When did the council buy the works?',
			'When did the ferry sink?',
			'Did the council demolish the works?',
			'What did the council sell in 1994?',
			'Which crew did not open the ferry works?',
		];
		expect(untold.filter(asked)).toEqual([]);
	});

	const council = {
		title: 'Council of Port Ellery',
		language: 'en',
		paragraphs: [
			'The council of Port Ellery voted to dig a tunnel under the harbour on Tuesday.',
			'The pier was built by Olive Marsh in 1994. It cost 12 million crowns.',
			'Bruno Ruiz did not attend the meeting on Tuesday.',
			'The ferry company turned the offer of the harbour board down.',
			'The strike of the divers was called off on Friday. The old boathouse will be torn down.',
			'Carla Zorn edited the almanac of the club.',
			'The bridge was opened by Ada Quillon. The bridge was designed by Gideon Price.',
		],
	};
	const isAnswered = (question: string) =>
		answerFrom(question, collect([council]), { language: 'en' }).answered;

	it.each([
		['Who designed the pier?', 'Who built the pier?'],
		['Who painted the pier?', 'Who constructed the pier?'],
		['When was the pier designed?', 'When was the pier built?'],
		['Who wrote the almanac of the club?', 'Who edited the almanac of the club?'],
		['Who attended the meeting?', 'Who did not attend the meeting?'],
		['Who opposed the tunnel?', 'Who approved the tunnel?'],
	])('is none that tells of another act, or that it did not happen: %s', (untold, told) => {
		expect({ untold, answered: isAnswered(untold) }).toEqual({ untold, answered: false });
		expect({ told, answered: isAnswered(told) }).toEqual({ told, answered: true });
	});

	it.each([
		['Did the council approve the tunnel?', 'Did the council reject the tunnel?'],
		['Did the ferry company reject the offer?', 'Did the ferry company accept the offer?'],
		['Was the strike cancelled?', 'Was the strike joined?'],
		['Will the boathouse be demolished?', 'Will the boathouse be extended?'],
	])('may say it with a verb of two words: %s', (told, untold) => {
		expect({ told, answered: isAnswered(told) }).toEqual({ told, answered: true });
		expect({ untold, answered: isAnswered(untold) }).toEqual({ untold, answered: false });
	});

	it('is no vote for something where the vote was against it', () => {
		const text = 'The council voted against the plan to dig a tunnel.';
		const against = collect([{ title: '', language: 'en', paragraphs: [text] }]);
		const asked = (question: string) => answerFrom(question, against, { language: 'en' }).answered;
		expect(asked('Did the council approve the tunnel?')).toBe(false);
		expect(asked('Did the council reject the tunnel?')).toBe(true);
	});

	it('to "did she?" may be that she did not', () => {
		expect(isAnswered('Did Bruno Ruiz attend the meeting?')).toBe(true);
	});

	it('is missed by words that stand nowhere, which are named as they were typed', () => {
		const missing = (question: string) =>
			answerFrom(question, collect([pier]), { language: 'en' }).missing.map(({ word }) => word);
		expect(missing('Why did Ada Quillon resign from the pier?')).toEqual(['resign']);
		expect(missing('Why did Carla Zorn repair the PIER?')).toEqual(['Carla', 'Zorn', 'repair']);
		expect(missing('Who is Ada Quilon?')).toEqual([]);
		expect(missing('What is the pier called, in what year?')).toEqual([]);
	});

	it.each([
		['Did Ada Quillon die?', 'Ada Quillon died on Monday.'],
		['When did Ada Quillon die?', 'Ada Quillon died on Monday.'],
		['Did Ada Quillon lie to the council?', 'Ada Quillon lied to the council.'],
		['Did Ada Quillon sue the council?', 'Ada Quillon is suing the council.'],
		['Did Ada Quillon add a pier?', 'Ada Quillon added a pier.'],
		['Did Ada Quillon try to swim?', 'Ada Quillon tried to swim.'],
		['Did the council free Ada Quillon?', 'The council freed Ada Quillon.'],
		['Did Ada Quillon overthrow the council?', 'Ada Quillon overthrew the council.'],
	])('is found by any form of a short or irregular verb: %s', (question, told) => {
		const text = { title: '', language: 'en', paragraphs: [told] };
		expect(answerFrom(question, collect([text]), { language: 'en' })).toMatchObject({
			...{ answered: true, missing: [] },
		});
	});

	it('is found in spite of a slip in a word, and of one word written as two', () => {
		for (const name of ['Quilon', 'Quillan', 'Qiullon', 'Quilllon'])
			expect({ name, ...best(`Who is ${name}?`) }).toMatchObject({
				name,
				text: expect.stringMatching(/Ada Quillon/u),
			});
		expect(best('Who is Quorn?').text).toBeUndefined();
		expect(best('Who cut the rbibon?').text).toMatch(/cut the ribbon/u);
		expect(best('Who is harbour mastr Quillonn?').text).toMatch(/Ada Quillon/u);
		expect(best('Who wanted raillngs of the anglerrs club?').text).toMatch(/railings/u);
		// Two slips make another word of a short one, and one in four letters may be any word.
		for (const word of ['Qillan', 'coft', 'xyzzy']) expect(best(`Where is ${word}?`).text).toBeUndefined();
		expect(best('how much did it csot').text).toMatch(/cost 12 million/u);
		expect(best('who is brnuo').text).toMatch(/Bruno Ruiz/u);
		const net = {
			title: '',
			language: 'en',
			paragraphs: ['HarbourNet was built by Ada Quillon.', 'Ships talk by radio.', 'The net is wet.'],
		};
		const { passages } = answerFrom('Who built Harbour Net?', collect([net]), { language: 'en' });
		expect(passages[0]?.paragraph).toBe(0);
	});

	it('takes the forms of an irregular verb for one word, and "found" for no form of "founded"', () => {
		const rovers = {
			title: 'Rovers',
			language: 'en',
			paragraphs: [
				'A keeper found the lost cup of the club behind a wardrobe.',
				'The ground was bought by Gideon Price.',
				'The club was founded by eleven bakers.',
			],
		};
		const first = (question: string) =>
			answerFrom(question, collect([rovers]), { language: 'en' }).passages[0]?.paragraph;
		expect(first('Who did buy the ground?')).toBe(1);
		expect(first('Who founded the club?')).toBe(2);
		expect(first('Who did find the cup of the club?')).toBe(0);
	});

	it('is none where no word of the question says what is asked for', () => {
		for (const question of ['the', 'What is it?', 'who was there', 'in'])
			expect({ question, ...best(question) }).toMatchObject({ question, answered: false });
	});

	it('is no line of the page that only names what the text is about', () => {
		const lines = [
			'Morning Pier top entertainment headlines for May 4 are here.',
			'Check out what’s clicking today in piers.',
			'Port Ellery Daily top pier headlines for May 4',
			'Read more: When did the pier of Port Ellery reopen?',
			'Scroll down for a video of the pier of Port Ellery.',
		];
		const collection = collect([
			{ ...pier, paragraphs: [...lines, ...pier.paragraphs, lines.slice(0, 2).join(' ')] },
		]);
		for (const question of [
			'What are the top pier headlines for May 4?',
			'When did the pier of Port Ellery reopen?',
		])
			for (const { paragraph } of answerFrom(question, collection, { language: 'en' }).passages) {
				expect(paragraph).toBeGreaterThanOrEqual(lines.length);
				expect(paragraph).toBeLessThan(lines.length + pier.paragraphs.length);
			}
	});

	it('to "how many" and "how much" is a number that is no year, and to "in what year" no month', () => {
		const paragraphs = [
			'The club built boats in 1984.',
			'The club built boats in many ports, and in one of them forty boats.',
			'The club was closed in June.',
			'The club was closed for good in 1991.',
		];
		const first = (question: string) =>
			answerFrom(question, collect([{ paragraphs, title: '', language: 'en' }]), { language: 'en' })
				.passages[0]?.paragraph;
		expect(first('How many boats were built by the club?')).toBe(1);
		expect(first('In what year was the club closed?')).toBe(3);
	});

	const talk = [
		'Carla Zorn left the harbour board in May after nine years. We spoke to her in Ostwick.',
		'The tolls on the board were a matter of dispute. Why did you leave the harbour board?',
		'Because of the tolls. I had told them for years.',
		'Who opposed the tolls on the board?',
		'Only Gideon Price and I. The other seven voted for them in one evening.',
		'',
		'Would you ever go back?',
		'No. I have goats now.',
		'What do you do on Sundays?',
		'Nothing. The goats do it for me.',
		'And the lighthouse, when will it be built?',
	];
	const labelled = [
		'The Ellery Post met the keeper of the lock.',
		'Q: You keep the lock of Kestermouth. When was it built?',
		'A: In 1871, by my great-grandfather. It leaks.',
		'Q: Tell us about the lock of Kestermouth.',
		'A: It is the oldest in the county.',
		'Q: Who pays for it?',
		'A: Nobody does.',
	];
	const faq = [
		'The council of Port Ellery voted to dig a tunnel.',
		'When will the tunnel be dug?',
		'Marsh Tunnels starts in June. It needs two years.',
		'The tunnel is 3 km long. But why did nobody ask?',
	];
	const shownIn = (paragraphs: string[], question: string) => {
		const collection = collect([{ title: '', language: 'en', paragraphs }]);
		const { answered, passages } = answerFrom(question, collection, { language: 'en' });
		const shown = passages.map(({ paragraph, start, end, answers }) => ({
			text: paragraphs[paragraph]?.slice(start, end),
			asked: answers === null ? null : paragraphs[answers],
		}));
		return { answered, shown };
	};

	it.each([
		[talk, 'Why did Carla Zorn leave the harbour board?', 'Because of the tolls.', talk[1]],
		[talk, 'Who opposed the tolls on the board?', 'Only Gideon Price and I.', talk[3]],
		[talk, 'Would she go back?', 'No.', talk[6]],
		[talk, 'What does Carla Zorn do on Sundays?', 'Nothing.', talk[8]],
		[labelled, 'When was the lock built?', 'A: In 1871, by my great-grandfather.', labelled[1]],
		[faq, 'When will the tunnel be dug?', 'Marsh Tunnels starts in June.', faq[1]],
		[faq, 'How long is the tunnel?', 'The tunnel is 3 km long.', null],
	])('is the answer behind a question of a talk: %#', (paragraphs, question, text, asked) => {
		const { answered, shown } = shownIn(paragraphs as string[], question as string);
		expect({ answered, first: shown[0] }).toEqual({ answered: true, first: { text, asked } });
	});

	it('is no later answer of a talk where the one behind the question was not read', () => {
		const unread = talk.with(2, '');
		const { shown } = shownIn(unread, 'Why did Carla Zorn leave the harbour board?');
		expect(shown.filter(({ asked }) => asked === talk[1])).toEqual([]);
	});

	it('is never a question of somebody who asks in a talk', () => {
		const asked = [
			'Why did Gideon Price leave the harbour board?',
			'What were the tolls on the board?',
			'When will the lighthouse be built?',
			'Tell us about the lock of Kestermouth',
			'Who keeps the lock of Kestermouth?',
			'Who pays for the lock?',
		];
		for (const paragraphs of [talk, labelled])
			for (const question of asked)
				for (const { text } of shownIn(paragraphs, question).shown)
					expect(text).not.toMatch(/\?$|^Q:|dispute/u);
		const { answered } = shownIn(talk, 'Did Gideon Price go back?');
		expect(answered).toBe(false);
	});

	it('is a whole sentence of its paragraph, whatever is asked of whatever text', () => {
		const word = fc.constantFrom(
			'pier',
			'ferry',
			'Ada',
			'Quillon',
			'1871',
			'who',
			'when',
			'“',
			'.',
			'?',
			'\u0000',
			'💩',
		);
		const text = fc.array(word, { maxLength: 40 }).map((words) => words.join(' '));
		fc.assert(
			fc.property(fc.array(text, { maxLength: 6 }), text, (paragraphs, question) => {
				const collection = collect([{ paragraphs, title: 'Pier', language: 'en' }]);
				const { passages } = answerFrom(question, collection, { language: 'en' });
				for (const { paragraph, start, end, share } of passages) {
					expect(start).toBeGreaterThanOrEqual(0);
					expect(end).toBeGreaterThan(start);
					expect(end).toBeLessThanOrEqual(paragraphs[paragraph]?.length ?? 0);
					expect(share).toBeGreaterThanOrEqual(0);
				}
			}),
		);
	});

	it('is none where the texts are empty or nothing was asked', () => {
		const nothing = { answered: false, passages: [], missing: [] };
		expect(answerFrom('who?', collect([]))).toMatchObject(nothing);
		expect(answerFrom('', collect([pier]))).toEqual(nothing);
		expect(answerFrom('zzzz', collect([pier]))).toEqual({
			...nothing,
			missing: [{ word: 'zzzz', isEvent: false }],
		});
	});
});
