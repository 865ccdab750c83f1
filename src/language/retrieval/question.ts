import { fold } from '../fold.ts';
import { emptyWords } from '../function-words.ts';
import { packFor } from '../packs.ts';
import type { QuestionKind, QuestionWords } from '../questions.ts';
import { tokenize } from '../tokens.ts';
import { tellsStance } from './acts.ts';
import { eventOf } from './event.ts';
import { meantAsking, measureOf } from './meant-asking.ts';
import { stemOf, textWords } from './text-words.ts';

/** A word that a question looks for. */
export interface SoughtTerm {
	readonly stem: string;
	/** The word as the question first has it. */
	readonly written: string;
	/** The same, folded. */
	readonly form: string;
	/** What it counts for beside its rarity: little where questions have it and answers often lack it ("called"). */
	readonly share: number;
	/** Stems that may stand for it. */
	readonly related: ReadonlySet<string>;
	/** Of a stance ("opposed") those of `related` that tell it, by which it is looked for as well; else empty. */
	readonly telling: ReadonlySet<string>;
	/** Stems that say the opposite. */
	readonly opposite: ReadonlySet<string>;
	/** Written with a capital behind the question's first word. */
	readonly isName: boolean;
	/** Stands directly behind the term before it ("jet engine"). */
	readonly joined: boolean;
	readonly isNumber: boolean;
	/** Of a word all in capitals: the folded letters, which may be the initials of a name ("AAA"); else empty. */
	readonly initials: string;
}

export interface Question {
	readonly kind: QuestionKind;
	/** Whether it asks for an amount, of money or anything else, and not for how many there are. */
	readonly asksAmount: boolean;
	/** Whether it asks how many of something there are. */
	readonly countsThings: boolean;
	/** Whether it takes something for done: "did", "was", or a verb in the past. */
	readonly asksPast: boolean;
	/** Whether its answer has a number: not so for "how long" and "how often". */
	readonly counts: boolean;
	/** The words to look for, each once, in order. */
	readonly terms: readonly SoughtTerm[];
	/** The noun that says what is asked for ("which city"), as a stem of `terms`; null where none does. */
	readonly focus: string | null;
	/** The verb that says what is taken to have happened ("why did she *resign*"), as a stem; null where none is seen. */
	readonly event: string | null;
	/** Whether it begins with an auxiliary verb: "Did she …?", "Is it …?". */
	readonly isYesNo: boolean;
	/** Whether it says "not", "never". */
	readonly negated: boolean;
	/** Its stems in order, those of function words too. */
	readonly order: readonly string[];
	/** The same, each once. */
	readonly stems: ReadonlySet<string>;
	/** All its words, folded. */
	readonly words: ReadonlySet<string>;
}

/** What a word counts for that questions have and answers often lack. */
export const lightShare = 0.35;

/** Letters of a question that are looked at, terms that are looked for, and words of which one may be a question word with a slip. */
const most = { letters: 1_000, terms: 24, asking: 3 };

interface Asked {
	readonly text: string;
	readonly folded: string;
	readonly stem: string;
	readonly capital: boolean;
	readonly kind: 'word' | 'number';
}

