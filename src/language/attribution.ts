import { cueVerbs } from './lexicon/cues.ts';
import { pronouns } from './lexicon/words.ts';
import type { Name } from './names/names.ts';
import type { People, Person } from './names/people.ts';
import type { Paragraph } from './page.ts';

/** Who a span is attributed to: where that stands, the verb, and the person meant. */
export interface Attribution {
	paragraph: number;
	first: number;
	after: number;
	cue: string | null;
	person: Person | null;
	confidence: number;
}

/** How many words away from a span its attribution is looked for. */
const REACH = 40;

interface Subject {
	first: number;
	after: number;
	person: Person | null;
}

/** Finds the source of each span of an article, in reading order. */
export function attribute(
	page: readonly Paragraph[],
	names: readonly Name[][],
	people: People,
): (Attribution | null)[][] {
	let last: Attribution | null = null;
	const told: Person[] = [];
	return page.map((paragraph, index) => {
		const found: (Attribution | null)[] = [];
		for (const span of paragraph.spans.keys()) {
			const near = inParagraph(paragraph, span) ?? found.at(-1) ?? beforeParagraph(index);
			found.push(near);
			if (near) last = near;
			if (near?.person) told.push(near.person);
		}
		return found;
	});

	function subjectAt(paragraph: Paragraph, at: number): Subject | null {
		const token = paragraph.tokens[at];
		if (!token || (paragraph.inside[at] ?? -1) >= 0) return null;
		const name = (names[paragraph.index] ?? []).find(
			(one) => one.inside < 0 && one.first <= at && at < one.after,
		);
		if (name) return { first: name.first, after: name.after, person: people.of.get(name) ?? null };
		const gender = pronouns.get(token.lower);
		if (token.lower !== 'he' && token.lower !== 'she') return null;
		return { first: at, after: at + 1, person: antecedent(paragraph, at, gender === 'm' ? 'm' : 'f') };
	}

	function antecedent(paragraph: Paragraph, at: number, gender: 'm' | 'f'): Person | null {
		const fits = (person: Person | null | undefined): person is Person =>
			person?.kind === 'person' && (!person.gender || person.gender === gender);
		for (let back = paragraph.index; back >= 0 && back > paragraph.index - 3; back--) {
			const before = (names[back] ?? []).filter(
				(one) => one.inside < 0 && (back < paragraph.index || one.after <= at),
			);
			for (const name of before) {
				const person = people.of.get(name);
				if (fits(person)) return person;
			}
		}
		return fits(last?.person) ? last.person : (told.findLast(fits) ?? null);
	}

	function inParagraph(paragraph: Paragraph, span: number): Attribution | null {
		const bounds = paragraph.bounds[span];
		if (!bounds) return null;
		const { tokens, sentence, inside } = paragraph;
		let best: { score: number; found: Attribution } | null = null;
		const until = Math.min(tokens.length, bounds.after + REACH);
		for (let at = Math.max(0, bounds.first - REACH); at < until; at++) {
			const token = tokens[at];
			if (!token || (inside[at] ?? -1) >= 0 || !cueVerbs.has(token.lower) || token.capital) continue;
			const distance = at < bounds.first ? bounds.first - at : at - bounds.after;
			const same =
				sentence[at] === sentence[bounds.first] ||
				sentence[at] === sentence[Math.max(bounds.first, bounds.after - 1)];
			for (const [step, penalty] of [
				[-1, 0],
				[1, 0.5],
				[-2, 2],
				[2, 2],
				[3, 3],
				[4, 3.5],
				[5, 4],
			] as const) {
				const subject = subjectAt(paragraph, at + step);
				if (!subject) continue;
				const score = -distance / 6 - penalty + (same ? 4 : 0) + (at >= bounds.after ? 1 : 0);
				if (best && best.score >= score) continue;
				best = {
					score,
					found: { paragraph: paragraph.index, ...subject, cue: token.text, confidence: same ? 0.9 : 0.7 },
				};
			}
		}
		return best?.found ?? null;
	}

	function beforeParagraph(index: number): Attribution | null {
		const before = page[index - 1];
		if (!before) return null;
		const from = before.tokens.length - 1;
		for (let at = from; at >= 0 && from - at < REACH; at--) {
			const token = before.tokens[at];
			if (!token || (before.inside[at] ?? -1) >= 0 || !cueVerbs.has(token.lower)) continue;
			const subject = subjectAt(before, at - 1) ?? subjectAt(before, at + 1);
			if (subject) return { paragraph: before.index, ...subject, cue: token.text, confidence: 0.6 };
		}
		return null;
	}
}
