import { fold } from './fold.ts';
import { once } from './once.ts';

/** A run of characters in one text of a page. */
interface Run {
	readonly number: number;
	readonly start: number;
	readonly end: number;
}

/** The texts of a page as a browser compares them: letters without case and accents, any white space as one blank. */
export interface Page {
	length(number: number): number;
	/** The words that lie within two offsets of a text, without the punctuation at their ends. */
	words(number: number, from: number, to: number): readonly Run[];
	/** The characters of a run, percent-encoded for a directive. */
	encoded(run: Run): string;
	/** Whether these characters stand nowhere else. */
	isOnly(run: Run): boolean;
	/** Whether the first place after a run that has the characters of another one is that other one. */
	isNextAfter(run: Run, other: Run): boolean;
}

/** Scripts that write words without blanks between them: their bounds are found as browsers find them. */
const unspaced = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]/u;
const segmenter = once(() => new Intl.Segmenter('und', { granularity: 'word' }));

export function openPage(texts: readonly string[]): Page {
	const all = texts.map(compared);
	const starts: number[] = [];
	let length = 0;
	for (const { text } of all) {
		starts.push(length);
		length += text.length + 1;
	}
	// No term holds a line break, so none is found across two texts.
	const whole = all.map(({ text }) => text).join('\n');
	const place = (number: number, offset: number) => (starts[number] ?? 0) + (all[number]?.at(offset) ?? 0);
	const sought = ({ number, start, end }: Run) => {
		const from = place(number, start);
		return { from, text: whole.slice(from, place(number, end)) };
	};
	return {
		length: (number) => texts[number]?.length ?? 0,
		words: (number, from, to) => wordsOf(texts[number] ?? '', from, to).map((word) => ({ number, ...word })),
		encoded: ({ number, start, end }) => encoded((texts[number] ?? '').slice(start, end)),
		isOnly(run) {
			const { from, text } = sought(run);
			return text !== '' && whole.indexOf(text) === from && whole.indexOf(text, from + 1) === -1;
		},
		isNextAfter(run, other) {
			const { from, text } = sought(other);
			return text !== '' && whole.indexOf(text, place(run.number, run.end)) === from;
		},
	};
}

function wordsOf(text: string, from: number, to: number): { readonly start: number; readonly end: number }[] {
	return [...text.slice(from, to).matchAll(/\S+/gu)]
		.flatMap(({ 0: run, index }) =>
			unspaced.test(run)
				? [...segmenter().segment(run)].map(({ segment, index: at }) => ({ run: segment, index: index + at }))
				: [{ run, index }],
		)
		.flatMap(({ run, index }) => {
			const bare = run.replace(/[^\p{L}\p{N}\p{M}]+$/u, '');
			return /[\p{L}\p{N}]/u.test(bare) ? [{ start: from + index, end: from + index + bare.length }] : [];
		});
}

/** "-", "," and "&" have a meaning in a directive; the others end a link in Discord's markdown. */
function encoded(text: string): string {
	return encodeURIComponent(text.replace(/\s+/gu, ' ').trim().toWellFormed()).replace(
		/[-!'()*~_]/gu,
		(character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
	);
}

/** A text as it is compared, and where each offset of it is in there. */
function compared(text: string): { readonly text: string; readonly at: (offset: number) => number } {
	if (/^(?!.*\s\s)[ -~]*$/u.test(text)) return { text: text.toLowerCase(), at: (offset) => offset };
	const places: number[] = [];
	let out = '';
	for (const character of text) {
		for (let unit = 0; unit < character.length; unit++) places.push(out.length);
		if (!/\s/u.test(character)) out += folded(character);
		else if (!out.endsWith(' ')) out += ' ';
	}
	return { text: out, at: (offset) => places[offset] ?? out.length };
}

const known = new Map<string, string>();
/** A page uses a few hundred characters, so they are remembered; a hostile one may use all there are. */
const mostKnown = 4_000;

function folded(character: string): string {
	if (character < '\u0080') return character.toLowerCase();
	let form = known.get(character);
	if (form === undefined) {
		form = fold(character);
		if (known.size < mostKnown) known.set(character, form);
	}
	return form;
}
