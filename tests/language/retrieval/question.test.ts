import { describe, expect, it } from 'vitest';
import { isQuestion, readQuestion } from '../../../src/language/retrieval/question.ts';

const stems = (question: string) => readQuestion(question, 'en').terms.map(({ stem }) => stem);

describe('what a question asks for', () => {
	it('is read from its question word, and from the noun behind "what" and "how many"', () => {
		const kind = (question: string) => readQuestion(question, 'en').kind;
		expect(kind('Who opened the pier?')).toBe('who');
		expect(kind('In what year did the pier open?')).toBe('when');
		expect(kind('Which city lost its ferry?')).toBe('where');
		expect(kind('How many boats were sunk?')).toBe('how many');
		expect(kind('What percentage of the crews agreed?')).toBe('how many');
		expect(kind('How was the pier repaired?')).toBe('how');
		expect(kind('Why did the mayor resign?')).toBe('why');
		expect(kind('What did the mayor promise?')).toBe('what');
		expect(kind('the pier')).toBe('other');
	});

	it('is read from a question word with one slip, or without its apostrophe, and from no word that is known', () => {
		const kind = (question: string) => readQuestion(question, 'en').kind;
		expect(kind('whre is the pier')).toBe('where');
		expect(kind('Hwen did the pier open?')).toBe('when');
		expect(kind('and whta did the mayor promise')).toBe('what');
		expect(kind('wheres the pier')).toBe('where');
		expect(kind('whos the mayor')).toBe('who');
		expect(kind('white pier of Ostwick')).toBe('other');
		expect(kind('Were the piers open?')).toBe('other');
		expect(kind('Did Whon open the pier?')).toBe('other');
		expect(readQuestion('whre is the pier', 'en').terms.map(({ form }) => form)).toEqual(['pier']);
	});

	it('tells an amount from a number of things, and what has no number in its answer', () => {
		const asks = (question: string) => {
			const { asksAmount, counts } = readQuestion(question, 'en');
			return [asksAmount, counts];
		};
		expect(asks('How much was the company fined?')).toEqual([true, true]);
		expect(asks('What percentage of the crews agreed?')).toEqual([true, true]);
		expect(asks('How many boats were sunk?')).toEqual([false, true]);
		expect(asks('how mutch was the company fined')).toEqual([true, true]);
		expect(asks('How munching goats live')).toEqual([false, false]);
		expect(asks('How long did the mayor speak?')).toEqual([false, false]);
		expect(asks('Who was fined?')).toEqual([false, false]);
	});

	it('is no other word of the question: those that say nothing are left out, each stem stands once', () => {
		expect(stems('When did the ferries of the town leave the town?')).toEqual(['ferri', 'town', 'leav']);
		expect(stems('who is it')).not.toEqual([]);
		// Each of these says nothing in another language.
		expect(stems('Did the man die in a car in the war?')).toEqual(['man', 'die', 'car', 'war']);
		expect(readQuestion('Which old ferry sank?', 'en').focus).toBe('ferri');
		const counted = (question: string) => readQuestion(question, 'en').focus;
		expect(counted('How many ferries run on Sundays?')).toBe('ferri');
		expect(counted('How many old steam ferries were sunk?')).toBe('ferri');
		expect(counted('How many bus drivers live in Ostwick?')).toBe('driver');
		expect(counted('How many glass boats sank?')).toBe('boat');
	});

	it('takes something to have happened, by its verb', () => {
		const event = (question: string) => readQuestion(question, 'en').event;
		expect(event('Why did the mayor resign?')).toBe('resign');
		expect(event('How did Olive Marsh die in May?')).toBe('die');
		expect(event("Why didn't the old harbour ferry sink in the storm?")).toBe('sink');
		expect(event('Who closed the bridge?')).toBe('close');
		expect(event('Where is the bridge?')).toBeNull();
		const isYesNo = (question: string) => readQuestion(question, 'en').isYesNo;
		expect(isYesNo('Did the mayor resign?')).toBe(true);
		expect(isYesNo('Why did the mayor resign?')).toBe(false);
		expect(readQuestion('Est-ce que le maire est parti ?', 'fr').isYesNo).toBe(false);
	});

	it('knows names, numbers, joined words, forms that stand for another and the opposite', () => {
		const { terms, negated } = readQuestion('When did Ada Quillon not buy 3 new boats?', 'en');
		const of = (stem: string) => terms.find((term) => term.stem === stem);
		expect(negated).toBe(true);
		expect(of('quillon')).toMatchObject({ isName: true, joined: true });
		expect(of('3')).toMatchObject({ isNumber: true, isName: false });
		expect(of('bui')?.related.has('purchas')).toBe(true);
		expect(of('new')?.opposite.has('old')).toBe(true);
		const [phone] = readQuestion('How many phones?', 'en').terms.filter(({ stem }) =>
			stem.startsWith('phon'),
		);
		expect(phone?.related.has('telephon')).toBe(true);
	});

	it('is just the words in a language whose questions are not known', () => {
		expect(readQuestion('Wer hat den Hafen geschlossen?', 'de')).toMatchObject({
			kind: 'other',
			focus: null,
		});
	});

	it('is bounded for a question of any length', () => {
		expect(readQuestion('why '.repeat(50_000), 'en').terms.length).toBeLessThanOrEqual(24);
		expect(
			readQuestion(Array.from({ length: 5_000 }, (_, at) => `w${at}`).join(' '), 'en').terms,
		).toHaveLength(24);
	});
});

describe('what somebody writes to the bot', () => {
	it('is a question where it asks for something, and no question whether something was said', () => {
		for (const text of [
			'Who opened the pier?',
			'when did the pier open',
			'Is the pier open?',
			'How long is it?',
		])
			expect({ text, is: isQuestion(text, 'en') }).toEqual({ text, is: true });
		for (const text of [
			'Did Quillon say “nobody repairs a pier”?',
			'Did Quillon say that nobody repairs a pier?',
			'nobody repairs a pier in winter',
			'“When did the pier open?”',
			'what',
			'',
		])
			expect({ text, is: isQuestion(text, 'en') }).toEqual({ text, is: false });
	});
});
