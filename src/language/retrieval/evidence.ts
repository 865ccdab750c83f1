import { packFor } from '../packs.ts';
import { closest, densest, hitsOf, inOrder, joinedShare, nearest, pairsIn } from './closeness.ts';
import { functionStems } from './function-stems.ts';
import { answersOfKind, answerWordsOf } from './kinds.ts';
import { type Look, lookAt } from './look.ts';
import { isOneParagraph, type Match } from './match.ts';
import { nearFocus } from './meanings.ts';
import type { Passage } from './passages.ts';

/** How near words of a passage come to the question's in meaning. */
export const meaningNames = [
	...['meaning', 'meaningOfBest', 'meaningBefore', 'meaningAfter', 'meaningFocus', 'focusBeside'],
] as const;

/** How well the words of a question stand in a passage and around it. */
const ownNames = [
	...['bm25', 'ofBest', 'place', 'cover', 'coverRelated', 'coverBefore', 'coverAfter', 'coverParagraph'],
	...['coverTitle', 'names', 'namesBefore', 'namesParagraph', 'numbers', 'missing', 'missingParagraph'],
	...['rarest', 'second', 'third', 'matched', 'close', 'order', 'density', 'first', 'last', 'starts'],
	...['wanted', 'nearest', 'focus', 'focusNear', 'length', 'index', 'paragraph', 'paragraphOfBest'],
	...['bestInParagraph', 'negated', 'related', 'beside', 'aroundOfBest', 'run', 'nearby', 'soft'],
	...['softOfBest', 'leans', 'leansBefore', 'coverLead', 'coverEarlier', 'densityOfSix', 'fresh', 'is'],
	...['coverFull', 'softBefore', 'softAfter', 'answerAtFocus', 'freshAtFocus', 'freshCapitals'],
	...['opposite', 'questionNegated', 'joined', 'lacking', 'lackingNearby', 'lackingNames'],
	...meaningNames,
] as const;

/** What also counts by how far a passage is behind the best one of those that are looked at. */
const comparedNames = (
	['cover', 'coverBefore', 'coverFull', 'nearest', 'nearby', 'coverEarlier', 'density', 'fresh'] as const
).map((name) => ({ name, behind: `${name} behind` as const, at: ownNames.indexOf(name) }));

/** What speaks for a passage: by itself, and beside the others. */
export const evidenceNames = [...ownNames, ...comparedNames.map(({ behind }) => behind)];

/** A row of `evidenceNames` for each of some passages, by their numbers. */
export function evidenceOf(match: Match, ranked: readonly number[]): Float64Array[] {
	const look = lookAt(match, ranked);
	const rows = ranked.map((number, place) => rowOf(look, number, place));
	const best = comparedNames.map(({ at }) => rows.reduce((most, row) => Math.max(most, row[at] ?? 0), 0));
	return rows.map((row) =>
		Float64Array.of(...row, ...comparedNames.map(({ at }, index) => (best[index] ?? 0) - (row[at] ?? 0))),
	);
}

type OfTerm = (term: number) => number;

