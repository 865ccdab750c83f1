import { isQuotation } from '../lede.ts';
import type { Candidate } from '../sentences.ts';
import type { Phrases } from './phrases.ts';
import type { Read } from './read.ts';
import { atMost, flag, type Row, shareOf } from './row.ts';
import { type Signs, signsOf } from './signs.ts';
import { signsOfText } from './text-signs.ts';

/** A quotation and hardly more. */
const wholly = 0.95;
/** Words that open a sentence, in which names are looked for. */
const opening = 6;
/** A sentence of fewer words is brief. */
const brief = 9;

/** What is known of each sentence, whatever is shown before it. Linear in the length of the text. */
export function fixedRows(read: Read, phrases: Phrases): Row[] {
	const { all, pack } = read;
	const classes: ReadonlyMap<string, string> = pack.signWords ?? new Map();
	const names = [...new Set(classes.values())];
	const first = all.findIndex(({ furniture }) => !furniture);
	const paragraphStarts = new Map<number, number>();
	for (const [index, { paragraph }] of all.entries())
		if (!paragraphStarts.has(paragraph)) paragraphStarts.set(paragraph, index);
	const signed = all.map((one) => ({ one, signs: signsOf(one, classes, pack.words.functionWords) }));
	const joinedBy = all.map((one) => classOf(one.opening, classes));
	const openings = signed.map(({ signs }, index) => joinedBy[index] ?? signs.opening);
	return signed.map(({ one, signs }, index): Row => {
		const isFirstOf = paragraphStarts.get(one.paragraph) === index;
		const speaking = (signs.outside.get('i') ?? 0) + (signs.outside.get('we') ?? 0);
		const own = phrases[index] ?? [];
		return {
			place: index / all.length,
			number: Math.log1p(index),
			rank: one.rank === null ? -1 : Math.log1p(one.rank),
			sentences: Math.log(all.length),
			'first of text': flag(index === first),
			'second of text': flag(index === first + 1),
			'opens paragraph': flag(isFirstOf),
			'alone in paragraph': flag(isFirstOf && all[index + 1]?.paragraph !== one.paragraph),
			'place in paragraph': index - (paragraphStarts.get(one.paragraph) ?? index),
			...ofWords(read, index),
			...ofNeeds(read, index),
			...signsOfText(one, pack),
			...ofClasses(signs, names),
			joined: flag(one.opening !== ''),
			...Object.fromEntries(joins.map((name) => [`joined by ${name}`, flag(joinedBy[index] === name)])),
			...ofNeighbours(read, openings, index),
			'first and speaks as I': flag(index === first && signs.outside.has('i')),
			'speaks as I or we': atMost(speaking),
			'speaks and names nobody': flag(speaking > 0 && (read.named[index]?.fully.size ?? 0) === 0),
			phrases: atMost(own.length),
			'phrases told of': atMost(own.filter(({ ago }) => ago > 0).length),
			'pointing phrases': atMost(own.filter(({ points, quoted }) => points && !quoted).length),
			'owned phrases': atMost(own.filter(({ owned }) => owned).length),
		};
	});
}

function ofWords({ all, named, pack }: Read, index: number): Row {
	const one = all[index];
	if (!one) return {};
	const { keys, closed, capital, tokens, quoted } = one;
	const open = keys.filter((_, at) => !closed[at]);
	const capitals = capital.filter(Boolean).length;
	const isCued = tokens.some(({ lower }) => pack.words.plainCues.has(lower));
	const own = named[index];
	const partly = [...(own?.partly.keys() ?? [])].filter((person) => !own?.fully.has(person)).length;
	const words = tokens.filter(({ kind }) => kind !== 'mark');
	return {
		words: Math.log(Math.max(1, keys.length)),
		open: open.length,
		'open share': shareOf(open.length, keys.length),
		'first words open': words.slice(0, opening).filter(({ lower }) => !pack.words.functionWords.has(lower))
			.length,
		'shares with previous': shareOf(
			open.filter((key) => all[index - 1]?.keys.includes(key)).length,
			open.length,
		),
		quoted,
		quotation: flag(isQuotation(one)),
		'all quotation': flag(quoted > wholly),
		reported: flag(isCued),
		'reported nobody': flag(isCued && (own?.fully.size ?? 0) + partly === 0),
		named: atMost(own?.fully.size ?? 0),
		'named partly': atMost(partly),
		capitals: atMost(capitals),
		'capital share': shareOf(capitals, keys.length),
		numbers: atMost(keys.filter((key) => /^\p{N}/u.test(key)).length),
		years: flag(keys.some((key) => /^(?:19|20)\p{N}{2}$/u.test(key))),
	};
}

