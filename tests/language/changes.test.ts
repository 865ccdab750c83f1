import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedParagraphs, changedWords, type Stretch } from '../../src/language/changes.ts';

const textOf = (side: readonly Stretch[] | null) => side?.map(({ text }) => text).join('') ?? null;
const changedIn = (side: readonly Stretch[] | null) =>
	side?.flatMap(({ text, isChanged }) => (isChanged ? [text.trim()] : [])).filter((text) => text !== '') ??
	[];

describe('what changed between two texts', () => {
	const pier = 'The pier will close for repairs on the first of May, the harbour master said.';
	const boats = 'Nobody has seen the boats that the council promised in the spring.';

	it('is the words of a paragraph that are different', () => {
		const now = 'The pier will close for good on the first of May, the harbour master said.';
		const [change, ...others] = changedParagraphs([pier, boats], [now, boats]);
		expect(others).toEqual([]);
		expect(change?.paragraph).toBe(0);
		expect(changedIn(change?.before ?? null)).toEqual(['repairs']);
		expect(changedIn(change?.after ?? null)).toEqual(['good']);
	});

	it('is a paragraph that was added or removed, at its place', () => {
		expect(changedParagraphs([pier], [pier, boats])).toEqual([
			{ paragraph: 1, before: null, after: [{ text: boats, isChanged: true }] },
		]);
		expect(changedParagraphs([pier, boats], [boats])).toEqual([
			{ paragraph: 0, before: [{ text: pier, isChanged: true }], after: null },
		]);
	});

	it('finds the paragraph that was changed among others that were removed next to it', () => {
		const now = 'Nobody has seen the ferries that the council promised in the spring.';
		const changes = changedParagraphs([pier, boats], [now]);
		expect(changes.map(({ before, after }) => [textOf(before), textOf(after)])).toEqual([
			[pier, null],
			[boats, now],
		]);
	});

	it('keeps the order of the text where one paragraph was changed and the next one removed', () => {
		const now = pier.replace('repairs', 'good');
		const changes = changedParagraphs([pier, boats, 'The end.'], [now, 'The end.']);
		expect(changes.map(({ before, after }) => [textOf(before), textOf(after)])).toEqual([
			[pier, now],
			[boats, null],
		]);
	});

	it('holds all of both texts that is not the same, word for word, whatever they are', () => {
		const text = fc.array(fc.oneof(fc.lorem({ maxCount: 9 }), fc.string(), fc.constantFrom(pier, boats)), {
			maxLength: 12,
		});
		fc.assert(
			fc.property(text, text, (before, after) => {
				const changes = changedParagraphs(before, after);
				for (const { paragraph, before: was, after: is } of changes) {
					if (is !== null) expect(textOf(is)).toBe(after[paragraph]);
					else expect(textOf(was)).toBe(before[paragraph]);
				}
				// Without what went and came, both are the same.
				const went = changes.flatMap(({ before: was }) => textOf(was) ?? []);
				const came = changes.flatMap(({ after: is }) => textOf(is) ?? []);
				const rest = (all: readonly string[], some: readonly string[]) => {
					const left = [...all];
					for (const one of some) {
						expect(left).toContain(one);
						left.splice(left.indexOf(one), 1);
					}
					return left.sort();
				};
				expect(rest(before, went)).toEqual(rest(after, came));
				if (JSON.stringify(before) === JSON.stringify(after)) expect(changes).toEqual([]);
			}),
		);
	});

	it('marks whole numbers and words, in any script', () => {
		const marked = (before: string, after: string) => {
			const side = (all: readonly { text: string; isChanged: boolean }[]) =>
				all.map(({ text, isChanged }) => (isChanged ? `[${text}]` : text)).join('');
			const changed = changedWords(before, after);
			return [side(changed.before), side(changed.after)];
		};
		expect(marked('It has 24,000 seats.', 'It has 21,000 seats.')).toEqual([
			'It has [24,000] seats.',
			'It has [21,000] seats.',
		]);
		expect(marked('a £2.4m fine', 'a £2.9m fine')).toEqual(['a £[2.4m] fine', 'a £[2.9m] fine']);
		expect(marked('She didn’t go.', 'She did go.')).toEqual(['She [didn’t] go.', 'She [did] go.']);
		expect(marked('Мэр говорила о мосте.', 'Мэр говорил о мосте.')).toEqual([
			'Мэр [говорила] о мосте.',
			'Мэр [говорил] о мосте.',
		]);
		expect(marked('橋を三月に閉鎖する', '橋を四月に閉鎖する')).toEqual([
			'橋を[三]月に閉鎖する',
			'橋を[四]月に閉鎖する',
		]);
	});

	it('compares no words where two long paragraphs have nothing in common, and is quick', () => {
		const words = (from: number) => Array.from({ length: 3_000 }, (_, index) => `w${from + index}`).join(' ');
		const { before, after } = changedWords(words(0), words(10_000));
		expect(before).toEqual([{ text: words(0), isChanged: true }]);
		expect(after).toEqual([{ text: words(10_000), isChanged: true }]);
	});
});
