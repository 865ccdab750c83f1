// What members ask in the load measurement.
import type { InteractionInput } from 'discord-rehearsal';
import type { Article } from '../../src/article.ts';
import { words } from '../../src/language/fold.ts';
import { inventArticle } from '../invented.ts';

/** One use of the bot, and the article that its answer has to be from, where it is from one. */
export interface Asked {
	readonly input: InteractionInput;
	readonly article: Article | null;
}

/** Shares of the uses, in hundredths. Members look up one article most of the time, and options are offered as they type. */
const shares = {
	'quotes of an article': 35,
	'offered speakers': 20,
	'quotes of a speaker': 15,
	'an article': 10,
	'quotes about a word': 8,
	topics: 5,
	'speakers of an article': 4,
	search: 3,
} as const;
type Use = keyof typeof shares;

const uses = Object.entries(shares).flatMap(([use, share]) => Array<Use>(share).fill(use as Use));
/** Few articles are asked for often: the nth of them about 1/n as often as the first, among so many. */
export const popular = 20_000;

/**
 * @param articles how many there are; the newest are asked for most.
 * @param where in which channel, and by whom.
 */
export function invent(
	random: () => number,
	articles: number,
	where: { readonly channelId: string; readonly memberId: string },
): Asked {
	const use = uses[Math.floor(random() * uses.length)] ?? 'topics';
	const rank = Math.floor(Math.min(popular, articles) ** random());
	const article = inventArticle(articles - rank);
	const asked = { ...where, until: 'answered' } as const;
	const command = (name: string, options: Readonly<Record<string, string>> = {}) =>
		({ ...asked, kind: 'command', name, options }) as const;
	const speaker = article.quotes[0]?.speaker ?? '';
	const rare = words(article.quotes[0]?.text ?? '').toSorted((one, other) => other.length - one.length);
	switch (use) {
		case 'quotes of an article':
			return { input: command('quotes', { article: article.id }), article };
		case 'offered speakers':
			return {
				input: {
					...asked,
					kind: 'autocomplete',
					name: 'quotes',
					focused: 'speaker',
					options: { speaker: speaker.slice(0, 2 + Math.floor(random() * 4)) },
				},
				article: null,
			};
		case 'quotes of a speaker':
			return { input: command('quotes', { speaker, article: 'all' }), article: null };
		case 'an article':
			return { input: command('article', { article: article.id }), article };
		case 'quotes about a word':
			return { input: command('quotes', { about: rare[0] ?? '', article: 'all' }), article: null };
		case 'topics':
			return { input: command('topics', { article: article.id }), article: null };
		case 'speakers of an article':
			return { input: command('speakers', { article: article.id }), article: null };
		case 'search':
			return { input: command('search', { query: `${rare[0]} ${rare[1]}` }), article: null };
	}
}
