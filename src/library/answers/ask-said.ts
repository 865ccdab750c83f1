import { UserError } from '../../errors.ts';
import { typedWords, words } from '../../language/fold.ts';
import { packFor } from '../../language/packs.ts';
import { stemOf } from '../../language/retrieval/text-words.ts';
import type { ArchivedUtterance, ArticleLine, KnownSpeaker, UtteranceQuery } from '../../stores/articles.ts';
import type { SeenView } from '../corrections/view.ts';
import type { AskPassage } from '../found.ts';
import { soughtWords } from './about.ts';
import { findSpeakers } from './find-speaker.ts';
import { nobodyElse, samePerson, withTheirOtherNames } from './same-speaker.ts';

/** Quotations that are shown, and those that are looked at. */
const most = { shown: 3, looked: 40, articles: 3, ofArticle: 300 };

/**
 * "What did Ada Quill say about the pier?": what she is quoted with, of the newest article and whole sentences first.
 * Null where the question is another one, nobody of that name or office is quoted, or not with these words.
 */
export async function answerWhatSaid(
	archive: SeenView,
	question: string,
	article: ArticleLine | null,
): Promise<readonly AskPassage[] | null> {
	const asked = packFor('en').questions?.whatSaid.exec(question.trim())?.groups;
	if (!asked?.who) return null;
	const about = asked.about === undefined ? {} : aboutWords(asked.about);
	if (about === null) return null;
	const speakers = await quoted(archive, asked.who, article);
	if (speakers.length === 0) return saidInOffice(archive, asked.who, article, about.about ?? []);
	const keys = speakers.map(({ key }) => key);
	const same = article ? nobodyElse : await samePerson(archive, keys);
	const { utterances } = await archive.utterances({
		speakers: withTheirOtherNames(keys, same),
		...(article && { article: article.id }),
		...about,
		limit: most.looked,
	});
	const newest = utterances[0]?.article.id;
	return shownOf(
		utterances.filter((one) => one.article.id === newest),
		about.about ?? [],
	);
}

/** What of one article is shown: whole sentences first. Null where there is nothing. */
function shownOf(
	utterances: readonly ArchivedUtterance[],
	about: readonly string[],
): readonly AskPassage[] | null {
	const whole = ({ kind }: ArchivedUtterance) => (kind === 'quote' ? 0 : 1);
	const passages = utterances
		.toSorted((one, other) => whole(one) - whole(other))
		.slice(0, most.shown)
		.flatMap((one) => passageOf(one, about));
	return passages.length === 0 ? null : passages;
}

/**
 * What "the bishop" is quoted with, who may have no name there: in the article, or in the first of those with the words
 * of the office. Null where nobody of that office is quoted, or not with these words.
 */
async function saidInOffice(
	archive: SeenView,
	who: string,
	article: ArticleLine | null,
	about: readonly string[],
): Promise<readonly AskPassage[] | null> {
	const office = typedWords(who.replace(/^the\s+/iu, ''));
	if (!/^the\s/iu.test(who) || office.length === 0) return null;
	const lines = article ? [article] : await archive.articlesLike(office, most.articles);
	for (const { id } of lines) {
		const { utterances } = await archive.utterances({
			article: id,
			...(about.length > 0 && { about }),
			limit: most.ofArticle,
		});
		const own = utterances.filter(({ role }) => hasOffice(role, office));
		const found = shownOf(own, about);
		if (found) return found;
	}
	return null;
}

function hasOffice(role: string | null, wanted: readonly string[]): boolean {
	const office = new Set(typedWords(role ?? ''));
	return wanted.every((word) => office.has(word));
}

const aboutWords = (about: string): Pick<UtteranceQuery, 'about'> | null =>
	typedWords(about).length === 0 ? null : { about: soughtWords(about) };

/** Those of a name; within one article, of an office too ("the bishop"). */
async function quoted(
	archive: SeenView,
	who: string,
	article: ArticleLine | null,
): Promise<readonly KnownSpeaker[]> {
	const name = who.replace(/^the\s+/iu, '');
	const wanted = typedWords(name);
	if (wanted.length === 0) return [];
	if (article) {
		const all = await archive.speakersIn(article.id);
		const byOffice = all.filter(({ role }) => hasOffice(role, wanted));
		if (byOffice.length > 0) return byOffice;
	}
	try {
		return await findSpeakers(archive, name, article);
	} catch (error) {
		if (error instanceof UserError) return [];
		throw error;
	}
}

/**
 * The stretch in marks with most of the words, of those with as many the longest, word for word; the comma behind it
 * belongs to the sentence around it.
 */
function passageOf(
	{ article, paragraph, parts, speaker, role, corrected }: ArchivedUtterance,
	about: readonly string[],
): readonly AskPassage[] {
	const wanted = new Set(about.map(stemOf));
	let at = paragraph;
	const said = parts.flatMap((part) => {
		at = part.paragraph ?? at;
		if (part.kind !== 'said') return [];
		const text = part.text.trim().replace(/[\s,;:]+$/u, '');
		return [{ text, paragraph: at, has: wanted.intersection(new Set(words(text).map(stemOf))).size }];
	});
	const [best] = said.toSorted((one, other) => other.has - one.has || other.text.length - one.text.length);
	if (!best) return [];
	const { text } = best;
	const passage = { article, paragraph: best.paragraph, text, isSaid: true, quoted: true, speaker, role };
	return [corrected === undefined ? passage : { ...passage, corrected }];
}
