import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pollOf } from '../../src/discussion/poll.ts';
import type { Question } from '../../src/discussion/questions/question.ts';
import { questionsOf } from '../../src/discussion/questions/questions.ts';
import { asked, questionsCard } from '../../src/discussion/questions-card.ts';
import { pickComments } from '../../src/language/comments.ts';
import type { Utterance } from '../../src/library/library.ts';
import { line } from '../commands/plain-library.ts';
import { read, taken } from '../commands/reading.ts';
import { type Invented, invented, inventedRecord } from '../library/invented.ts';
import { bare, german, tunnel } from './articles.ts';

function questions(given: Invented): readonly Question[] {
	const article = invented(given);
	const { utterances } = inventedRecord(given);
	return questionsOf({
		...article,
		utterances: utterances.map((utterance): Utterance => ({ ...utterance, article: line })),
		comments: pickComments(article.comments, { sort: 'threads' }).concat(
			pickComments(article.comments, { sort: 'newest' }),
		),
	});
}
const kinds = (given: Invented) => questions(given).map(({ kind }) => kind);

describe('the questions about an article', () => {
	it('come from it: two sides, what readers dispute, a claim for which nobody is named, what is left open', () => {
		expect(kinds(tunnel)).toEqual(['sides', 'disputed', 'source', 'open', 'readers']);
	});

	it('show the words of both sides, with what they share in bold, names and places', async () => {
		const text = await read(questionsCard(line, questions(tunnel), ''));
		expect(text).toContain(
			'Ada Quillon and Bo Larsen speak about the same thing. Who makes the better case?',
		);
		expect(text).toMatch(/“The tunnel will pay for itself within nine winters”\n[^\n]*Ada Quillon[^\n]*¶ 2/u);
		expect(text).toMatch(/“No tunnel has ever paid for itself[^“]*”\n[^\n]*Bo Larsen[^\n]*¶ 3/u);
		expect(text).toContain('“The ferries are said to lose money on every crossing in winter.”');
		expect(text).toContain('“It is not yet known who will pay for the work at the eastern shore.”');
		expect(text).toContain('Quillon is wrong: the tunnel will not pay for itself in ninety winters.');
		const [first] = questions(tunnel);
		expect(first).toMatchObject({ kind: 'sides', shared: expect.arrayContaining(['tunnel']) });
	});

	it('put nobody beside somebody who shares one word alone with them', () => {
		const said = (other: string): Invented => ({
			...bare,
			headline: 'Tunnel of Ostwick',
			paragraphs: [`"The tunnel will be dry by winter," said Ada Quillon.`, `"${other}," said Bo Larsen.`],
			quotes: [
				{ said: 'The tunnel will be dry by winter,', by: 'Ada Quillon' },
				{ said: `${other},`, by: 'Bo Larsen' },
			],
		});
		expect(kinds(said('My cousin once drove a goat through that tunnel'))).not.toContain('sides');
		expect(kinds(said('No tunnel here was ever dry in a storm'))).toContain('sides');
	});

	it('are filled up to three with what speakers stand for', () => {
		const quotes = [{ said: 'We sail when the engine sails with us,', by: 'Ivo Tann' }];
		const stand = {
			...bare,
			paragraphs: ['"Ferries must never be late in winter," said Ivo Tann.', ...(bare.paragraphs ?? [])],
			quotes: [{ said: 'Ferries must never be late in winter,', by: 'Ivo Tann' }],
		};
		expect(kinds(stand)).toEqual(['stand']);
		expect(pollOf(questions(stand))?.question).toContain('Ivo Tann takes a stand. Do you agree?');
		expect(kinds({ ...tunnel, quotes, comments: [] })).toEqual(['source', 'open']);
	});

	it('are fewer where it gives less, and none where it gives none', () => {
		expect(kinds({ ...tunnel, comments: [] })).toEqual(['sides', 'source', 'open']);
		const oneSpeaker = (tunnel.quotes ?? []).map((quote) => ({ ...quote, by: 'Ada Quillon' }));
		expect(kinds({ ...tunnel, quotes: oneSpeaker, comments: [] })).toEqual(['source', 'open', 'stand']);
		expect(questions(bare)).toEqual([]);
	});

	it('are not made in a language whose pack has no rules for them, nor in an unknown one', () => {
		expect(questions(german)).toEqual([]);
		expect(questions({ ...tunnel, language: null })).toEqual([]);
	});

	it.each([
		['names somebody who speaks in the article', 'Ada Quillon reportedly wants a tunnel with a road in it.'],
		['says whose figure it is', 'According to the survey, 614 people have complained since September.'],
		['has words of somebody in it', 'Residents say the tunnel is “a hole for money” and little else.'],
		['is a scrap', 'Reportedly so.'],
		['does not end', 'The ferries are said to lose money on every crossing in winter'],
		['only gives a year', 'The ferry began to cross the harbour of the town in 1889 and never stopped.'],
	])('take no sentence as a claim without a source that %s', (_, sentence) => {
		const given = { ...tunnel, comments: [], paragraphs: [...(tunnel.paragraphs ?? []), sentence] };
		expect(questions(given).flatMap((one) => ('passage' in one ? [one.passage.text] : []))).not.toContain(
			sentence,
		);
	});

	it('take no two statements for one subject that share only light words', () => {
		const given: Invented = {
			...bare,
			headline: 'A Day at the Market',
			paragraphs: [
				'"We make the best cheese of the whole good country here," said Ada Quillon.',
				'"They make a good living, and I make none at all," said Bo Larsen.',
			],
			quotes: [
				{ said: 'We make the best cheese of the whole good country here,', by: 'Ada Quillon' },
				{ said: 'They make a good living, and I make none at all,', by: 'Bo Larsen' },
			],
		};
		expect(questions(given)).toEqual([]);
	});

	it('fit one message, however long the names and words are', async () => {
		const long = `${'shaft '.repeat(58)}tunnel`;
		const paragraphs = ['A', 'B', 'C', 'D'].map((_, index) => `"${long} ${index}," said somebody.`);
		const given = {
			...tunnel,
			paragraphs,
			quotes: paragraphs.map((_, index) => ({
				said: `${long} ${index},`,
				by: `N${'o'.repeat(90)} ${index}`,
			})),
			comments: [],
		};
		expect(kinds(given)).toEqual(['sides', 'sides']);
		expect((await taken(questionsCard(line, questions(given), ''))).cut).toBe(false);
	});

	it('are the same each time, and are made of anything in bounded time', () => {
		expect(questions(tunnel)).toEqual(questions(tunnel));
		const text = fc.string({ unit: 'grapheme', maxLength: 400 });
		fc.assert(
			fc.property(
				fc.array(text, { maxLength: 30 }),
				fc.array(text, { maxLength: 20 }),
				(paragraphs, comments) => {
					const found = questionsOf({
						...invented({ ...bare, paragraphs, comments: comments.map((one) => ({ text: one })) }),
						utterances: paragraphs.map((said, index) => ({
							...({ article: line, role: null, cue: null, kind: 'quote' } as const),
							speaker: `Speaker ${index % 3}`,
							paragraph: index,
							parts: [{ kind: 'said', text: said }],
						})),
						comments: comments.map((one) => ({ author: null, text: one, answers: null, replies: 0 })),
					});
					expect(found.length).toBeLessThanOrEqual(5);
				},
			),
		);
		const words = 'the tunnel harbour pays money winter ferry council '.repeat(8);
		const many = Array.from({ length: 2_000 }, (_, index) => `${words}${index}.`);
		questionsOf({ ...invented({ ...bare, paragraphs: many }), utterances: [], comments: [] });
	});
});

describe('a poll', () => {
	it('is on the first question that has answers to choose from', () => {
		const poll = pollOf(questions(tunnel));
		expect(poll?.question).toBe(`Question 1: ${asked(questions(tunnel)[0] ?? expect.fail())}`);
		expect(poll?.answers).toEqual(['Ada Quillon', 'Bo Larsen', 'Both', 'Neither']);
	});

	it('is not held where no question has any', () => {
		expect(pollOf(questions({ ...tunnel, quotes: [], comments: [] }))).toBeNull();
	});

	it('stays within Discord’s limits with endless names', () => {
		const quotes = (tunnel.quotes ?? []).map((quote, index) => ({
			...quote,
			by: `${'N'.repeat(300)} ${index}`,
		}));
		const poll = pollOf(questions({ ...tunnel, quotes })) ?? expect.fail();
		expect(poll.question.length).toBeLessThanOrEqual(300);
		for (const answer of poll.answers) expect(answer.length).toBeLessThanOrEqual(55);
	});
});
