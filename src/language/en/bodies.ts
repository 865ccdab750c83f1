import { paragraphBefore } from '../attribution/paragraphs.ts';
import type { Mention } from '../mentions.ts';
import type { ParsedNames } from '../parsed-article.ts';
import type { Person } from '../person.ts';
import type { Token } from '../tokens.ts';

const pronouns = new Set(['it', 'they']);
/** Nouns for a body, which may mean the one that was named. */
const nouns = new Set(
	(
		'force company firm council group union party bank agency ministry department charity club university hospital school ' +
		'commission committee organisation organization association federation authority regulator board court team league'
	).split(' '),
);
/** Mentions before that are looked at. */
const REACH = 12;

/**
 * Which body "it", "they" or "the company" means as a source: the last name before it that was the subject of a
 * sentence, in its paragraph or the one before, where that may be a body's. Null where a person or another body
 * is between.
 */
export function createBodyMeant({ parsedParagraphs }: ParsedNames): (mention: Mention) => Person | null {
	return (mention) => {
		const isPronoun = mention.kind === 'pronoun' && pronouns.has(mention.head);
		const isNoun =
			mention.kind === 'nominal' &&
			nouns.has(mention.head) &&
			mention.after - mention.first === 2 &&
			parsedParagraphs[mention.paragraph]?.paragraph.tokens[mention.first]?.lower === 'the';
		if (!isPronoun && !isNoun) return null;
		const here = (parsedParagraphs[mention.paragraph]?.mentions ?? []).filter(
			({ first }) => first < mention.first,
		);
		const above = paragraphBefore(parsedParagraphs, mention.paragraph);
		const before = parsedParagraphs[above]?.mentions ?? [];
		const subjects = [...before, ...here]
			.slice(-REACH)
			.filter(
				({ kind, syntacticRole, cue, side }) =>
					kind !== 'pronoun' && (syntacticRole === 'subject' || (cue && side !== 'object')),
			);
		const last = subjects.findLast(
			(one, index) =>
				!subjects
					.slice(0, index)
					.some((other) => other.paragraph === one.paragraph && other.sentence === one.sentence),
		);
		if (!last?.person || last.kind !== 'name') return null;
		const others = subjects.filter(({ person, kind }) => kind === 'name' && person !== last.person);
		const { tokens } = parsedParagraphs[last.paragraph]?.paragraph ?? { tokens: [] };
		return others.length === 0 && isBody(last.person, isPronoun) && !isCut(tokens, last.first)
			? last.person
			: null;
	};
}

/** Whether a name begins behind a possessive and so is only the end of one: "the Saltpan Supporters’ Trust". */
const isCut = (tokens: readonly Token[], first: number): boolean =>
	/^['’]s?$/u.test(tokens[first - 1]?.text ?? '');

/** A body by its name; behind a pronoun for things also a name of several words with no title and no gender. */
function isBody({ kind, words, gender, names }: Person, isPronoun: boolean): boolean {
	if (kind === 'body') return true;
	if (kind !== 'unknown' || !isPronoun || words.length < 2) return false;
	return gender === null && !names.some(({ titled }) => titled);
}
