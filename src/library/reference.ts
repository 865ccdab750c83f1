import { createHash } from 'node:crypto';
import type { Utterance } from '../stores/articles.ts';
import { saidIn } from '../stores/articles.ts';

/** What names one quotation of an article. */
export interface Reference {
	/** The article's id. */
	readonly article: string;
	readonly key: string;
}

/** Quotations with fewer words than this may be said by several people in one article. */
const fewWords = 4;
const form = /^=([\w-]{4,32}):([\w-]{11})$/u;

/**
 * What tells a quotation from the others of its article, and stays the same however often the article is read again, as
 * long as its words stand: 11 characters that are safe in an address. Of a few words the sentence around them counts
 * too. It does not say who spoke.
 */
export function quotationKey({ parts }: Pick<Utterance, 'parts'>): string {
	const oneLine = (text: string) => text.replace(/\s+/gu, ' ').trim();
	const said = saidIn({ parts }).map(oneLine);
	const isShort = said.join(' ').split(' ').length < fewWords;
	const whole = isShort ? parts.map(({ kind, text }) => `${kind} ${oneLine(text)}`) : said;
	return createHash('sha256').update(whole.join('\n')).digest('base64url').slice(0, 11);
}

/** A quotation by its article and key, as an option's value: at most 45 characters. */
export function referenceTo(utterance: Pick<Utterance, 'article' | 'parts'>): string {
	return `=${utterance.article.id}:${quotationKey(utterance)}`;
}

/** @returns null for a text that is no reference, such as words that somebody typed. */
export function readReference(text: string): Reference | null {
	const [, article, key] = form.exec(text.trim()) ?? [];
	return article === undefined || key === undefined ? null : { article, key };
}
