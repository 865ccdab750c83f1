import { describe, expect, it } from 'vitest';
import { answerFrom } from '../../../src/language/retrieval/answer.ts';
import { collect } from '../../../src/language/retrieval/collection.ts';
import { matchOnSubject } from '../../../src/language/retrieval/on-subject.ts';
import { readQuestion } from '../../../src/language/retrieval/question.ts';

const text = (title: string, ...paragraphs: string[]) => ({ title, language: 'en', paragraphs });
const bridge = text(
	'Ellery council votes for a new bridge',
	'The council of Ellery voted on Monday to build a bridge over the Tarn.',
	'It will be 400 metres long and is meant to open in 2034.',
);
const leash = text(
	'Dogs of Ostwick must be kept on a leash',
	'Ida Farrow, who walks six dogs for a living, opposed the rule and still does.',
	'The council of Ostwick voted for it by nine to four.',
);
const fair = text('Spring fair opens', 'Ned Aldous opened the fair of Marl on Sunday, in the rain.');
const library = collect([bridge, leash, fair]);
const textsFor = (question: string) =>
	new Set(matchOnSubject(readQuestion(question, 'en'), library).collection.passages.map(({ text }) => text));
const ask = (question: string) => {
	const { answered, passages } = answerFrom(question, library, { language: 'en' });
	return { answered, texts: new Set(passages.map(({ text }) => text)) };
};

describe('a question to several texts', () => {
	it('is asked of those that are about what it is about, whatever its verb', () => {
		expect(textsFor('Who opposed the bridge?')).toEqual(new Set([0]));
		expect(textsFor('Who opposes the bridge?')).toEqual(new Set([0]));
		expect(textsFor('Who opposed the rule on dogs?')).toEqual(new Set([1]));
		expect(textsFor('How many dogs does Ida Farrow walk?')).toEqual(new Set([1]));
		expect(textsFor('What did the council vote for?')).toEqual(new Set([0, 1]));
	});

	it('is asked of all where no word says what it is about', () => {
		expect(textsFor('Who opened?')).toEqual(new Set([0, 1, 2]));
	});

	it('is not answered with the same act of another text', () => {
		expect(ask('Who opposed the bridge?')).toEqual({ answered: false, texts: new Set([0]) });
		expect(ask('Who opposed the rule on dogs?')).toEqual({ answered: true, texts: new Set([1]) });
	});

	it('is answered as the one text alone answers it', () => {
		for (const question of [
			'How long will the bridge be?',
			'Who opened the fair?',
			'When does the fair end?',
		]) {
			const [at = -1] = textsFor(question);
			const alone = answerFrom(question, collect([[bridge, leash, fair][at] ?? bridge]), { language: 'en' });
			expect(ask(question).answered, question).toBe(alone.answered);
		}
	});
});