function ofNeeds({ needs, kind, isComment, spoken }: Read, index: number): Row {
	const need = needs[index];
	return {
		news: flag(kind === 'news'),
		essay: flag(kind === 'essay'),
		talk: flag(kind === 'talk'),
		comment: flag(isComment),
		spoken: flag(spoken[index]),
		'needs before': flag(need?.needsBefore),
		'needs near': flag(need?.needsNear),
		'needs noun': flag(need !== undefined && need.known !== null),
		'takes as known': atMost(need?.alsoKnown.length ?? 0),
		'opens bare': flag(need?.opensBare),
		'bracket for pronoun': flag(need?.bracket?.replaces === 'pronoun'),
		'bracket for surname': flag(need?.bracket?.replaces === 'surname'),
		weaker: flag(need?.weaker),
		'leans on nothing': flag(need?.leansOnNothing),
		'points in quotation': flag(need?.pointsInQuotation),
		'said by next': flag(need?.saidByNext),
	};
}

/** Classes of words that join a sentence to the one before it. */
const joins = ['but', 'so', 'also', 'still', 'instead', 'then'];

/** The class of the first word of what joins a sentence to the one before it. */
const classOf = (joining: string, classes: ReadonlyMap<string, string>): string | null =>
	classes.get(/^\p{L}+/u.exec(joining)?.[0].toLowerCase() ?? '') ?? null;

/** Classes that open the sentence behind one, or the one before it, and tell that both belong together. */
const joining = ['but', 'so', 'this', 'he', 'they', 'it', 'that', 'also', 'instead', 'i', 'not'];

/**
 * What the sentences before and behind one, in its paragraph or not, tell of it: the answer to a question, half of a contrast.
 * @param openings the class that opens each sentence.
 */
function ofNeighbours({ all }: Read, openings: readonly (string | null)[], index: number): Row {
	const [before, behind] = [all[index - 1], all[index + 1]];
	return {
		'behind question': flag(before?.text.includes('?')),
		'behind quotation': flag(isQuotation(before)),
		'behind brief': flag(isBrief(before)),
		'behind colon': flag(before?.text.endsWith(':')),
		'behind furniture': flag(before?.furniture),
		'before question': flag(behind?.text.includes('?')),
		'before quotation': flag(isQuotation(behind)),
		'before brief': flag(isBrief(behind)),
		...Object.fromEntries(
			joining.flatMap((name) => [
				[`behind ${name}`, flag(openings[index - 1] === name)],
				[`before ${name}`, flag(openings[index + 1] === name)],
			]),
		),
	};
}

const isBrief = (one: Candidate | undefined): boolean => one !== undefined && one.keys.length < brief;

const quoted = ['he', 'they', 'it', 'this', 'that', 'we', 'i', 'you'];
const pointing = ['he', 'they', 'it', 'this', 'those', 'one', 'that'];

function ofClasses({ outside, inside, opening: opens, before }: Signs, names: readonly string[]): Row {
	const row: Record<string, number> = {};
	for (const name of names) {
		row[`has ${name}`] = atMost(outside.get(name) ?? 0);
		row[`opens with ${name}`] = flag(opens === name);
	}
	for (const name of quoted) row[`quotes ${name}`] = atMost(inside.get(name) ?? 0);
	for (const name of pointing) {
		row[`no name before ${name}`] = flag(before.get(name)?.capitals === 0);
		row[`nothing before ${name}`] = flag(before.get(name)?.open === 0);
	}
	return row;
}
