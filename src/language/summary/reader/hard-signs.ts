import { keyOf } from '../key.ts';
import type { Read } from './read.ts';
import { createTold } from './told.ts';

/** Classes of words that mean nothing as the first of an article; "it" may ("It is time to …"). */
const opening = new Set(['this', 'that', 'those', 'such', 'he', 'they']);

/**
 * Tells whether a sentence is unclear behind those shown before it whatever its chance is: it has "another" or "instead"
 * and is not shown directly behind the one before it, is the first shown and an example of something, says "I" and names
 * nobody behind the first sentence of news or, as the first shown, in an essay, says "the report" where neither the
 * headline nor what is shown before has one, or opens the article with "This" or "He" that mean nothing.
 */
export function createHardSigns(read: Read) {
	const { all, needs, named, kind, pack } = read;
	const isTold = createTold(read);
	const classOf = (index: number): string | undefined => {
		const first = all[index]?.tokens.find(({ kind: is }) => is !== 'mark');
		return pack.signWords?.get(first?.lower ?? '');
	};
	const signs = all.map(({ text }, index) => ({
		isOpen: needs[index]?.leansOnNothing === true && opening.has(classOf(index) ?? ''),
		needsFirst: pack.needsFirst?.(text) === true,
		isInstance: pack.isInstance?.(text) === true,
		isOfNobody: named[index]?.fully.size === 0 && pack.speaksAsI?.(text) === true,
		sources: (pack.sourcesIn?.(text) ?? []).map((noun) => keyOf(noun, pack)),
	}));
	const mayNotSayI = (index: number, before: readonly number[]): boolean =>
		kind === 'news' ? index > 0 : kind === 'essay' && before.length === 0;
	return (index: number, before: readonly number[]): boolean => {
		const own = signs[index];
		if (!own || before.includes(index - 1)) return false;
		return (
			own.isOpen ||
			own.needsFirst ||
			(before.length === 0 && own.isInstance) ||
			(own.isOfNobody && mayNotSayI(index, before)) ||
			own.sources.some((key) => !isTold(key, before))
		);
	};
}
