import { tidyLine } from '../../../unseen.ts';
import type { Layout } from '../../blocks/layout.ts';
import { attribute, type Element, textUpTo } from '../../tree.ts';
import type { Head } from '../head.ts';
import { around, nearestBox } from '../near.ts';
import { aboutAuthor, behindBy, longestName, notAuthors } from './lines.ts';
import { looksLikeName, namesIn } from './names.ts';
import type { AuthorSource, Found } from './said.ts';

/** The names in elements that are marked as an author's. @param headline the number of its block, or -1. */
export function namesInElements({ marked }: Head, layout: Layout, headline: number): Found[] {
	const found: Found[] = [];
	for (const element of marked) {
		const written = tidyLine(textUpTo(element, 600));
		if (written === '' || written.length > longestName || notAuthors.test(written)) continue;
		const source = sourceOf(element);
		if (source === null) continue;
		const box = nearestBox(element, layout.boxOf);
		const names = namesIn(behindBy(written).text);
		if (names.length === 0 || !names.every(looksLikeName)) continue;
		const at = layout.boxes[box]?.first ?? 0;
		found.push({
			...{ source, names, from: headline < 0 ? at : at - headline },
			...{ isElsewhere: around(layout, box).isElsewhere, isMarked: true },
			...{ isBesideDate: /\d{4}/u.test(written), order: found.length },
		});
	}
	return found;
}

function sourceOf(element: Element): AuthorSource | null {
	const property = attribute(element, 'itemprop') ?? '';
	const relation = attribute(element, 'rel') ?? '';
	const names = `${attribute(element, 'class') ?? ''} ${attribute(element, 'id') ?? ''} ${attribute(element, 'data-testid') ?? ''}`;
	if (/\b(?:author|creator)\b/u.test(property)) return 'itemprop';
	if (/\bauthor\b/u.test(relation)) return 'rel';
	if (aboutAuthor.test(names.replace(/[-_]+/gu, ' ').toLowerCase())) return null;
	if (
		/author[-_]*(?:name|link)|(?:^|[\s_-])(?:byline|author)(?:$|[\s_-])|vcard|authorname|byline__|article__author/iu.test(
			names,
		)
	)
		return /avatar|image|img|bio|desc|social|box|list|card|popup|wrapper/iu.test(names) ? 'box' : 'class';
	return /\/(?:authors?|contributors?|writers?|by|people|staff|profile)\//iu.test(
		attribute(element, 'href') ?? '',
	)
		? 'address'
		: null;
}
