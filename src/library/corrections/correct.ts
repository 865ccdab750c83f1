import type { Article } from '../../article.ts';
import type { ArchivedUtterance, ArticleLine } from '../../stores/articles.ts';
import { quotationKey } from '../reference.ts';
import { type Change, type CorrectionEffects, corrected } from './effects.ts';

/** The line of an article with the counts that the server sees. */
export function correctLine<Line extends ArticleLine | null>(
	line: Line,
	{ articles }: CorrectionEffects,
): Line {
	const changed = line && articles.get(line.id);
	if (!line || !changed) return line;
	const { quotes, speakers } = line.counts;
	const counts = { ...line.counts, quotes: quotes + changed.quotes, speakers: speakers + changed.speakers };
	return { ...line, counts };
}

/** An utterance as the server shows it; null where it hides it. */
export function correctUtterance<Kind extends ArchivedUtterance>(
	utterance: Kind,
	effects: CorrectionEffects,
): Kind | null {
	const { article, corrections } = { article: utterance.article, corrections: effects.corrections };
	const line = correctLine(article, effects);
	const plain = line === article ? utterance : { ...utterance, article: line };
	if (corrections.size === 0) return plain;
	const key = quotationKey(utterance);
	const correction = corrections.get(`${article.id}:${key}`);
	if (correction === undefined) return plain;
	const stands = effects.articles.get(article.id)?.changes.find(({ before }) => quotationKey(before) === key);
	if (stands) return stands.after && { ...plain, ...ofSpeaker(stands.after) };
	const after = corrected(plain, correction);
	return after && { ...plain, ...ofSpeaker(after) };
}

function ofSpeaker({ speaker, speakerKey, role, corrected }: ArchivedUtterance) {
	return { speaker, speakerKey, role, ...(corrected && { corrected }) };
}

/** An article with the speakers that the server gives its quotations, without those that it hides. */
export function correctArticle(article: Article, changes: readonly Change[]): Article {
	const places = new Map(
		changes.flatMap((change) => {
			let paragraph = change.before.paragraph;
			return change.before.parts.flatMap((part) => {
				paragraph = part.paragraph ?? paragraph;
				return part.kind === 'said' ? [[`${paragraph} ${part.text}`, change] as const] : [];
			});
		}),
	);
	const quotes = article.quotes.flatMap((quote) => {
		const change = places.get(`${quote.paragraph} ${quote.text}`);
		if (change === undefined) return [quote];
		if (change.after === null) return [];
		const { corrected } = change.after;
		const { speaker, role } = change.after;
		const confidence = speaker === null ? null : 1;
		return [{ ...quote, speaker, role, confidence, mention: null, ...(corrected && { corrected }) }];
	});
	return { ...article, quotes };
}
