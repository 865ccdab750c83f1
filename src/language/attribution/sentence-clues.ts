import type { Mention, ParsedParagraph } from '../mentions.ts';
import type { Gender } from '../names.ts';
import type { Paragraph } from '../page.ts';
import { isSomebody, type Person } from '../person.ts';
import { paragraphBefore } from './paragraphs.ts';

/** Mentions of a paragraph that are looked at. */
const REACH = 24;

/**
 * Whom "he" means in a paragraph that opens with his words, behind one without quotation: the only person in its last
 * sentence, who is its subject ("When asked about the boat, Venn didn't wait. ¶ “No,” he said").
 */
export function leaderOf(
	parsedParagraphs: readonly ParsedParagraph[],
	paragraph: number,
	gender: Gender,
): Person | null {
	const before = parsedParagraphs[paragraphBefore(parsedParagraphs, paragraph)];
	if (!before || before.paragraph.spans.length > 0) return null;
	const { sentence, tokens, words } = before.paragraph;
	const last = sentence.at(-1);
	const own = before.mentions.slice(-REACH).filter((mention) => mention.sentence === last);
	const named = own.filter(({ kind, person }) => kind === 'name' && person !== null && isSomebody(person));
	const [first] = named;
	const person = first?.person ?? null;
	if (!first || !person || (person.gender !== null && person.gender !== gender)) return null;
	const leads =
		first.syntacticRole === 'subject' ||
		first.side === 'after' ||
		first.side === 'apposition' ||
		words.negated?.test(tokens[first.after]?.lower ?? '') === true;
	const isOther = (one: Mention) =>
		(one.gender !== null && one.gender === gender && (one.first < first.first || !one.owns)) ||
		(one.kind === 'name' && one.person !== person && one.person !== null && isSomebody(one.person));
	return leads && !own.some(isOther) ? person : null;
}

/**
 * Who cannot be meant by the subject of "said": who stands right before ", he said, ", which cuts in on a sentence about
 * somebody else ("Venn, he said, is late"), and who is named in what somebody was asked ("Asked about Venn, he said").
 */
export function notMeant(
	{ mentions, classes, paragraph }: ParsedParagraph,
	index: number,
	pronoun: Mention,
): Person[] {
	if (pronoun.side !== 'after' || classes[pronoun.first - 1] !== ',') return [];
	const before = mentions.slice(Math.max(0, index - REACH), index);
	const last = before.at(-1);
	const cutsIn = pronoun.cueAt === pronoun.after && classes[pronoun.cueAt + 1] === ',';
	if (cutsIn && last?.kind === 'name' && last.after === pronoun.first - 1)
		return last.person ? [last.person] : [];
	if (!opensWithQuestion(paragraph, classes, pronoun)) return [];
	// "Asked about the boat, Venn laughed and, he said, …": behind a comma somebody else may begin to act.
	return before.flatMap(({ kind, person, first, sentence }) =>
		kind === 'name' && sentence === pronoun.sentence && person !== null && classes[first - 1] !== ','
			? person
			: [],
	);
}

/** Tokens of a question that is told before its answer. */
const QUESTION = 40;

/** Whether the sentence of a mention begins with "Asked …" or "When asked …". */
function opensWithQuestion(
	{ tokens, sentence, words }: Paragraph,
	classes: readonly string[],
	{ first }: Mention,
): boolean {
	let at = first;
	while (at > 0 && first - at < QUESTION && sentence[at - 1] === sentence[first]) at--;
	const opening = tokens[classes[at] === 'C' ? at + 1 : at]?.lower ?? '';
	return words.asked?.has(opening) === true;
}
