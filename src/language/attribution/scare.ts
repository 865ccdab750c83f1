import type { Mention, ParsedParagraph } from '../mentions.ts';
import type { Emit } from '../model/loglinear.ts';
import type { Token } from '../tokens.ts';
import type { Place } from './place.ts';
import { wordOf } from './words.ts';

/** Counts over the first words of a span. */
export interface Content {
	words: number;
	capitals: number;
	/** T like a title of a work, C with several capitals, c with the first alone, l without. */
	title: 'T' | 'C' | 'c' | 'l';
	finite: number;
	pronouns: number;
	stops: number;
	long: number;
	/** The token after the last inside. */
	last: number;
}

const COUNTED = 60;

/** Counts the features inside a span that show what its marks are for. */
export function contentOf({ paragraph }: ParsedParagraph, place: Place): Content {
	const { tokens, spans, words: language } = paragraph;
	const last = spans[place.span]?.close ? place.after - 1 : place.after;
	const found = { words: 0, capitals: 0, finite: 0, pronouns: 0, stops: 0, long: 0 };
	let minors = 0;
	for (let at = place.first + 1; at < last && found.words < COUNTED; at++) {
		const token = tokens[at];
		if (!token) break;
		if (token.kind === 'mark') {
			if (',.?!'.includes(token.text)) found.stops++;
			continue;
		}
		found.words++;
		if (token.capital || token.kind === 'number') found.capitals++;
		else if (language.minor.has(token.lower)) minors++;
		if (language.finite.has(token.lower)) found.finite++;
		if (language.pronouns.has(token.lower)) found.pronouns++;
		if (token.text.length > 8) found.long++;
	}
	const { words, capitals } = found;
	const isTitle = words > 0 && capitals + minors === words;
	const title = isTitle ? 'T' : capitals > 1 ? 'C' : capitals === 1 && place.capital ? 'c' : 'l';
	return { ...found, title, last };
}

/**
 * Emits the features that tell a quotation from marks around something else: a title of a work, a nickname, a
 * doubted word.
 */
export function scareFeatures(
	parsed: ParsedParagraph,
	place: Place,
	source: Mention | null,
	sourceScore: number,
	emit: Emit,
): void {
	const { paragraph, classes } = parsed;
	const { tokens } = paragraph;
	const { words, title, finite: verbs, pronouns, stops, last } = contentOf(parsed, place);
	const length = words < 6 ? words : words < 9 ? 6 : words < 14 ? 7 : 8;
	const before = tokens[place.first - 1];
	const behind = tokens[place.reach];
	const score = Math.max(-1, Math.min(9, Math.floor(sourceScore * 10)));
	emit('length', length);
	emit('length+title', length, title);
	emit('verbs', Math.min(verbs, 2), length);
	emit('pronouns', Math.min(pronouns, 2), length > 3 ? 'l' : 's');
	emit('point', place.point, length > 3 ? 'l' : 's');
	emit('stops', Math.min(stops, 3));
	emit('around', `${place.before}${title}${place.behind}`);
	emit('around+length', place.before, place.behind, Math.min(length, 4));
	emit('before', place.before);
	emit('behind', place.behind);
	emit('word before', wordOf(before) || '^');
	emit('word behind', wordOf(behind) || '$');
	const second = tokens[place.first - 2];
	emit('two before', `${wordOf(second) || '^'} ${wordOf(before) || '^'}`);
	emit('score', score);
	emit('score+length', score, length);
	emit('spans', Math.min(paragraph.spans.length, 3));
	if (words === 1) emit('single', wordOf(tokens[place.first + 1]));
	emit('source', sourceScore > 0.5 ? 1 : 0, title, place.before);
	emit('paragraph', Math.min(paragraph.index, 2), length > 3 ? 'l' : 's');
	const short = Math.min(length, 5);
	emit('own', place.own, short);
	emit('side', source?.side ?? '-', short, source?.paragraph === place.paragraph ? 1 : 0);
	if (words < 6) {
		for (let at = place.first + 1; at < last; at++) {
			emit('word', wordOf(tokens[at]));
		}
	}
	emit('first word', openingOf(tokens[place.first + 1], paragraph.words.functionWords), short);
	emit('last word', wordOf(tokens[last - 1]), short > 3 ? 'l' : 's');
	emit('lead', place.lead, place.before);
	emit(
		'lead distance',
		place.leadAt < 0 ? '-' : Math.min(place.first - place.leadAt, 6),
		place.lead.length > 2 ? 1 : 0,
	);
	emit('lead+length', place.lead, short);
	emit('two behind', wordOf(behind) || '$', classes[place.reach + 1] ?? '$');
	emit('cue', source?.key ?? '-', short > 3 ? 'l' : 's');
	emit('in a name', place.inName);
	emit('class before', `${classes[place.first - 2] ?? '^'}${place.before}`);
}

/** The same at the start of a sentence, where a capital says nothing about a word of a closed class. */
const openingOf = (token: Token | undefined, functionWords: ReadonlySet<string>): string =>
	token && functionWords.has(token.lower) ? token.lower : wordOf(token);
