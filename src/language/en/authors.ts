import type { Mention, ParsedParagraph } from '../mentions.ts';
import { once } from '../once.ts';
import type { ParsedNames } from '../parsed-article.ts';
import { isSomebody, type Person } from '../person.ts';

/** What somebody writes: "the post said" is the one who wrote it. */
const writings = new Set(
	'statement post letter tweet email e-mail memo message note blog essay op-ed column release submission'.split(
		' ',
	),
);
const definite = new Set(['the', 'that', 'this']);
/** Classes of the words of such a phrase, verbs of speech that are nouns here among them. */
const inPhrase = 'xHNA0V';
/** Tokens between the word that opens a phrase and its noun, and mentions that are looked at around it. */
const PHRASE = 5;
const REACH = 8;
/** Paragraphs between what somebody wrote and where it is called by its noun alone. */
const WINDOW = 6;
/** Of one noun that many are looked at. */
const MOST = 40;

interface Written {
	person: Person;
	paragraph: number;
	first: number;
}

/**
 * Who is behind "the statement" or "the post": the one whose it was called before ("Venn said in a statement", "a letter
 * from Venn", "Venn's post"). Nobody where two have written such a thing nearby.
 */
export function createAuthorOf({ parsedParagraphs }: ParsedNames): (mention: Mention) => Person | null {
	const written = once(() => writtenIn(parsedParagraphs));
	return ({ kind, head, paragraph, first }) => {
		if (kind !== 'nominal' || !writings.has(head)) return null;
		const { tokens } = parsedParagraphs[paragraph]?.paragraph ?? { tokens: [] };
		if (!definite.has(tokens[first]?.lower ?? '')) return null;
		const near = (written().get(head) ?? []).filter(
			(one) =>
				paragraph - one.paragraph <= WINDOW &&
				(one.paragraph < paragraph || (one.paragraph === paragraph && one.first < first)),
		);
		const [only, other] = new Set(near.map(({ person }) => person));
		return only && !other ? only : null;
	};
}

/** By noun, who has written what, in reading order. Linear. */
function writtenIn(parsedParagraphs: readonly ParsedParagraph[]): Map<string, Written[]> {
	const found = new Map<string, Written[]>();
	for (const parsed of parsedParagraphs) {
		const { tokens, index } = parsed.paragraph;
		/** Mentions that start before the token. */
		let before = 0;
		for (const [at, { lower }] of tokens.entries()) {
			while ((parsed.mentions[before]?.first ?? tokens.length) < at) before++;
			if (!writings.has(lower) || parsed.classes[at] === 'Q') continue;
			const list = found.get(lower) ?? [];
			found.set(lower, list);
			const person = list.length < MOST ? authorAt(parsed, at, before) : null;
			if (person) list.push({ person, paragraph: index, first: at });
		}
	}
	return found;
}

/** Whose the noun at a token is; `before` mentions start before it. */
function authorAt(
	{ paragraph, classes, mentions }: ParsedParagraph,
	at: number,
	before: number,
): Person | null {
	const { tokens, sentence } = paragraph;
	const isAuthor = (person: Person | null): person is Person =>
		person !== null && (isSomebody(person) || person.kind === 'body');
	const behind = mentions.slice(before, before + 2).find(({ kind, first }) => kind === 'name' && first > at);
	const isBy = tokens[at + 1]?.lower === 'by' || tokens[at + 1]?.lower === 'from';
	if (behind && isBy && (behind.name?.titleFirst ?? behind.first) === at + 2 && isAuthor(behind.person))
		return behind.person;
	let opens = at - 1;
	while (at - opens < PHRASE && inPhrase.includes(classes[opens] ?? '.')) opens--;
	const near = mentions
		.slice(Math.max(0, before - REACH), before)
		.filter((one) => one.sentence === sentence[at]);
	if (classes[opens] === 'O') {
		const owner = near.find(({ kind, after }) => kind === 'name' && after === opens);
		if (owner) return isAuthor(owner.person) ? owner.person : null;
		// "the company's blog post": the phrase goes on before its owner.
		opens--;
		while (at - opens < 2 * PHRASE && inPhrase.includes(classes[opens] ?? '.')) opens--;
	}
	if (classes[opens] !== 'D' || classes[opens - 1] !== 'I') return null;
	const speaker = near.findLast(({ cueAt, side }) => cueAt >= 0 && cueAt < at && side !== 'object');
	return speaker?.kind === 'name' && isAuthor(speaker.person) ? speaker.person : null;
}
