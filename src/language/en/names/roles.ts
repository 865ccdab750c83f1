import type { Paragraph } from '../../page.ts';
import type { Person } from '../../person.ts';
import type { Token } from '../../tokens.ts';
import { plainCues } from '../lexicon/cues.ts';
import { actors } from '../lexicon/lists.ts';
import { honorifics, offices } from '../lexicon/titles.ts';

const LONGEST = 9;

/**
 * What the article calls a person's office or part, in its own words: the title before a name ("US Secretary
 * of State") or the phrase between commas after it ("Hill, the harbour master, said"), else null. The longest wins.
 */
export function roleOf(person: Person, scenes: readonly { paragraph: Paragraph }[]): string | null {
	let best: string | null = null;
	for (const name of person.names.slice(0, 40)) {
		const paragraph = scenes[name.paragraph]?.paragraph;
		if (!paragraph) continue;
		const role =
			titleBefore(paragraph, name.titleFirst, name.first) ??
			appositionAfter(paragraph, name.after, name.inside);
		if (role && role.length > (best?.length ?? 0)) best = role;
	}
	return best;
}

function titleBefore(paragraph: Paragraph, titleFirst: number, first: number): string | null {
	const { tokens } = paragraph;
	let start = titleFirst;
	// "Secretary of State John Kerry": the run of capitals before "of" belongs to the title.
	while (
		start - 2 >= 0 &&
		first - start < LONGEST &&
		tokens[start - 1]?.lower === 'of' &&
		tokens[start - 2]?.capital
	) {
		start -= 2;
		while (start - 1 >= 0 && tokens[start - 1]?.capital && first - start < LONGEST) start--;
	}
	const title = tokens.slice(start, first);
	const bare = (lower: string) => (lower.endsWith('.') ? lower.slice(0, -1) : lower);
	while (title.length > 0 && honorifics.has(bare(title[0]?.lower ?? ''))) title.shift();
	if (!title.some((token) => offices.has(bare(token.lower)))) return null;
	const from = title[0]?.start ?? 0;
	return paragraph.text.slice(from, title.at(-1)?.end ?? from).replace(/\s+/gu, ' ');
}

/** Nouns for a part that hardly stand before a name, only after it. */
const parts = new Set(
	'master mistress keeper warden widow fisherman farmhand shopkeeper survivor witness victim fan winner pioneer'.split(
		' ',
	),
);
/** Words with which a clause begins, not a phrase. */
const clauses = new Set('who whose whom which where when that'.split(' '));
const determiners = new Set(['a', 'an', 'the', 'his', 'her', 'their']);

/** "Ada Venn, the harbour master of Halden, said": the phrase up to the next comma or stop, without its article. */
function appositionAfter({ tokens, inside, text }: Paragraph, after: number, span: number): string | null {
	if (tokens[after]?.text !== ',') return null;
	const start = determiners.has(tokens[after + 1]?.lower ?? '') ? after + 2 : after + 1;
	let end = start;
	while (end < tokens.length && end - start < LONGEST && tokens[end]?.kind !== 'mark' && inside[end] === span)
		end++;
	const closes = tokens[end]?.text;
	if (clauses.has(tokens[start]?.lower ?? '')) return null;
	if (end === start || (closes !== ',' && closes !== '.')) return null;
	const words = tokens.slice(start, end);
	const isOffice = (token: Token) =>
		offices.has(token.lower) || actors.has(token.lower) || parts.has(token.lower);
	// What has a verb is a clause of its own: "Venn, the mayor said".
	if (!words.some(isOffice) || words.some((token) => plainCues.has(token.lower))) return null;
	if (start === after + 1 && !words.slice(0, 2).some(isOffice)) return null;
	return text.slice(words[0]?.start ?? 0, words.at(-1)?.end ?? 0).replace(/\s+/gu, ' ');
}