function rowOf(look: Look, number: number, place: number): Float64Array {
	const { match, byRarity, best } = look;
	const { question, collection, weights, total } = match;
	const { terms } = question;
	const passage = collection.passages[number] as Passage;
	const searched = collection.texts[passage.text];
	const pack = packFor(searched?.language ?? null);
	const { strength, places } = look.present(number);
	const paragraph = look.paragraph(number);
	const title = collection.titles[passage.text];

	const beside = (other: number) =>
		isOneParagraph(collection, number, other) ? look.present(other).strength : null;
	const [before, after] = [beside(number - 1), beside(number + 1)];
	const lead = look.present(paragraph.numbers[0] ?? number).strength;
	const own: OfTerm = (term) => strength[term] ?? 0;
	const exact: OfTerm = (term) => (strength[term] === 1 ? 1 : 0);
	const inTitle: OfTerm = (term) => (title?.has(terms[term]?.stem ?? '') ? 1 : 0);
	const withBefore: OfTerm = (term) => Math.max(own(term), before?.[term] ?? 0);
	const withAfter: OfTerm = (term) => Math.max(own(term), after?.[term] ?? 0);
	const withLead: OfTerm = (term) => Math.max(own(term), lead[term] ?? 0);
	const inParagraph: OfTerm = (term) => paragraph.strength[term] ?? 0;
	const earlier: OfTerm = (term) => {
		let found = own(term);
		for (const other of paragraph.numbers) {
			if (other >= number) break;
			found = Math.max(found, 0.8 ** (number - other) * (look.present(other).strength[term] ?? 0));
		}
		return found;
	};
	const isName = (term: number) => terms[term]?.isName === true;
	const isNumber = (term: number) => terms[term]?.isNumber === true;
	/** The weighted share of the terms, 0 where there are none. */
	const share = (value: OfTerm, of: (term: number) => boolean = () => true): number => {
		let part = 0;
		let all = 0;
		for (const [term, weight] of weights.entries()) {
			if (!of(term)) continue;
			all += weight;
			part += weight * value(term);
		}
		return all === 0 ? 0 : part / all;
	};
	const missing = (value: OfTerm) => {
		const heaviest = weights.reduce(
			(most, weight, term) => (value(term) + inTitle(term) === 0 ? Math.max(most, weight) : most),
			0,
		);
		return heaviest / Math.max(1e-6, weights[byRarity[0] ?? 0] ?? 1);
	};
	const rare = (rank: number) => (byRarity.length > rank ? own(byRarity[rank] ?? 0) : 0);
	const count = (is: (one: number) => boolean) => strength.reduce((sum, one) => sum + (is(one) ? 1 : 0), 0);

	const whole = searched?.paragraphs[passage.paragraph] ?? '';
	const answerWords = answerWordsOf(pack);
	const found = answersOfKind(passage, whole, question, answerWords);
	const isOpen = question.kind === 'what' || question.kind === 'how' || question.kind === 'other';
	const hits = hitsOf(places, weights);
	const pairs = pairsIn(places, strength);
	const focus = terms.findIndex(({ stem }) => stem === question.focus);
	const text = whole.slice(passage.start, passage.end);
	const leans = pack.leansOnBefore(text) ? 1 : 0;
	const negated = passage.words.some(({ stem }) => answerWords.negations.has(stem));
	const fresh = passage.words.flatMap(({ stem }, at) =>
		question.stems.has(stem) || functionStems.has(stem) ? [] : [at],
	);
	const score = match.scores[number] ?? 0;
	const near = look.near(number);
	const nearBeside = (other: number): OfTerm => {
		const also = isOneParagraph(collection, number, other) ? look.near(other) : null;
		return (term) => Math.max(near[term] ?? 0, also?.[term] ?? 0);
	};
	const meaning = share((term) => near[term] ?? 0);
	const asked = nearFocus(match, number, fresh, hits);

	const row: Record<(typeof ownNames)[number], number> = {
		bm25: score / total,
		ofBest: score / best.score,
		place: 1 / (1 + place),
		cover: share(exact),
		coverRelated: share(own),
		coverBefore: share(withBefore),
		coverAfter: share(withAfter),
		coverParagraph: share(inParagraph),
		coverTitle: share((term) => Math.max(own(term), inTitle(term))),
		names: share(own, isName),
		namesBefore: share(withBefore, isName),
		namesParagraph: share(inParagraph, isName),
		numbers: share(exact, isNumber),
		missing: missing(own),
		missingParagraph: missing(inParagraph),
		rarest: rare(0),
		second: rare(1),
		third: rare(2),
		matched: count((one) => one > 0),
		close: pairs.close,
		order: inOrder(places) / Math.max(1, terms.length),
		density: densest(hits, 12) / total,
		first: own(0),
		last: own(terms.length - 1),
		starts: hits.length === 0 ? 1 : (hits[0]?.at ?? 0) / Math.max(1, passage.words.length),
		wanted: isOpen ? 0 : Math.min(3, found.length),
		nearest: isOpen ? 0 : nearest(found, hits, total),
		focus: focus < 0 ? 0 : own(focus),
		focusNear: focus < 0 ? 0 : nearest(places[focus] ?? [], hits, total),
		length: Math.log(1 + passage.words.length),
		index: passage.index,
		paragraph: paragraph.covered,
		paragraphOfBest: paragraph.covered / best.paragraph,
		bestInParagraph: score / paragraph.best,
		negated: negated && !question.negated ? 1 : 0,
		related: count((one) => one > 0 && one < 1),
		beside: pairs.beside,
		aroundOfBest: (match.around[number] ?? 0) / best.around,
		run: pairs.longest,
		nearby: share((term) => Math.max(withBefore(term), withAfter(term), 0.5 * inParagraph(term))),
		soft: look.soft(number) / total,
		softOfBest: look.soft(number) / best.soft,
		leans,
		leansBefore: leans * (share(withBefore) - share(own)),
		coverLead: share(withLead),
		coverEarlier: share(earlier),
		densityOfSix: densest(hits, 6) / total,
		fresh: nearest(fresh, hits, total),
		is: isDefinition(passage, places, answerWords.helpers) ? 1 : 0,
		opposite: terms.filter(
			({ opposite }, term) => own(term) < 1 && passage.words.some(({ stem }) => opposite.has(stem)),
		).length,
		joined: joinedShare(terms, places),
		questionNegated: question.negated ? 1 : 0,
		lacking: terms.filter((_, term) => own(term) === 0).length,
		lackingNearby: terms.filter((_, term) => withBefore(term) + withLead(term) + inTitle(term) === 0).length,
		lackingNames: terms.filter((_, term) => isName(term) && inParagraph(term) + inTitle(term) === 0).length,
		softBefore: before ? look.soft(number - 1) / best.soft : 0,
		softAfter: after ? look.soft(number + 1) / best.soft : 0,
		answerAtFocus: focus < 0 ? 0 : closest(found, places[focus] ?? []),
		freshAtFocus: focus < 0 ? 0 : closest(fresh, places[focus] ?? []),
		freshCapitals: nearest(
			fresh.filter((at) => passage.words[at]?.capital),
			hits,
			total,
		),
		meaning,
		meaningOfBest: meaning / best.near,
		meaningBefore: share(nearBeside(number - 1)),
		meaningAfter: share(nearBeside(number + 1)),
		meaningFocus: asked.most,
		focusBeside: asked.beside,
		coverFull: share((term) => Math.max(withBefore(term), withLead(term), inTitle(term))),
	};
	return Float64Array.from(ownNames, (name) => row[name]);
}

/** "A treaty is …": the question's words open the passage, and "is" follows them. */
function isDefinition(
	{ words }: Passage,
	places: readonly (readonly number[])[],
	helpers: ReadonlySet<string>,
): boolean {
	const own = new Set(places.flat());
	let at = 0;
	while (at < 3 && !own.has(at)) at++;
	while (own.has(at)) at++;
	return at > 0 && own.has(at - 1) && helpers.has(words[at]?.stem ?? '');
}
