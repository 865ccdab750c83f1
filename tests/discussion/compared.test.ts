import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openArchive } from '../../src/app/open-archive.ts';
import { openChecks } from '../../src/discussion/checks.ts';
import type { Archive } from '../../src/stores/archive.ts';
import { type Invented, inventedRecord } from '../library/invented.ts';

const ferries: Invented = {
	id: 'ferries',
	headline: 'Ferry Crews Are Sent Home Without Notice',
	paragraphs: [
		'"One hundred and forty people work those boats. They were told at teatime by a note on the door," said Mara Dunmore, who speaks for the crews.',
		'"A thank-you is kind. It does not pay her rent, and they are not coming back," said Tobias Wend.',
		'"Do not sell the boats before we have seen the books," said Ilse Harrow.',
		'"They left the boats to a crew of two hundred and six people," said Ivo Tann.',
		'"We can\'t wait, and we won\'t sign a paper," said Nela Orr.',
		'"I am not," said Alma Reed. "They do not, they cannot," said Jon Falk.',
		'"They’re lost, we\'ll swim," said Petra Lund.',
		'"We have a dam," said Olav Crane. "We signed it in May. I went home by tram," he added.',
	],
	quotes: [
		{
			said: 'One hundred and forty people work those boats. They were told at teatime by a note on the door,',
			by: 'Mara Dunmore',
			cue: 'said',
		},
		{
			said: 'A thank-you is kind. It does not pay her rent, and they are not coming back,',
			by: 'Tobias Wend',
			cue: 'said',
		},
		{ said: 'Do not sell the boats before we have seen the books,', by: 'Ilse Harrow', cue: 'said' },
		{
			said: 'They left the boats to a crew of two hundred and six people,',
			by: 'Ivo Tann',
			cue: 'said',
		},
		{ said: "We can't wait, and we won't sign a paper,", by: 'Nela Orr', cue: 'said' },
		{ said: 'I am not,', by: 'Alma Reed', cue: 'said' },
		{ said: 'They do not, they cannot,', by: 'Jon Falk', cue: 'said' },
		{ said: "They’re lost, we'll swim,", by: 'Petra Lund', cue: 'said' },
		{ said: 'We have a dam,', by: 'Olav Crane', cue: 'said' },
		{ said: 'We signed it in May. I went home by tram,', by: 'Olav Crane', cue: 'added' },
	],
};

let folder: string;
let archive: Archive;
beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'verbatim-compared-'));
	archive = await openArchive(folder);
	await archive.put([inventedRecord(ferries)]);
});
afterAll(async () => {
	await archive.close();
	rmSync(folder, { recursive: true, force: true });
});

/** The verdict on a quote, and each edit as "weight: posted > original". */
async function check(quote: string) {
	const { checked } = await openChecks(() => archive.seenBy(null))(null)({ text: `“${quote}”` });
	const [first] = checked;
	return {
		verdict: first?.verdict,
		edits: first?.pieces.flatMap(({ edits }) =>
			edits.map(({ weighs, posted, original }) => `${weighs}: ${posted} > ${original}`),
		),
		between: first?.pieces.flatMap(({ between }) => (between ? [`${between.weighs}: ${between.text}`] : [])),
		pieces: first?.pieces.length,
	};
}

describe('a check of an ellipsis', () => {
	it.each([
		'They were told at teatime … It does … pay her rent.',
		'It does ... pay her rent',
		'It does […] pay her rent, and they are not coming back',
	])('finds what it was put in place of, a "not" too: %s', async (quote) => {
		const { verdict, between } = await check(quote);
		expect(verdict).toBe('stitched together');
		expect(between).toContain('negation: not');
	});
});

describe('a check of a quote that says one thing again and again', () => {
	const sentence = 'They were told at teatime by a note on the door. ';
	it.each([
		['many times', sentence.repeat(40)],
		['many times with something else behind it', `${sentence.repeat(30)}A thank-you is kind.`],
		['without stops', sentence.replace('.', '').repeat(40)],
	])('finds it stitched together out of the same piece: %s', async (_, quote) => {
		const { verdict, pieces, edits } = await check(quote.trim());
		expect({ verdict, edits }).toEqual({ verdict: 'stitched together', edits: [] });
		expect(pieces).toBeLessThan(4);
	});

	it('finds nothing in what nobody said, however often', async () => {
		expect(await check('The moon is a lamp for cats. '.repeat(60))).toMatchObject({ verdict: 'not found' });
	});
});

describe('a check of a changed number', () => {
	it.each([
		['140 people work those boats', 'number: 140 > One hundred and forty'],
		['Ninety people work those boats', 'number: Ninety > One hundred and forty'],
		['They were told at teatime by a note on the door', undefined],
	])('names all words of the number that it stands in place of: %s', async (quote, edit) => {
		expect((await check(quote)).edits).toEqual(edit === undefined ? [] : [edit]);
	});

	it('does so for a number at the end of the quote', async () => {
		const { edits } = await check('They left the boats to a crew of 16');
		expect(edits).toEqual(['number: 16 > two hundred and six']);
	});
});

describe('a check of a short sentence that a negation was put into', () => {
	it.each([
		['We do not have a dam', 'negation: do not > '],
		["We don't have a dam", "negation: don't > "],
		['We have no dam', 'negation: no > a'],
		['We never have a dam.', 'negation: never > '],
		['We did not sign it in May', 'negation: did not sign > signed'],
		['I did not go home by tram', 'negation: did not go > went'],
	])('finds the sentence, however many articles there are: %s', async (quote, edit) => {
		await archive.put(
			Array.from({ length: 300 }, (_, number) =>
				inventedRecord({ id: `other-${number}`, paragraphs: [`Lot ${number} of the old tram was sold.`] }),
			),
		);
		expect(await check(quote)).toMatchObject({ verdict: 'words changed', edits: [edit] });
	});

	it('does not take other changes for a negation', async () => {
		expect(await check('We do not need a lake')).toMatchObject({ verdict: 'not found' });
		expect(await check('They do not see a ferry')).toMatchObject({ verdict: 'not found' });
	});
});

describe('a check of a contraction', () => {
	it.each([
		["It doesn't pay her rent", ["words: doesn't > does not"]],
		['It doesnt pay her rent', ['words: doesnt > does not']],
		[
			"It doesn’t cover her rent, and they're not coming back",
			['words: doesn’t > does not', 'words: cover > pay', "words: they're > they are"],
		],
		["and they aren't coming back", ["words: aren't > are not"]],
		["A thank-you's kind", ["words: you's > you is"]],
		["Don't sell the boats before we've seen the books", ["words: Don't > Do not", "words: we've > we have"]],
		['It does pay her rent', ['negation:  > not']],
	])('says it of the words that it stands for, and that nothing is denied: %s', async (quote, edits) => {
		expect(await check(quote)).toMatchObject({ verdict: 'words changed', edits });
	});

	it.each([
		["I'm not", ["words: I'm > I am"]],
		["They don't, they can't", ["words: don't > do not", "words: can't > cannot"]],
		['They are lost, we will swim', ['words: They are > They’re', "words: we will > we'll"]],
	])('finds a few words of which no two stand together in the article: %s', async (quote, edits) => {
		expect(await check(quote)).toMatchObject({ verdict: 'words changed', edits });
	});

	it('says it where the article has the contraction', async () => {
		const { verdict, edits } = await check('We can not wait and we will not sign a paper');
		expect(verdict).toBe('words changed');
		expect(edits).toEqual(["words: can not > can't", "words: will not > won't"]);
	});
});
