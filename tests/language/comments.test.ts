import { describe, expect, test, vi } from 'vitest';
import type { Comment } from '../../src/article.ts';
import { pickComments } from '../../src/language/comments.ts';

const by = (author: string | null, text: string, replyTo: string | null = null): Comment => ({
	author,
	replyTo,
	text,
});

const subjects = [
	'ferry',
	'harbour',
	'council',
	'bridge',
	'school',
	'bakery',
	'lighthouse',
	'tram',
	'library',
];
const verbs = ['needs', 'deserves', 'lost', 'gave', 'waits for', 'pays for', 'talks about'];
const things = ['a new roof', 'more money than last year', 'the attention of nobody', 'its own people'];

/** `count` comments that all differ, by many authors, some answering an earlier one. */
function crowd(count: number): Comment[] {
	return Array.from({ length: count }, (_, n) => {
		const word = (list: string[], step: number) => list[Math.floor(n / step) % list.length];
		const text = `Point ${'abcdefghij'[n % 10]}${'klmnopqrst'[Math.floor(n / 10) % 10]}: the ${word(subjects, 1)} ${word(verbs, 9)} ${word(things, 63)}, and reader${n}x knows`;
		return by(`Reader ${n % 97}`, text, n % 3 === 2 ? `Reader ${(n - 1) % 97}` : null);
	});
}

describe('a sample of comments', () => {
	test('is drawn before anything costly is done, so that more comments cost no more', () => {
		const looked = (count: number) => {
			const page = crowd(count).map((comment) => ({ ...comment, author: null, replyTo: null }));
			const lowered = vi.spyOn(String.prototype, 'toLowerCase');
			pickComments(page, { sort: 'sample', seed: 0 });
			const { length } = lowered.mock.calls;
			lowered.mockRestore();
			return length;
		};
		expect(looked(50)).toBeGreaterThanOrEqual(50);
		expect(looked(5_000)).toBe(looked(2_000));
	});

	test('is the same for the same seed and shares no comment with the next one', () => {
		const page = crowd(60);
		const first = pickComments(page, { sort: 'sample', seed: 0 });
		const second = pickComments(page, { sort: 'sample', seed: 1 });
		expect(first).toHaveLength(5);
		expect(pickComments(page, { sort: 'sample', seed: 0 })).toEqual(first);
		const shared = second.filter(({ text }) => first.some((one) => one.text === text));
		expect(shared).toEqual([]);
	});

	test('differs from the next one even where the page has one comment more than a sample', () => {
		const page = crowd(6);
		const texts = (seed: number) => pickComments(page, { sort: 'sample', seed }).map(({ text }) => text);
		for (let seed = 0; seed < 8; seed++) expect(texts(seed)).not.toEqual(texts(seed + 1));
	});

	test('shows every comment before one comes back', () => {
		const page = crowd(50);
		const seen = new Set<string>();
		for (let seed = 0; seed < 10; seed++) {
			for (const { text } of pickComments(page, { sort: 'sample', seed })) seen.add(text);
		}
		expect(seen.size).toBe(50);
	});

	test('holds one of a flood of near-copies, however often they were posted', () => {
		const flood = Array.from({ length: 300 }, (_, n) =>
			by(
				`Fan ${n}`,
				`Vote for the harbour list on Sunday, number ${n}, it is the only honest choice we have left!!`,
			),
		);
		const page = [...flood, ...crowd(8)];
		const sampled = [0, 1, 2].flatMap((seed) => pickComments(page, { sort: 'sample', seed }));
		const copies = new Set(sampled.filter(({ text }) => text.startsWith('Vote')).map(({ text }) => text));
		expect(copies.size).toBeLessThanOrEqual(1);
	});

	test('shows short and long, asking, objecting and agreeing alike', () => {
		const long =
			'The council has talked about this since the spring flood and the minutes are public. '.repeat(6);
		const page = [
			...Array.from({ length: 40 }, (_, n) =>
				by(`L${n}`, `Session ${'mnopqrstuv'[n % 10]}${'abcd'[n % 4]} of many. ${long.slice(n * 3)}`),
			),
			by('Short One', 'Good for the whole harbour.'),
			by('Doubter', 'This is wrong and will never work in winter.'),
			by('Asker', 'Who will pay for the second boat?'),
		];
		const authors = pickComments(page, { sort: 'sample' }).map(({ author }) => author);
		expect(authors).toEqual(expect.arrayContaining(['Short One', 'Doubter', 'Asker']));
	});

	test('chooses different threads and authors where the page has them', () => {
		const busy = [
			by('Ann', 'The ferry should have been repaired before the summer began.'),
			...Array.from({ length: 30 }, (_, n) =>
				by(
					'Bob',
					`Answer ${'abcdefghijklmnopqrstuvwxyzabcde'[n]} about ${subjects[n % 9]} and ${things[n % 4]}, dear Ann`,
					'Ann',
				),
			),
		];
		const sampled = pickComments([...busy, ...crowd(12)], { sort: 'sample' });
		expect(sampled.filter(({ author }) => author === 'Bob').length).toBeLessThanOrEqual(1);
	});

	test('never holds an empty comment and leaves "lol" to the end', () => {
		const page = [by('A', ''), by('B', 'lol'), by('C', '   '), ...crowd(7)];
		const sampled = pickComments(page, { sort: 'sample' });
		expect(sampled.map(({ text }) => text)).not.toContain('lol');
		expect(sampled.every(({ text }) => text.trim() !== '')).toBe(true);
	});

	test('of no comments is empty', () => {
		expect(pickComments([by(null, '')], { sort: 'sample' })).toEqual([]);
	});
});

