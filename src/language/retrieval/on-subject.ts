import { type Collection, collect } from './collection.ts';
import { functionStems } from './function-stems.ts';
import { type Match, matchQuestion } from './match.ts';
import { presenceOf } from './presence.ts';
import type { Question } from './question.ts';

/** A text that has less than this part of what the best one has is about something else. */
const least = 0.5;

/**
 * A question laid beside those texts of a collection that are about what it is about: of its words but its verb, weighed
 * by their rarity, they have at least half as much as the text with most. "Who opposed the tunnel?" is not answered by
 * an article of somebody who opposed a ban, and what that article has says nothing of how rare a word is in the others.
 * Linear in the words of all passages. Texts keep their numbers.
 */
export function matchOnSubject(asked: Question, collection: Collection): Match {
	const match = matchQuestion(asked, collection);
	if (collection.texts.length < 2) return match;
	const covered = coverageOf(match);
	const bound = least * Math.max(...covered);
	return matchAmong(asked, match, (text) => (covered[text] ?? 0) >= bound);
}

/** The same beside only the text that a passage is of, by the passage's number; what is given where there is no other. */
export function matchInText(asked: Question, match: Match, passage: number): Match {
	const best = match.collection.passages[passage]?.text;
	return matchAmong(asked, match, (text) => text === best);
}

function matchAmong(asked: Question, match: Match, isKept: (text: number) => boolean): Match {
	const { texts, passages } = match.collection;
	const kept = passages.filter(({ text }) => isKept(text));
	return kept.length === passages.length ? match : matchQuestion(asked, collect(texts, kept));
}

/** Of each text, how much of the question's words it or its title has. */
function coverageOf({ question, collection, weights }: Match): readonly number[] {
	const { texts, passages, titles } = collection;
	const subjects = subjectsOf(question);
	const found = titles.map((title) =>
		Float64Array.from(question.terms, ({ stem }) => (title.has(stem) ? 1 : 0)),
	);
	for (const passage of passages) {
		const has = found[passage.text];
		const { strength } = presenceOf(question, passage);
		for (const term of subjects) if (has) has[term] = Math.max(has[term] ?? 0, strength[term] ?? 0);
	}
	return texts.map((_, text) =>
		subjects.reduce((sum, term) => sum + (weights[term] ?? 0) * (found[text]?.[term] ?? 0), 0),
	);
}

/** The terms of a question, by number, that say what it is about: not its verb, which a text may tell in other words. */
function subjectsOf({ terms, kind, order, event, focus }: Question): readonly number[] {
	const verbs = new Set([event, kind === 'who' ? order[1] : null]);
	const isCounted = (stem: string) => kind === 'how many' && stem === focus;
	return terms.flatMap(({ stem, share }, term) =>
		(share === 1 || isCounted(stem)) && !verbs.has(stem) && !functionStems.has(stem) ? [term] : [],
	);
}
