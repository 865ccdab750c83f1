import { isFirstName } from '../../../../language/first-names.ts';
import { byName, rowOf } from '../choice.ts';
import type { Ground } from '../ground.ts';
import type { AuthorCandidate } from './candidates.ts';
import { mostBlocks } from './ends.ts';
import { areSame, isGroup, isPerson, isTeam, letters, looksLikeAccount } from './names.ts';
import { authorSources } from './said.ts';

export const authorNames = [
	...authorSources,
	...authorSources.map((source) => `page:${source}` as const),
	...['sources', 'places', 'support', 'rivals', 'part', 'count'],
	...[
		'persons',
		'firstName',
		'group',
		'team',
		'account',
		'site',
		'inSite',
		'host',
		'words',
		'length',
		'digits',
		'lower',
	],
	...[
		'from',
		'nearest',
		'elsewhere',
		'here',
		'marked',
		'besideDate',
		'order',
		'mentions',
		'bio',
		'pagePersons',
	],
] as const;

/** What is told of names that could be an article's authors. */
export function authorRow(
	{ names, keys, places, isPart }: AuthorCandidate,
	all: readonly AuthorCandidate[],
	{ layout, site, host }: Ground,
): Float64Array {
	const sources = new Set(places.map(({ source }) => source));
	const onPage = new Set(all.flatMap((one) => one.places.map(({ source }) => source)));
	const shares = (one: AuthorCandidate) => one.keys.some((key) => keys.some((own) => areSame(own, key)));
	const others = all.filter((one) => one.names !== names);
	const supporters = new Set(others.filter(shares).flatMap((one) => one.places.map(({ source }) => source)));
	const rivals = others.filter((one) => !shares(one));
	const inText = places.filter(({ from }) => from !== null);
	const nearest = Math.min(60, ...inText.map(({ from }) => Math.abs(from ?? 60)));
	const [first = ''] = names;
	const [own = ''] = keys;
	const siteLetters = letters(site ?? '');
	const hostLetters = letters((host ?? '').replace(/\.[a-z]{2,6}$/u, ''));
	const mentions = layout.blocks.slice(0, mostBlocks).filter(({ text }) => text.includes(first));
	const share = (test: (name: string) => boolean) => names.filter(test).length / names.length;
	return rowOf(authorNames, {
		...byName(authorSources, (source) => (sources.has(source) ? 1 : 0)),
		...byName(
			authorSources,
			(source) => (supporters.has(source) || sources.has(source) ? 2 : onPage.has(source) ? 1 : 0),
			'page:',
		),
		sources: sources.size,
		places: Math.min(10, places.length),
		support: [...supporters].filter((source) => !sources.has(source)).length,
		rivals: Math.min(20, rivals.length),
		part: isPart ? 1 : 0,
		count: names.length,
		persons: share(isPerson),
		firstName: share((name) => isFirstName((name.split(/[\s.]/u)[0] ?? '').toLowerCase())),
		group: share(isGroup),
		team: share(isTeam),
		account: share(looksLikeAccount),
		site: siteLetters === '' ? -1 : own === siteLetters ? 2 : areSame(own, siteLetters) ? 1 : 0,
		inSite: site !== null && keys.some((key) => areSame(key, siteLetters)) ? 1 : 0,
		host:
			hostLetters === ''
				? -1
				: own === hostLetters
					? 2
					: own.length > 3 && (hostLetters.includes(own) || own.includes(hostLetters))
						? 1
						: 0,
		words: first.split(' ').length,
		length: Math.min(60, first.length),
		digits: names.some((name) => /\d/u.test(name)) ? 1 : 0,
		lower: /\p{Lu}/u.test(first) ? 0 : 1,
		from: inText.find(({ from }) => Math.abs(from ?? 60) === nearest)?.from ?? 60,
		nearest,
		elsewhere:
			inText.length === 0 ? -1 : inText.filter(({ isElsewhere }) => isElsewhere).length / inText.length,
		here: inText.filter(({ isElsewhere, from }) => !isElsewhere && from !== null && from > -8 && from < 20)
			.length,
		marked: inText.some(({ isMarked, source }) => isMarked && /Line|underBy/u.test(source)) ? 1 : 0,
		besideDate: inText.some(({ isBesideDate }) => isBesideDate) ? 1 : 0,
		order: Math.min(20, ...places.map(({ order }) => order)),
		mentions: Math.min(10, mentions.length),
		bio: mentions.some(({ text }) => text.length > 60 && bio.test(text.slice(0, first.length + 60))) ? 1 : 0,
		pagePersons: Math.min(10, all.filter((one) => one.names.every(isPerson)).length),
	});
}

const bio = /\b(?:is an? |has (?:been|worked|written)|writes|covers|joined|reports|loves|lives in|works)\b/u;
