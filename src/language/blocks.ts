import type { Mention } from './mentions.ts';
import type { ParsedArticle } from './parsed-article.ts';
import type { Unmarked } from './unmarked/unmarked.ts';

const sign = /^[\s\u00a0]*>+[\s\u00a0]?(?=\S)/u;

/**
 * Block quotations: paragraphs that begin with ">" after one that ends in a colon and says who speaks ("In her
 * letter Ada Venn wrote:"). Without that the sign may mean anything, and nothing is found.
 */
export function findBlocks({ parsedParagraphs }: ParsedArticle): Unmarked[] {
	const found: Unmarked[] = [];
	let lead: { source: Mention; paragraph: number } | null = null;
	for (const { paragraph, mentions } of parsedParagraphs) {
		const opening = sign.exec(paragraph.text)?.[0];
		if (opening === undefined || paragraph.spans.length > 0) {
			const source = mentions.findLast(({ cue, person }) => cue !== null && person !== null);
			lead = source && /:\s*$/u.test(paragraph.text) ? { source, paragraph: paragraph.index } : null;
			continue;
		}
		if (!lead) continue;
		const { source } = lead;
		const tokens = parsedParagraphs[source.paragraph]?.paragraph.tokens ?? [];
		const start = tokens[source.first]?.start ?? 0;
		const end = tokens[source.after - 1]?.end ?? 0;
		found.push({
			paragraph: paragraph.index,
			start: 0,
			end: paragraph.text.trimEnd().length,
			open: opening.length,
			speaker: source.person?.name ?? null,
			person: source.person,
			mention: { paragraph: source.paragraph, start, end },
			cue: tokens[source.cueAt]?.text ?? null,
			turn: lead.paragraph,
		});
	}
	return found;
}
