import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Stretch, textFragments, withTextFragment } from '../../src/language/text-fragment.ts';

/** The stretch of some words of a page, the `nth` time that they stand there, counted from 0. */
function stretchOf(texts: readonly string[], words: string, nth = 0): Stretch {
	const places = texts.flatMap((text, number) => {
		const starts: number[] = [];
		for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) starts.push(at);
		return starts.map((start) => ({ first: number, last: number, start, end: start + words.length }));
	});
	const found = places[nth];
	if (!found) throw new Error(`No text has "${words}" ${nth + 1} times.`);
	return found;
}

const fragment = (texts: readonly string[], words: string, nth = 0) =>
	textFragments(texts)(stretchOf(texts, words, nth));

describe('the directive that leads a browser to words', () => {
	it('is the words themselves where they are few and stand once', () => {
		expect(fragment(['“We wait,” said Ada Venn.'], 'We wait,')).toBe('text=We%20wait');
	});

	it('encodes what has a meaning in a directive or ends a link', () => {
		const words = 'state-run, “Sand & Co” (1) it’s';
		expect(fragment([`He said: ${words}!`], words)).toBe(
			'text=state%2Drun%2C%20%E2%80%9CSand%20%26%20Co%E2%80%9D%20%281%29%20it%E2%80%99s',
		);
	});

	it('says what stands in front or behind where the same words stand elsewhere, in any case or accent', () => {
		const texts = ['WÉ WAIT', '“We wait,” said Ada Venn.', 'Nobody said: “We wait.”'];
		expect(fragment(texts, 'We wait')).toBe('text=We%20wait,-%2C%E2%80%9D%20said');
		expect(fragment(texts, 'We wait', 1)).toBe('text=said%3A%20%E2%80%9C-,We%20wait');
	});

	it('gives a long stretch by its first and last words', () => {
		const words =
			'The pier was built by the crews and no one else, and they were never paid for it by anybody in the town, not once in all those years';
		expect(fragment([`“${words},” said Ada Venn.`], words)).toBe('text=The%20pier%20was,all%20those%20years');
	});

	it('takes more words where the first or last ones stand elsewhere too', () => {
		const words =
			'The pier was built by the crews, and they were never paid for it in all those years, whatever the town says today about all those years';
		const texts = ['The pier was shut.', `“${words},” said Ada Venn.`];
		expect(fragment(texts, words)).toBe('text=The%20pier%20was%20built,about%20all%20those%20years');
	});

	it('leads over paragraphs with a term in each', () => {
		const texts = ['“The pier was built by the crews.', '“But the quay is ours.”'];
		const stretch = { first: 0, last: 1, start: 1, end: texts[1]?.indexOf('.') ?? 0 };
		expect(textFragments(texts)(stretch)).toBe('text=The%20pier%20was,quay%20is%20ours');
	});

	it('is none where nothing tells the place from another one', () => {
		expect(fragment(['“We wait.”', '“We wait.”'], 'We wait')).toBeNull();
		expect(fragment(['…'], '…')).toBeNull();
	});

	it('fits one place only and never breaks a link, whatever the page says', () => {
		const word = fc.constantFrom('no', 'No', 'né', '-', 'a,b', '&', '我们', 'не', '"', '\u00a0', 'x)');
		const texts = fc.array(
			fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' ')),
			{
				minLength: 1,
				maxLength: 6,
			},
		);
		fc.assert(
			fc.property(texts, fc.nat(), fc.nat(), fc.nat(), (page, which, from, to) => {
				const first = which % page.length;
				const text = page[first] ?? '';
				const start = from % text.length;
				const end = start + 1 + (to % (text.length - start));
				const made = textFragments(page)({ first, last: first, start, end });
				if (made === null) return;
				expect(made).toMatch(/^text=[\w.%,-]+$/u);
				expect(made.length).toBeLessThanOrEqual(300);
				const terms = made
					.slice(5)
					.split(',')
					.map((term) => decodeURIComponent(term.replace(/^-|-$/gu, '')));
				for (const term of terms) {
					const found = page.filter((one) => one.replace(/\s+/gu, ' ').includes(term));
					expect(found.length).toBeGreaterThan(0);
				}
			}),
		);
	});

	it('goes behind the fragment that an address has', () => {
		const there = (url: string) => withTextFragment(url, 'text=a');
		expect(there('https://a.example/b?c=d')).toBe('https://a.example/b?c=d#:~:text=a');
		expect(there('https://a.example/b#part-2')).toBe('https://a.example/b#part-2:~:text=a');
		expect(there('https://a.example/b#:~:text=old')).toBe('https://a.example/b#:~:text=a');
		expect(there('https://a.example/b#part:~:text=old')).toBe('https://a.example/b#part:~:text=a');
	});
});