describe('threads', () => {
	const page = [
		by('Mira', 'First.'),
		by('Oskar', 'Mira, no.', 'Mira'),
		by('Mira', 'Second.'),
		by(null, 'Nobody asked you.', 'mira '),
		by('Jon', 'Leave her.', 'Oskar'),
		by('Ada', 'Hello?', 'Somebody Gone'),
	];

	test('join a reply to the nearest earlier comment of the author it names', () => {
		const [, , , last] = pickComments(page, { sort: 'newest' }).toReversed();
		expect(last?.answers).toEqual({ author: 'mira ', text: 'Second.' });
	});

	test('without the name of the author it answers, a reply begins with a capital, or as it is written', () => {
		const replies = ['Mira, so it is.', 'Mira: http://post.example', 'Mira, iPhones float.', 'Mira, ça va?'];
		const page = [by('Mira', 'First.'), ...replies.map((text) => by('Jon', text, 'Mira'))];
		const shown = pickComments(page, { sort: 'newest' }).map(({ text }) => text);
		expect(shown.toReversed().slice(1)).toEqual([
			'So it is.',
			'http://post.example',
			'iPhones float.',
			'Ça va?',
		]);
	});

	test('keep the name of somebody whose comment is gone', () => {
		const [newest] = pickComments(page, { sort: 'newest' });
		expect(newest?.answers).toEqual({ author: 'Somebody Gone', text: null });
	});

	test('come busiest first, each root before its replies, without comments that nobody answered', () => {
		const threads = pickComments(page, { sort: 'threads' });
		expect(threads.map(({ text, replies }) => [text, replies])).toEqual([
			['First.', 2],
			['No.', 1],
			['Leave her.', 0],
			['Second.', 1],
			['Nobody asked you.', 0],
		]);
	});

	test('of a name that answers itself do not go round in circles', () => {
		const talk = [by('Ann', 'One.', 'Ann'), by('Ann', 'Two.', 'Ann'), by('Ann', 'Three.', 'Ann')];
		expect(pickComments(talk, { sort: 'threads' }).map(({ replies }) => replies)).toEqual([2, 1, 0]);
	});
});

test('a page of 20,000 comments is sampled like any other, at most a thousand are listed', () => {
	const page = crowd(20_000);
	expect(pickComments(page, { sort: 'sample', seed: 7 })).toHaveLength(5);
	expect(pickComments(page, { sort: 'newest' })).toHaveLength(1000);
});
