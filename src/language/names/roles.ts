import { honorifics, offices } from '../lexicon/titles.ts';
import type { Paragraph } from '../page.ts';
import type { Person } from './people.ts';

const LONGEST = 9;

/**
 * What the article calls a person's office or part, in its own words: the title before a name ("US Secretary
 * of State"), else null. The longest that stands before any of the person's names wins.
 */
export function roleOf(person: Person, scenes: readonly { paragraph: Paragraph }[]): string | null {
	let best: string | null = null;
	for (const name of person.names.slice(0, 40)) {
		const paragraph = scenes[name.paragraph]?.paragraph;
		if (!paragraph) continue;
		const role = titleBefore(paragraph, name.titleFirst, name.first);
		if (role && role.length > (best?.length ?? 0)) best = role;
	}
	return best;
}

function titleBefore(paragraph: Paragraph, titleFirst: number, first: number): string | null {
	const { tokens } = paragraph;
	let start = titleFirst;
	// "Secretary of State John Kerry": the run of capitals before "of" belongs to the title.
	while (
		start - 2 >= 0 &&
		first - start < LONGEST &&
		tokens[start - 1]?.lower === 'of' &&
		tokens[start - 2]?.capital
	) {
		start -= 2;
		while (start - 1 >= 0 && tokens[start - 1]?.capital && first - start < LONGEST) start--;
	}
	const title = tokens.slice(start, first);
	const bare = (lower: string) => (lower.endsWith('.') ? lower.slice(0, -1) : lower);
	while (title.length > 0 && honorifics.has(bare(title[0]?.lower ?? ''))) title.shift();
	if (!title.some((token) => offices.has(bare(token.lower)))) return null;
	const from = title[0]?.start ?? 0;
	return paragraph.text.slice(from, title.at(-1)?.end ?? from).replace(/\s+/gu, ' ');
}
