import type { Paragraph } from '../../page.ts';
import type { Person } from '../../person.ts';
import type { Token } from '../../tokens.ts';
import { cueVerbs, plainCues } from '../lexicon/cues.ts';
import { actors, pastVerbs } from '../lexicon/lists.ts';
import { callings, honorifics, offices } from '../lexicon/titles.ts';
import { functionWords } from '../lexicon/words.ts';

const LONGEST = 14;

/**
 * What the article calls a person's office or part, in its own words: the title before a name ("US Secretary
 * of State") or the phrase between commas after it ("Hill, the harbour master, said"), else null. The longest wins.
 */
export function roleOf(person: Person, parsedParagraphs: readonly { paragraph: Paragraph }[]): string | null {
	let best: string | null = null;
	for (const name of person.names.slice(0, 40)) {
		const paragraph = parsedParagraphs[name.paragraph]?.paragraph;
		if (!paragraph) continue;
		const role =
			titleBefore(paragraph, name.titleFirst, name.first) ??
			appositionAfter(paragraph, name.after, name.inside);
		if (role && !isKinship(role) && role.length > (best?.length ?? 0)) best = role;
	}
	return best;
}

/** What somebody is to another says nothing without that other: "colleague". */
const kinship = new Set(
	'colleague friend rival opponent wife husband son daughter brother sister mother father mom dad uncle aunt cousin widow fellow'.split(
		' ',
	),
);

const isKinship = (role: string): boolean => role.split(' ').every((word) => kinship.has(word.toLowerCase()));

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
	// "the engineer Ada Venn": nouns for what somebody is, without a capital.
	for (let at = start - 1; at >= 0 && title.length < LONGEST; at--) {
		const token = tokens[at];
		if (!token || (!(isOffice(token) && (!token.capital || at === 0)) && !isModifier(paragraph, at, title)))
			break;
		title.unshift(token);
	}
	if (!title.some(isOffice)) return null;
	const from = title[0]?.start ?? 0;
	return paragraph.text.slice(from, title.at(-1)?.end ?? from).replace(/\s+/gu, ' ');
}

/** "harbour" of "said harbour master Ada Venn": a noun between a noun for a part and what begins the phrase. */
function isModifier({ tokens, sentence }: Paragraph, at: number, title: readonly Token[]): boolean {
	const token = tokens[at];
	const before = tokens[at - 1];
	if (!token || title.length === 0 || token.kind !== 'word') return false;
	const { lower } = token;
	const isPlain =
		!functionWords.has(lower) &&
		!cueVerbs.has(lower) &&
		!pastVerbs.has(lower) &&
		!/(?:ed|ing|ly)$/u.test(lower);
	const begins = !before || sentence[at - 1] !== sentence[at] || before.kind === 'mark';
	if (!isPlain || (token.capital && !begins)) return false;
	return begins || determiners.has(before.lower) || cueVerbs.has(before.lower);
}

/** Nouns for a part that rarely come before a name, mostly after it. */
const parts = new Set(
	'master mistress keeper warden widow fisherman farmhand shopkeeper survivor witness victim fan winner pioneer'.split(
		' ',
	),
);
/** Endings of nouns for what somebody does: "hydrologist", "glaciologist", "optician". */
const trade = /.{2}(?:ologist|iatrist|onomist|opher|grapher|nomer|ician|woman|keeper|maker|worker|owner)$/u;

/** Whether a word in lower case is a noun for what somebody is or does. */
export function isPost(lower: string): boolean {
	const bare = lower.endsWith('.') ? lower.slice(0, -1) : lower;
	return offices.has(bare) || callings.has(bare) || actors.has(bare) || parts.has(bare) || trade.test(bare);
}

const isOffice = ({ lower }: Token): boolean => isPost(lower);

/** Words with which a clause begins, not a phrase. */
const clauses = new Set('who whose whom which where when that'.split(' '));
const owners = new Set(['his', 'her', 'their']);
const determiners = new Set(['a', 'an', 'the', 'his', 'her', 'their']);

/** "Ada Venn, the harbour master of Halden, said": the phrase up to the next comma or stop, without its article. */
function appositionAfter(paragraph: Paragraph, after: number, span: number): string | null {
	const { tokens, inside, text } = paragraph;
	if (tokens[after]?.text !== ',') return null;
	// "Ada Venn, 52, a glaciologist".
	if (tokens[after + 1]?.kind === 'number' && tokens[after + 2]?.text === ',')
		return appositionAfter(paragraph, after + 2, span);
	const start = determiners.has(tokens[after + 1]?.lower ?? '') ? after + 2 : after + 1;
	let end = start;
	while (end < tokens.length && end - start < LONGEST && tokens[end]?.kind !== 'mark' && inside[end] === span)
		end++;
	const closes = tokens[end]?.text;
	// "The outgoing mayor and her brother": what he is to another is no office.
	const other = tokens.findIndex(
		({ lower }, at) => at > start && at < end && lower === 'and' && owners.has(tokens[at + 1]?.lower ?? ''),
	);
	if (clauses.has(tokens[start]?.lower ?? '')) return null;
	if (end === start || (closes !== ',' && closes !== '.' && end < tokens.length)) return null;
	const words = tokens.slice(start, other < 0 ? end : other);
	// What has a verb is a clause of its own: "Venn, the mayor said".
	if (!words.some(isOffice) || words.some((token) => plainCues.has(token.lower))) return null;
	if (start === after + 1 && !words.slice(0, 2).some(isOffice)) return null;
	return text.slice(words[0]?.start ?? 0, words.at(-1)?.end ?? 0).replace(/\s+/gu, ' ');
}
