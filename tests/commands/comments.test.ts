import { RegExpMatcher } from 'obscenity';
import { describe, expect, test, vi } from 'vitest';
import comments from '../../commands/comments.ts';
import { pickComments } from '../../src/language/comments.ts';
import { contextOf, line, plainLibrary } from './plain-library.ts';
import { read } from './reading.ts';

const by = (author: string | null, text: string, replyTo: string | null = null) => ({
	author,
	text,
	replyTo,
});
const page = [
	by('Ann', 'At last! The ferry is all this town ever asked for.'),
	by('Bob', 'Ann, and who pays for the damn boat? A shitty deal for the rest of us.', 'Ann'),
	by('Ann', 'Bob, everybody does, and everybody may use it.', 'Bob'),
	by(null, ''),
	by(null, 'Six years for one pier is a disgrace.'),
	by('Cay', 'Will there be a late boat on Saturdays?'),
	by('Dov', 'The cake on the quay is worth the crossing.'),
	by('Eli', 'I was told the old one leaked.', 'Somebody Gone'),
];
const library = plainLibrary({
	comments: async ({ sort, seed }) => ({
		article: line,
		total: page.filter(({ text }) => text !== '').length,
		comments: pickComments(page, { sort, seed }),
	}),
});
const ask = (given: Parameters<typeof comments.run>[0]) => comments.run(given, contextOf(library));

describe('/comments', () => {
	test('reads as a sample with the count of all, coarse words behind spoilers', async () => {
		const text = await read(await ask({}));
		expect(text).toContain('5 of 7 comments by readers, chosen to show the range');
		expect(text).not.toContain('shitty');
		expect(await read(await ask({ sort: 'threads' }))).toContain('A ██████ deal');
	});

	test('looks for coarse words only in the comments that a page shows', async () => {
		const many = Array.from({ length: 100 }, (_, n) =>
			by(`Reader ${n}`, `${n} times this pier. `.repeat(40)),
		);
		const searched = vi.spyOn(RegExpMatcher.prototype, 'getAllMatches');
		const answers = { article: line, total: 100, comments: pickComments(many, { sort: 'newest' }) };
		const card = await comments.run(
			{ sort: 'newest' },
			contextOf(plainLibrary({ comments: async () => answers })),
		);
		const shown = card.blocks.filter(({ kind }) => kind === 'said' || kind === 'note').length;
		expect(shown).toBeGreaterThan(0);
		expect(searched.mock.calls.length).toBeLessThanOrEqual(2 * shown);
		searched.mockRestore();
	});

	test('gives another sample, the newest and the threads by buttons', async () => {
		const row = (await ask({ seed: 3 })).actions?.flat();
		expect(row).toMatchObject([
			{ label: 'Another sample', options: { article: 'ferry1', sort: 'sample', seed: 4 } },
			{ label: 'Newest', options: { article: 'ferry1', sort: 'newest' } },
			{ label: 'Busiest threads', options: { article: 'ferry1', sort: 'threads' } },
			{ label: 'Article', command: 'article' },
			{ label: '6 quotes', command: 'quotes' },
		]);
	});

	test('shows threads with their replies, each reply after what it answers', async () => {
		expect(await read(await ask({ sort: 'threads' }))).toMatchInlineSnapshot(`
			"1 thread among 7 comments by readers, busiest first
			Ostwick Reopens Its Harbour Ferry After Six Years (https://courier.example/ferry)
			============================================================
			Ann · 2 replies
			---------------
			│ At last! The ferry is all this town ever asked for.
			Bob → Ann
			│ And who pays for the damn boat? A ██████ deal for the rest of us.
			Ann → Bob
			│ Everybody does, and everybody may use it.
			Ostwick Courier (https://courier.example/ferry) · published 3 May 2031
			[A sample] [Newest] [Article] [6 quotes]"
		`);
	});

	test('shows the newest with the comment they answer, or its author where that is gone', async () => {
		const text = await read(await ask({ sort: 'newest' }));
		expect(text).toContain('7 comments by readers, newest first');
		expect(text).toContain('Eli → Somebody Gone');
		expect(text).toContain('Ann → Bob\n↳ And who pays for the damn boat?');
	});

	test('shows the newest by their times where all have one, each with its day', async () => {
		const times = ['2024-05-06T10:00:00Z', '2024-05-08T09:00:00Z', '2024-05-06T14:00:00+02:00'];
		const asked = (given: Parameters<typeof comments.run>[0], timed: Parameters<typeof pickComments>[0]) =>
			comments.run(
				given,
				contextOf(
					plainLibrary({
						comments: async ({ sort }) => ({
							article: line,
							total: timed.length,
							comments: pickComments(timed, { sort }),
						}),
					}),
				),
			);
		const timed = [
			{ ...by('Ann', 'The ferry is all this town ever asked for.'), postedAt: times[0] },
			{ ...by('Bob', 'And who pays for the boat?', 'Ann'), postedAt: times[1] },
			{ ...by('Cay', 'Will there be a late boat?'), postedAt: times[2] },
		];
		const authors = async (of: Parameters<typeof pickComments>[0]) =>
			(await read(await asked({ sort: 'newest' }, of))).match(/^(?:Ann|Bob|Cay)\b/gmu);
		expect(await authors(timed)).toEqual(['Bob', 'Cay', 'Ann']);
		const [first, second, third] = timed;
		if (!first || !second || !third) throw new Error('There are three.');
		expect(await authors([first, { ...second, postedAt: undefined }, third])).toEqual(['Cay', 'Bob', 'Ann']);
		const card = JSON.stringify(await asked({ sort: 'threads' }, timed));
		for (const at of times.slice(0, 2))
			expect(card).toContain(JSON.stringify({ mark: 'time', at, style: 'date' }));
	});

	test('has a menu that shows a long comment whole, on pages', async () => {
		const sentences = Array.from({ length: 90 }, (_, n) => `Thought number ${n + 1} of a patient reader.`);
		const answer = {
			article: line,
			total: 1,
			comments: [{ author: 'Ann', text: sentences.join(' '), answers: null, replies: 0 }],
		};
		const context = contextOf(plainLibrary({ comments: async () => answer }));
		const card = await comments.run({}, context);
		const menu = card.blocks.find(({ kind }) => kind === 'menu');
		expect(menu).toMatchObject({
			choices: [
				{
					label: 'Ann’s full comment',
					command: 'comments',
					options: { article: 'ferry1', sort: 'sample', whole: 0 },
				},
			],
		});
		const pages = [];
		for (let at = 0; at < 2; at++)
			pages.push(await read(await comments.run({ whole: 0, page: at }, context)));
		for (const sentence of sentences) expect(pages.join('\n')).toContain(sentence);
	});

	test('says so where there are no comments, and where there are no replies', async () => {
		const empty = (total: number) =>
			contextOf(plainLibrary({ comments: async () => ({ article: line, total, comments: [] }) }));
		expect(await read(await comments.run({}, empty(0)))).toContain('No comments under this article');
		expect(await read(await comments.run({ sort: 'threads' }, empty(4)))).toContain(
			'None of the 4 comments answers another one',
		);
	});
});