/** What a question asks for and by which words. Without question words of its language it is just its words. */
export function readQuestion(text: string, language: string | null = null): Question {
	const pack = packFor(language);
	const asked = text.slice(0, most.letters);
	const words = textWords(tokenize(asked, pack.words)).map(
		({ stem, start, end, capital, kind }): Asked => ({
			stem,
			text: asked.slice(start, end),
			folded: fold(asked.slice(start, end)),
			capital,
			kind,
		}),
	);
	const grammar = pack.questions;
	const kindOf = ({ folded }: Asked) => grammar?.kinds.get(folded);
	const isHelper = grammar?.helpers.has(words[0]?.folded ?? '') ?? false;
	const plain = words.findIndex(kindOf);
	const slipped = (word: Asked) => (grammar ? meantAsking(word.folded, grammar) : undefined);
	const at = plain >= 0 || isHelper ? plain : words.slice(0, most.asking).findIndex(slipped);
	const asking = words[at];
	const first = asking ? (kindOf(asking) ?? slipped(asking) ?? '') : '';
	const measure = first === 'how' ? measureOf(words[at + 1]?.folded ?? '', grammar) : null;
	const isMeasured = measure !== null;
	const isContent = ({ folded, kind }: Asked) =>
		kind === 'number' ||
		grammar?.telling.has(folded) ||
		!(emptyWords.has(folded) || grammar?.helpers.has(folded));
	const focus =
		first === 'what' || isMeasured ? focusOf(words.slice(at + 1), isContent, isMeasured, grammar) : null;
	const wanted = focus === null ? undefined : grammar?.wanted.get(focus.folded);
	const kind = isMeasured ? 'how many' : first === 'what' ? (wanted ?? 'what') : first || 'other';
	const counted = measure ?? focus?.folded ?? '';
	const asksAmount = kind === 'how many' && (grammar?.asksAmount.has(counted) ?? false);
	const skipped = new Set([at, isMeasured ? at + 1 : -1]);
	const sought = words.filter((word, index) => !skipped.has(index) && isContent(word));
	const related = relatedTo(pack.relatedWords ?? []);
	const event = eventOf(words, isContent, grammar);
	const telling = ({ stem, folded }: Asked) =>
		stem === event || grammar?.againstWords.has(folded) || (first === 'who' && stem === words[at + 1]?.stem)
			? (tellsStance(stem, grammar) ?? nothing)
			: nothing;
	const terms = new Map<string, SoughtTerm>();
	let last: Asked | undefined;
	for (const word of sought.length > 0 ? sought : words) {
		if (terms.has(word.stem) || terms.size === most.terms) continue;
		const joined = last !== undefined && words.indexOf(word) === words.indexOf(last) + 1;
		last = word;
		const tells = telling(word);
		terms.set(word.stem, {
			stem: word.stem,
			written: word.text,
			form: word.folded,
			share:
				asksAmount && grammar?.pricing.has(word.folded)
					? lightShare
					: shareOf(word, word.stem === focus?.stem, grammar),
			related: related(word.stem).union(tells),
			telling: tells,
			opposite: new Set([...(pack.oppositeWords?.get(word.folded) ?? [])].map(stemOf)),
			joined,
			isName: word.capital && word !== words[0],
			isNumber: word.kind === 'number',
			initials: /^\p{Lu}{2,6}$/u.test(word.text) ? word.folded : '',
		});
	}
	return {
		kind: kind as QuestionKind,
		asksAmount,
		countsThings:
			isMeasured && (grammar?.counting.has(counted) ?? false) && !grammar?.asksAmount.has(counted),
		asksPast: words.some(
			({ folded, stem }) => grammar?.past.has(folded) || (stem === event && grammar?.isPast(folded)),
		),
		counts: kind === 'how many' && (grammar?.counting.has(counted) ?? false),
		terms: [...terms.values()],
		focus: focus?.stem ?? null,
		event,
		isYesNo: at < 0 && isHelper,
		negated: words.some(({ folded }) => grammar?.negations.has(folded) ?? false),
		order: words.map(({ stem }) => stem),
		stems: new Set(words.map(({ stem }) => stem)),
		words: new Set(words.map(({ folded }) => folded)),
	};
}

function shareOf({ folded }: Asked, isFocus: boolean, grammar: QuestionWords | undefined): number {
	if (grammar?.light.has(folded)) return lightShare;
	return isFocus ? 0.6 : 1;
}

/**
 * "what kind of tax did …": the noun before the verb; "what is the name of …": the one behind it. Of what is counted a
 * verb in the present shows as well: "how many *ferries* run".
 */
function focusOf(
	words: readonly Asked[],
	isContent: (word: Asked) => boolean,
	isCounted: boolean,
	grammar: QuestionWords | undefined,
): Asked | null {
	const isHelper = (word: Asked | undefined) =>
		word !== undefined && (grammar?.helpers.has(word.folded) ?? false);
	const start = isHelper(words[0]) ? 1 : 0;
	let found: Asked | null = null;
	for (const [index, word] of words.slice(start, start + 6).entries()) {
		if (found !== null && grammar?.isPast(word.folded)) break;
		if (isCounted && found !== null && grammar?.isPlural(found.folded) && !grammar.isPlural(word.folded))
			break;
		if (isContent(word)) found = word;
		else if (found !== null) break;
		else if (isHelper(word) && index > 0) break;
	}
	return found;
}

const relatives = new WeakMap<object, ReadonlyMap<string, ReadonlySet<string>>>();
const nothing: ReadonlySet<string> = new Set();

function relatedTo(rows: readonly (readonly string[])[]): (stem: string) => ReadonlySet<string> {
	let known = relatives.get(rows);
	if (!known) {
		const map = new Map<string, Set<string>>();
		for (const row of rows) {
			const stems = row.map(stemOf);
			for (const stem of stems) {
				const set = map.get(stem) ?? new Set();
				for (const other of stems) if (other !== stem) set.add(other);
				map.set(stem, set);
			}
		}
		known = map;
		relatives.set(rows, known);
	}
	const found = known;
	return (stem) => found.get(stem) ?? nothing;
}

const anyMark = /["“”„«»‟]/u;

/**
 * Whether what somebody wrote asks for something that an article may tell. Words in quotation marks, and "Did she say
 * …?", ask instead whether that was said.
 */
export function isQuestion(text: string, language: string | null = null): boolean {
	const { questions } = packFor(language);
	const written = text.slice(0, most.letters).trim();
	if (anyMark.test(written) || questions?.whetherSaid.test(written)) return false;
	if (/[?？؟]$/u.test(written)) return true;
	const [first = ''] = fold(written).match(/[\p{L}\p{N}]+/gu) ?? [];
	return (questions?.kinds.has(first) ?? false) && /\s\S+\s\S/u.test(written);
}
