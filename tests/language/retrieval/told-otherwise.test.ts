import { describe, expect, it } from 'vitest';
import { answerFrom } from '../../../src/language/retrieval/answer.ts';
import { collect } from '../../../src/language/retrieval/collection.ts';

const harbour = {
	title: 'Harbour of Port Ellery',
	language: 'en',
	paragraphs: [
		'The council of Port Ellery voted for a tunnel under the harbour on Tuesday. Mayor Olive Marsh praised the tunnel.',
		'Bruno Ruiz opposed a ban on dogs in 2029. Gideon Price criticised the tolls of the bridge.',
		'The ferry office moved to the old customs house. Its clerks live in Ostwick, and some divers live in Kestermouth.',
		'The French Harbour Council elects the pilots of the harbour. Carla Zorn did not attend the vote.',
		'The longest quay of the harbour was built of oak.',
		'The lamp of the lighthouse is lit by gas.',
		'The divers said that the harbour master should resign.',
		'The union of the divers opposes a ban on nets.',
		'In the old town 600 sailors were counted.',
		'The regulator fined Ruiz Boats £2.4m for sailing without lifeboats.',
		'They fine the company every year, and nothing changes. The company was also fined in 2029.',
	],
};
const asked = (question: string, text = harbour) => {
	const { answered, passages } = answerFrom(question, collect([text]), { language: 'en' });
	const [first] = passages;
	return { answered, text: first && text.paragraphs[first.paragraph]?.slice(first.start, first.end) };
};
const isAnswered = (question: string) => asked(question).answered;

describe('a question that is told otherwise', () => {
	it.each([
		['Who opposed the tunnel?', 'Who praised the tunnel?'],
		['Who criticised the tunnel?', 'Who criticised the tolls of the bridge?'],
		['Who praised the ban on dogs?', 'Who opposed the ban on dogs?'],
		['Who supports a ban on nets?', 'Who opposes a ban on nets?'],
		['Who is against the tunnel?', 'Who voted for the tunnel?'],
		['When did the clerks die?', 'Where do the clerks live?'],
		['Who blamed the divers?', 'Which divers live in Kestermouth?'],
	])('asks for a stance of which there is none, or one on something else: %s', (untold, told) => {
		expect({ untold, answered: isAnswered(untold) }).toEqual({ untold, answered: false });
		expect({ told, answered: isAnswered(told) }).toEqual({ told, answered: true });
	});

	it('asks for no stance that is told in other words, or of "it"', () => {
		const text = {
			title: '',
			language: 'en',
			paragraphs: [
				'Hilde Brandt is against the tunnel, since ferries are cheaper.',
				'Opponents of the lighthouse met Gideon Price.',
				'Tess Vale drew the plans of the funicular.',
				'Bruno Ruiz criticised it as a waste of money for the town.',
				'Olive Marsh turned the offer of the harbour board down.',
			],
		};
		for (const question of [
			'Who opposed the tunnel?',
			'Who opposed the lighthouse?',
			'Who criticised the funicular?',
			'Who rejected the offer of the harbour board?',
		])
			expect({ question, ...asked(question, text) }).toMatchObject({ question, answered: true });
	});

	it('takes "against" for a stance only where what it is about stands behind it', () => {
		const text = {
			title: '',
			language: 'en',
			paragraphs: [
				'The harbour club moved its home match against Ostwick to May. The move was made by Gideon Price.',
				'Tess Vale voted against the plan of the council to dig a tunnel.',
			],
		};
		expect(asked('Who is against the move of the match?', text).answered).toBe(false);
		expect(asked('Who opposed the tunnel?', text)).toEqual({ answered: true, text: text.paragraphs[1] });
	});

	it.each([
		['How many divers live in Kestermouth?', 'Which divers live in Kestermouth?'],
		['What does the German Harbour Council elect?', 'What does the French Harbour Council elect?'],
		[
			'What is the shortest quay of the harbour built of?',
			'What is the longest quay of the harbour built of?',
		],
		['What is the largest lamp of the lighthouse lit by?', 'What is the lamp of the lighthouse lit by?'],
		['Where did the ferry office not move?', 'Where did the ferry office move?'],
		['What did Carla Zorn attend?', 'What did Carla Zorn not attend?'],
		['Who resigned?', 'Who said that the harbour master should resign?'],
		['Did the harbour master resign?', 'Should the harbour master resign?'],
		['How many goats were counted in the old town?', 'How many sailors were counted in the old town?'],
	])('asks for what the sentence has in another way: %s', (untold, told) => {
		expect({ untold, answered: isAnswered(untold) }).toEqual({ untold, answered: false });
		expect({ told, answered: isAnswered(told) }).toEqual({ told, answered: true });
	});

	it('takes "on" for no number, though the stemmer makes it of "one"', () => {
		const text = {
			title: '',
			language: 'en',
			paragraphs: ['The masks were returned on a boat, and on a note stood a name.'],
		};
		expect(asked('How many masks were returned?', text).answered).toBe(false);
		const told = { ...text, paragraphs: ['Of the masks only one was returned.'] };
		expect(asked('How many masks were returned?', told).answered).toBe(true);
	});

	it('counts people whatever they are called, and things by another word for them', () => {
		expect(asked('How many people were counted in the old town?')).toMatchObject({ answered: true });
		expect(asked('How many seamen were counted in the old town?').text).toBe(
			'In the old town 600 sailors were counted.',
		);
	});

	it('may have a name that stands elsewhere, behind a title or as initials', () => {
		const text = {
			title: '',
			language: 'en',
			paragraphs: [
				'Olive Marsh came to Ostwick in 2031.',
				'Mayor Marsh opened the European Parliament of Otters in May.',
			],
		};
		for (const question of ['When did Olive Marsh open the parliament?', 'What did Mayor Marsh open in May?'])
			expect({ question, ...asked(question, text) }).toMatchObject({ question, answered: true });
		expect(asked('When did she open the American Parliament of Otters?', text).answered).toBe(false);
		expect(asked('When did she open the European Parliament of Otters?', text).answered).toBe(true);
	});
});

describe('how much', () => {
	it('something costs is told by its amount, whatever the verb', () => {
		const text = {
			title: '',
			language: 'en',
			paragraphs: [
				'Residents may have a permit for the old town at 60 crowns a year.',
				'The old town is old.',
			],
		};
		expect(asked('How much does a permit for the old town cost?', text)).toEqual({
			...{ answered: true, text: text.paragraphs[0] },
		});
	});

	it('is answered with an amount, and not with a count, a year or a sentence without one', () => {
		expect(asked('How much was the company fined?')).toMatchObject({ text: harbour.paragraphs[9] });
		const paragraphs = [
			'The ferry line pays forty captains and 600 hands on 12 May.',
			'The ferry line pays each captain 40,000 crowns a year.',
			'Fuel rose last year, which the ferry line had said in 2030 and three times in 2031.',
			'Of its costs fuel is 30%, and fuel rose by a third.',
		];
		const first = (question: string) =>
			answerFrom(question, collect([{ paragraphs, title: '', language: 'en' }]), { language: 'en' })
				.passages[0]?.paragraph;
		expect(first('How much does the ferry line pay?')).toBe(1);
		expect(first('How much did fuel rise?')).toBe(3);
		expect(first('How many captains does the ferry line pay?')).toBe(0);
		expect(first('how mutch did fuel rise')).toBe(3);
		expect(first('What percentage of the costs is fuel?')).toBe(3);
	});
});
