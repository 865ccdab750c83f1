import type { Mention, ParsedParagraph } from '../mentions.ts';
import type { ParsedArticle } from '../parsed-article.ts';
import type { Doubted } from './doubt.ts';

/** The speaker whose turn it is, and the last paragraph of the turn so far. */
interface Turn {
	mention: Mention;
	paragraph: number;
}

/** A label has at most this many words: "SENATOR ADA VENN:". */
const LONGEST = 4;

/**
 * Who speaks where a transcript is in quotation marks, each turn with its speaker's name in front: “VENN: We go on.” The
 * paragraphs of a turn that have no label of their own are the same speaker's. By the number of the span in `spans`;
 * empty where the article has fewer than two labels, since one colon proves nothing.
 */
export function labelsOf(
	{ parsedParagraphs, personOf }: ParsedArticle,
	spans: readonly Doubted[],
): Map<number, Mention> {
	const found = new Map<number, Mention>();
	let labels = 0;
	let turn: Turn | null = null;
	for (const [index, { place }] of spans.entries()) {
		const parsed = parsedParagraphs[place.paragraph];
		if (!parsed || place.first !== 0) continue;
		const own = labelOf(parsed, personOf);
		if (own) labels++;
		if (own) turn = { mention: own, paragraph: place.paragraph };
		else if (turn && place.own === 0 && place.paragraph === turn.paragraph + 1) turn.paragraph++;
		else turn = null;
		const mention = turn?.mention;
		if (mention) found.set(index, mention);
	}
	return labels > 1 ? found : new Map();
}

/** The name before a colon with which a paragraph's marks open: in capitals, or one that the article has elsewhere. */
function labelOf({ paragraph, names }: ParsedParagraph, personOf: ParsedArticle['personOf']): Mention | null {
	const { tokens } = paragraph;
	let after = 1;
	while (after <= LONGEST && tokens[after]?.kind === 'word' && tokens[after]?.capital) after++;
	if (after === 1 || tokens[after]?.text !== ':') return null;
	const name = names.find((one) => one.first < after && one.after === after);
	const person = name ? personOf(name) : null;
	if (!name || !person) return null;
	const words = tokens.slice(1, after).map(({ text }) => text);
	const isCapitals = words.every((word) => word === word.toUpperCase()) && words.join('').length > 2;
	if (!isCapitals && person.names.length < 2) return null;
	return {
		paragraph: paragraph.index,
		first: name.first,
		after,
		kind: 'name',
		person,
		name,
		head: words.at(-1)?.toLowerCase() ?? '',
		gender: null,
		owns: false,
		syntacticRole: 'other',
		sentence: 0,
		cue: null,
		cueAt: -1,
		side: 'none',
		key: 'none:-',
		rank: 0,
		spansBefore: 0,
	};
}
