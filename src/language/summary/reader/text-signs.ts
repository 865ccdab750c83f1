import type { LanguagePack } from '../../pack.ts';
import type { Candidate } from '../sentences.ts';
import { atMost, flag, type Row } from './row.ts';

/** What the letters and marks of a sentence show, its first words above all. */
export function signsOfText({ text, tokens }: Candidate, pack: LanguagePack): Row {
	const { functionWords, plainCues } = pack.words;
	const words = tokens.filter(({ kind }) => kind !== 'mark');
	const [start, second] = words;
	const lower = start?.lower ?? '';
	const isOpen = !functionWords.has(lower);
	const isName = start?.capital === true && isOpen;
	return {
		'unclear alone': flag(pack.unclearAlone?.(text)),
		judges: flag(pack.judges?.(text)),
		claims: flag(pack.claims?.(text)),
		background: flag(pack.isBackground?.(text)),
		'has quotation': flag(/["“]/u.test(text)),
		'opens quotation': flag(/^["“]/u.test(text)),
		commas: atMost(text.split(',').length - 1),
		dashes: flag(/[–—]| - /u.test(text)),
		colon: flag(/: /u.test(text)),
		semicolon: flag(text.includes(';')),
		brackets: flag(text.includes('(')),
		exclaims: flag(text.includes('!')),
		'has markup': flag(/<\/?\w|https?:|\[\p{N}/u.test(text)),
		'comma soon': flag(/^(?:\S+ ){0,3}\S+,/u.test(text)),
		'ends in cue': flag(plainCues.has(words.at(-1)?.lower ?? '')),
		'opens with name': flag(isName),
		'opens with two capitals': flag(isName && second?.capital),
		'opens with the': flag(pack.articles.definite.has(lower)),
		'opens with a': flag(pack.articles.indefinite.has(lower)),
		'opens with number': flag(start?.kind === 'number'),
		'opens with -ing': flag(lower.endsWith('ing')),
		'opens with -ly': flag(lower.endsWith('ly')),
		'opens with -s': flag(/[^s]s$/u.test(lower) && isOpen),
	};
}
