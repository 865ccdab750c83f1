import { fold } from '../../language/fold.ts';
import { asks } from '../../language/retrieval/interviewer.ts';
import { beginningsOf } from '../../language/retrieval/text-words.ts';

/** Of longer articles only the paragraphs with most of a question's words are read. */
const readable = { paragraphs: 120, letters: 60_000 };

/**
 * The paragraphs, those not worth reading as empty ones so that the others keep their numbers. Behind one that asks stands
 * its answer, which may have no word of the question, and is read with it.
 */
export function worthReading(paragraphs: readonly string[], words: readonly string[]): readonly string[] {
	const letters = paragraphs.reduce((sum, { length }) => sum + length, 0);
	if (paragraphs.length <= readable.paragraphs && letters <= readable.letters) return paragraphs;
	const begins = words.map((word) => beginningsOf(word, 5));
	const ranked = paragraphs
		.map((text, number) => {
			const folded = fold(text);
			return { number, has: begins.filter((forms) => forms.some((begin) => folded.includes(begin))).length };
		})
		.sort((one, other) => other.has - one.has || one.number - other.number);
	const kept = new Set<number>();
	let room = readable.letters;
	for (const { number } of ranked) {
		for (const one of withAnswer(paragraphs, number)) {
			if (kept.has(one)) continue;
			room -= paragraphs[one]?.length ?? 0;
			if (room < 0 || kept.size === readable.paragraphs)
				return paragraphs.map((text, at) => (kept.has(at) ? text : ''));
			kept.add(one);
		}
	}
	return paragraphs;
}

/** A paragraph by its number, and where it asks those behind it up to the one that does not. */
function* withAnswer(paragraphs: readonly string[], number: number): Generator<number> {
	let at = number;
	yield at;
	while (asks(paragraphs[at] ?? '') && at + 1 < paragraphs.length) yield ++at;
}
