import { openKeysOf } from '../sentences.ts';
import type { Phrase, Phrases } from './phrases.ts';
import type { Read } from './read.ts';
import { atMost, flag, type Row, shareOf } from './row.ts';
import { createTold } from './told.ts';

/** How far back a sentence shown before counts as near. */
const near = 3;

/**
 * Tells of a sentence what those shown before it, with headline and deck, leave unexplained: nouns that it takes as known,
 * names that the article has given earlier, words that are new to the reader.
 */
export function createContextRow(read: Read, phrases: Phrases) {
	const { all, named, announced } = read;
	const isTold = createTold(read);
	const firstAt = new Map<string, number>();
	for (const [index, { keys }] of all.entries())
		for (const key of keys) if (!firstAt.has(key)) firstAt.set(key, index);
	const opens = all.map((one) => [...openKeysOf(one)]);
	const names = all.map(({ keys, closed, capital }) => [
		...new Set(keys.filter((_, at) => capital[at] && !closed[at])),
	]);
	return (index: number, before: readonly number[]): Row => {
		const has = (key: string): boolean => isTold(key, before);
		const isOld = (key: string): boolean => (firstAt.get(key) ?? 0) < index;
		const open = opens[index] ?? [];
		const own = names[index] ?? [];
		const lost = (phrases[index] ?? []).filter((phrase) => !phrase.keys.some(has));
		const countOf = (of: (phrase: Phrase) => boolean): number => atMost(lost.filter(of).length);
		const plain = lost.filter((one) => !one.points && !one.owned && !one.explained && !one.unique);
		const plainOf = (of: (phrase: Phrase) => boolean): number => atMost(plain.filter(of).length);
		const gap = before.length === 0 ? 0 : index - (before.at(-1) ?? 0);
		const headed = open.filter((key) => announced.has(key)).length;
		const person = named[index];
		const surnames = [...(person?.partly.keys() ?? [])].filter(
			(one) => !person?.fully.has(one) && !before.some((at) => named[at]?.fully.has(one)),
		);
		return {
			'nothing before': flag(before.length === 0),
			'directly before': flag(gap === 1),
			'near before': flag(gap > 0 && gap <= near),
			'far before': flag(gap > near),
			'headline share': shareOf(headed, open.length),
			'headline count': atMost(headed),
			'known share': shareOf(open.filter(has).length, open.length),
			'told but not shown': shareOf(open.filter((key) => isOld(key) && !has(key)).length, open.length),
			'names told but not shown': atMost(own.filter((key) => isOld(key) && !has(key)).length),
			'new names': atMost(own.filter((key) => firstAt.get(key) === index).length),
			'surnames open': atMost(surnames.length),
			'lost phrases': atMost(plain.length),
			'lost phrases told': plainOf(({ ago }) => ago > 0),
			'lost phrases just told': plainOf(({ justTold }) => justTold),
			'lost phrases introduced': plainOf(({ introduced }) => introduced),
			'lost phrases new': plainOf(({ ago }) => ago === 0),
			'lost opening': plainOf((one) => one.opens),
			'lost opening told': plainOf((one) => one.opens && one.ago > 0),
			'lost phrases explained': countOf(({ explained, points }) => explained && !points),
			'lost pointing': countOf(({ points, quoted }) => points && !quoted),
			'lost pointing told': countOf(({ points, ago }) => points && ago > 0),
			'lost owned': countOf(({ owned }) => owned),
			'lost quoted': countOf(({ quoted }) => quoted),
		};
	};
}
