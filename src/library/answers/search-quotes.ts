import { wordForm, words } from '../../language/fold.ts';
import { emptyWords } from '../../language/function-words.ts';
import type { SearchQuery, SoughtPhrase } from '../../language/retrieval/search-query.ts';
import { hasForbidden, phraseRanges } from '../../language/retrieval/sentence.ts';
import { together } from '../../language/retrieval/together.ts';
import type { ArchivedUtterance, ArticleView } from '../../stores/articles.ts';
import { saidIn } from '../../stores/articles.ts';
import type { Searched } from '../../stores/search.ts';
import type { CorrectedWord, FoundPage } from '../found.ts';
import type { FoundUtterance } from '../library.ts';
import { correctedName, findSpeakers } from './find-speaker.ts';
import { findingWords } from './found.ts';
import type { Search } from './one-search.ts';
import { joinedSpeakers, samePerson, withTheirOtherNames } from './same-speaker.ts';
import { tellingWords } from './telling-words.ts';
import { wordForms } from './word-forms.ts';

/** Quotations that are looked at, of which the best come first. */
const looked = { alone: 120, beside: 30, ofSpeaker: 300 };

/** The speakers that a name means, with their other names, and the one name where it means one. */
export interface MeantSpeakers {
	readonly keys: readonly string[];
	readonly name: string | null;
	/** Where the name was typed with a slip. */
	readonly corrected: readonly CorrectedWord[];
}

/** @throws UserError for a name that nobody has. */
export async function speakersOf(archive: ArticleView, wanted: string): Promise<MeantSpeakers> {
	const speakers = await findSpeakers(archive, wanted, null);
	const keys = speakers.map(({ key }) => key);
	const same = await samePerson(archive, keys);
	const meant = joinedSpeakers(speakers, same);
	return {
		keys: withTheirOtherNames(keys, same),
		name: meant.length === 1 ? (meant[0]?.speaker ?? null) : null,
		corrected: correctedName(wanted, speakers),
	};
}

/** A page of the quotations that a search finds: those that have all of it themselves before those around which it is. */
export async function foundQuotes(
	search: Search,
	speakers: MeantSpeakers | null,
): Promise<FoundPage<FoundUtterance>> {
	const { archive, query, stored, page, onPage, isAlone } = search;
	const limit = isAlone ? looked.alone : looked.beside;
	const { found, total, more } =
		speakers === null ? await archive.searchUtterances({ ...stored, limit }) : await saidBy(search, speakers);
	const fitting = found.filter((utterance) => fits(utterance, query));
	const left = found.length - fitting.length;
	const finding = findingWords();
	const sought = stored.all.flat();
	const ranked = fitting
		.map((utterance) => ({ utterance, found: finding(utterance, sought) }))
		.map((one) => ({
			...one,
			missing: missingRows(stored.all, one.found.around),
			together: together(saidText(one.utterance), query),
		}))
		// What is alike in both stays as it was found, the newest first.
		.sort((one, other) => one.missing - other.missing || other.together - one.together);
	const pages = Math.max(1, Math.ceil(Math.min(ranked.length, limit) / onPage));
	const hits = ranked
		.slice(page * onPage, (page + 1) * onPage)
		.map(({ utterance, found: why }): FoundUtterance => {
			const { speakerKey: _, ...rest } = utterance;
			const around = stored.all.flatMap((row, at) => {
				const [word] = row;
				const isLacking = query.words[at]?.begun === false && row.every((one) => why.around.includes(one));
				return isLacking && word !== undefined ? [word] : [];
			});
			const phrased = query.phrases.flatMap((phrase) => formsOf(utterance, phrase));
			return { ...rest, found: { words: [...new Set([...why.words, ...phrased])], around } };
		});
	return { hits, total: Math.max(total - left, fitting.length), more, pages };
}

/** How many rows of words only the text around an utterance has. */
const missingRows = (rows: readonly (readonly string[])[], around: readonly string[]): number =>
	rows.filter((row) => row.every((word) => around.includes(word))).length;

const saidText = (utterance: ArchivedUtterance): string => saidIn(utterance).join(' ');

/** Whether an utterance has the phrases itself, and no word that it may not have. */
function fits(utterance: ArchivedUtterance, query: SearchQuery): boolean {
	const said = saidText(utterance);
	const has = (phrase: SoughtPhrase) =>
		phraseRanges(said, phrase).length > 0 || (phrase.joined !== undefined && isAround(utterance, phrase));
	return query.phrases.every(has) && !hasForbidden(said, query);
}

/** Whether words that marks join may stand around an utterance: in its sentence, or as the index says, not in it. */
function isAround({ parts }: ArchivedUtterance, phrase: SoughtPhrase): boolean {
	if (parts.some(({ text }) => phraseRanges(text, phrase).length > 0)) return true;
	const own = new Set(parts.flatMap(({ text }) => words(text)));
	return phrase.words.length > 1 && phrase.words.some(({ folded }) => !own.has(folded));
}

/**
 * A phrase as an utterance has it; where that is split by what the article says in between, its words, those that say
 * nothing only where there are no others.
 */
function formsOf(utterance: ArchivedUtterance, phrase: SoughtPhrase): string[] {
	const whole = utterance.parts.flatMap(({ text }) =>
		phraseRanges(text, phrase).map(({ start, end }) => text.slice(start, end)),
	);
	if (whole.length > 0) return whole;
	const said = saidText(utterance);
	const forms = phraseRanges(said, phrase).flatMap(
		({ start, end }) => said.slice(start, end).match(wordForm) ?? [],
	);
	const telling = forms.filter((form) => words(form).some((word) => !emptyWords.has(word)));
	return telling.length > 0 ? telling : forms;
}

/** Of some speakers the last utterances are looked through: the store checks a common word against these alone. */
async function saidBy(
	{ archive, query, stored, request }: Search,
	{ keys }: MeantSpeakers,
): Promise<Searched<ArchivedUtterance>> {
	const plain = query.words.flatMap(({ word, begun }) => (begun || wordForms(word).length > 1 ? [] : [word]));
	// The store takes one word for each that has to be there, so those of several forms are looked for here.
	const formed = query.words.flatMap(({ word, begun }) =>
		begun || plain.includes(word) ? [] : [wordForms(word)],
	);
	const phrased = query.phrases.flatMap((one) => one.words.map(({ folded }) => folded)).flatMap(words);
	const about = tellingWords([...plain, ...phrased]).slice(0, 6);
	const { utterances, more } = await archive.utterances({
		speakers: keys,
		...(about.length > 0 && { about }),
		limit: looked.ofSpeaker,
	});
	const onTopic =
		stored.topic === undefined
			? null
			: new Set((await archive.linesByTopic(stored.topic, 1_000)).map(({ id }) => id));
	const begins = query.words.flatMap(({ word, begun }) => (begun ? [word] : []));
	const finding = findingWords();
	const found = utterances.filter((utterance) => {
		const at = Date.parse(utterance.article.at);
		if (at < (request.since ?? Number.NEGATIVE_INFINITY) || at >= (request.until ?? Number.POSITIVE_INFINITY))
			return false;
		if (onTopic !== null && !onTopic.has(utterance.article.id)) return false;
		if (!formed.every((forms) => finding(utterance, forms).words.length > 0)) return false;
		const said = begins.length === 0 ? [] : words(saidText(utterance));
		return begins.every((begin) => said.some((word) => word.startsWith(begin)));
	});
	return { found, total: found.length, more };
}
