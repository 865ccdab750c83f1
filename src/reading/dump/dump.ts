import { takeAuthors } from './authors/take.ts';
import { readBody } from './body.ts';
import { readThread } from './comments/thread.ts';
import { type DumpFields, emptyFields } from './fields.ts';
import { listedFurniture } from './furniture.ts';
import { readHead } from './head.ts';
import { type LineModel, lineModel } from './kinds/model.ts';
import { outlineOf, withLikeliest } from './kinds/outline.ts';
import type { Outline } from './kinds/outlined.ts';
import { type Furniture, Ledger, type LineUse } from './ledger.ts';
import { toLines } from './lines.ts';
import { marksOf } from './marks.ts';
import type { MarkedLine, Page } from './page.ts';
import { isSetApart } from './prose.ts';
import { takeSite } from './site.ts';
import { endAtForm } from './tail.ts';
import { certainThread, chooseThread } from './thread.ts';
import { settleTopics } from './topics.ts';
import { turnLabels, withTurns } from './turns.ts';
import { unwrap } from './wrap.ts';

/** A page dump as it was read, and where each of its lines went. */
export interface Dump {
	/** `headline` is '' and `paragraphs` is empty where the text holds none. */
	readonly fields: DumpFields;
	/** In the order of the lines. */
	readonly furniture: readonly Furniture[];
	/** Every line that is not empty, once, in order. */
	readonly accounting: readonly LineUse[];
	/** By line number, how sure the model is of taking the line, or not taking it, for the article's text: 0 to 1. */
	readonly sure: ReadonlyMap<number, number>;
	/** Why the headline or the text may have been read wrongly. */
	readonly unsure: readonly Unsure[];
}

export type Unsure = 'headline' | 'paragraphs';

/**
 * Reads the text of a news page as it was copied, from any site. Never throws, and takes time in proportion to
 * the length of the text. What the page does not say stays null or empty.
 */
export function readDump(text: string, model: LineModel = lineModel()): Dump {
	const ledger = new Ledger();
	const fields = emptyFields();
	const { lines: written, invisible } = toLines(text);
	for (const number of invisible) ledger.furniture({ numbers: [number], text: '' }, 'invisible characters');
	const lines = unwrap(written);
	const certain = certainThread(lines);
	const above = lines
		.slice(0, certain?.at ?? lines.length)
		.map((line) => ({ ...line, marks: marksOf(line.text) }));
	const seen = outlineOf(above, model);
	const thread = certain ?? chooseThread(above, seen);
	const ended = endAtForm(above.slice(0, thread?.at ?? above.length), seen);
	const articleLines = ended.lines;
	const likeliest = withLikeliest(ended.outline, articleLines);
	const labels = turnLabels(articleLines, likeliest);
	const outline = withTurns(likeliest, articleLines, labels);
	const page: Page = { lines: articleLines, outline, setApart: isSetApart(articleLines), fields, ledger };
	readBody(page, readHead(page));
	takeAuthors(page);
	takeSite(page);
	settleTopics(page);
	if (thread) {
		const { comments, end } = readThread(lines, thread.at, thread.style, ledger);
		fields.comments.push(...comments);
		for (const line of lines.slice(end))
			ledger.furniture(line, listedFurniture(line.text) ?? 'other headline');
	}
	return {
		fields,
		...ledger.close(),
		sure: surenessOf(above, outline),
		unsure: unsureOf(articleLines, outline, labels.size > 0 ? sureTalk : sureText),
	};
}

function surenessOf(lines: readonly MarkedLine[], outline: Outline): Map<number, number> {
	return new Map(
		lines.flatMap((line, at) => {
			const body = outline.body[at] ?? 0;
			const chance = outline.paragraphs[at] === 1 ? body : 1 - body;
			const sure = at === outline.headline ? outline.headlineSure : chance;
			return line.numbers.map((number) => [number, sure] as const);
		}),
	);
}

/** Under this mean chance, by length, the text as a whole is not sure. */
const sureText = 0.75;
/** The same of a talk, whose turns are short lines. */
const sureTalk = 0.5;
/** Under this chance the headline is wrong more often than right: docs/decisions/page-dump.md has the figures. */
const sureHeadline = 0.3;

/** @param least the mean chance under which the text is not sure. */
function unsureOf(
	lines: readonly MarkedLine[],
	{ headlineSure, body, paragraphs, isGuess }: Outline,
	least: number,
): Unsure[] {
	let size = 0;
	let mass = 0;
	for (const [at, { text }] of lines.entries()) {
		if (paragraphs[at] !== 1) continue;
		size += text.length;
		mass += text.length * (body[at] ?? 0);
	}
	const isText = !isGuess && mass >= size * least;
	return [
		...(headlineSure < sureHeadline ? (['headline'] as const) : []),
		...(isText ? [] : (['paragraphs'] as const)),
	];
}
