import { describe, expect, it } from 'vitest';
import { readDump } from '../../src/reading/dump/dump.ts';
import { toLines } from '../../src/reading/dump/lines.ts';
import { marksOf } from '../../src/reading/dump/marks.ts';
import { endAtForm } from '../../src/reading/dump/tail.ts';

const headline = 'Bridge at Low Fell opens again after nine weeks';
const text = [
	'The bridge at Low Fell opened again on Friday, nine weeks after a barge had hit its middle pier.',
	'Engineers had found a crack in the pier and closed the road to everything but bicycles.',
	'“I have walked nine miles a day since then,” said Marta Quill, who bakes on the other side.',
	'The county paid for the repair and says that the owner of the barge will pay it back.',
	'A crowd waited at the barrier on Friday morning to be the first to drive across.',
];
const below = (...lines: readonly string[]) =>
	readDump([headline, 'By Tam Orr', '4 March 2031', ...text, lines.join('\n')].join('\n\n'));

describe('the text of a page with a form for comments below it', () => {
	it('ends above teasers that follow the button, whatever they end with', () => {
		const teasers = [
			'Baker finds a letter from 1911 in the wall of her oven - and what it says about the price of rye has made a whole street laugh this week',
			'Does a kettle that whistles boil faster than one that does not?',
			'Two villages will have no bus at all in May - is YOURS one of them?',
			'Cat rides the night train for the fourth time, and the guard who looks after it says that it has never had a ticket...',
			'Rhubarb for everybody!',
		];
		const { fields } = below('Share or comment on this article', 'Your Money', ...teasers);
		expect(fields.paragraphs).toEqual(text);
		expect(fields.comments).toEqual([]);
	});

	it('ends above invitations to sign up, to comment and to write to the editors', () => {
		const invitations = [
			'Would you like to say something about this?',
			'Open an account (it is free and done in a minute) or log in with the one that you have.',
			'',
			'Please read our House Rules before commenting.',
			'',
			'Write to those who made this at desk@fell.example.',
			'',
			'You find more of this kind on our front page.',
			'',
			'The Fell - news from people who were there. Help us to go on, with a little every month -',
		];
		const { fields, accounting } = below(...invitations);
		expect(fields.paragraphs).toEqual(text);
		expect(fields.comments).toEqual([]);
		const [asked, account] = [15, 16].map((number) => accounting.find(({ line }) => line === number + 2)?.as);
		expect([asked, account]).toEqual([['furniture: comment form'], ['furniture: comment form']]);
	});
});

describe('a form for comments', () => {
	const outlined = (texts: readonly string[], chances: readonly number[]) => {
		const lines = toLines(texts.join('\n')).lines.map((line) => ({ ...line, marks: marksOf(line.text) }));
		const body = Float32Array.from(chances);
		const paragraphs = Uint8Array.from(chances, (chance) => (chance > 0.5 ? 1 : 0));
		return [
			...endAtForm(lines, { headline: 0, headlineSure: 1, body, paragraphs, isGuess: false }).outline
				.paragraphs,
		];
	};
	const [one = '', two = '', three = '', four = '', five = ''] = text;

	it('between paragraphs is a button, where the text surely goes on', () => {
		const page = [headline, one, two, three, 'Comments', four, five];
		expect(outlined(page, [0, 0.9, 0.9, 0.9, 0, 0.9, 0.97])).toEqual([0, 1, 1, 1, 0, 1, 1]);
		expect(outlined(page, [0, 0.9, 0.9, 0.9, 0, 0.9, 0.9])).toEqual([0, 1, 1, 1, 0, 0, 0]);
	});

	it('above most of the text ends nothing', () => {
		expect(
			outlined([headline, one, two, 'Comments', three, four, five], [0, 0.9, 0.9, 0, 0.9, 0.9, 0.9]),
		).toEqual([0, 1, 1, 0, 1, 1, 1]);
	});

	it('takes no quotation, and no line that surely is the text, for an invitation', () => {
		const asked = '“Have you ever carried flour across a river?” she asked.';
		const sure = 'You may sign in at the barrier until the end of the week.';
		const page = [headline, one, two, three, four];
		expect(outlined([...page, asked, 'Comments'], [0, 0.9, 0.9, 0.9, 0.9, 0.8, 0])).toEqual([
			0, 1, 1, 1, 1, 1, 0,
		]);
		expect(outlined([...page, sure, 'Comments'], [0, 0.9, 0.9, 0.9, 0.9, 0.93, 0])).toEqual([
			0, 1, 1, 1, 1, 1, 0,
		]);
		expect(outlined([...page, sure, 'Comments'], [0, 0.9, 0.9, 0.9, 0.9, 0.8, 0])).toEqual([
			0, 1, 1, 1, 1, 0, 0,
		]);
	});
});
