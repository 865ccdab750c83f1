import type { MarkedLine, Page } from '../page.ts';
import { findAuthors } from './find.ts';

/** Puts those who wrote the article into the byline, once headline and paragraphs are known. */
export function takeAuthors(page: Page): void {
	const { lines, fields, ledger } = page;
	const is = (use: RegExp) => (line: MarkedLine) => ledger.usesOf(line).some((one) => use.test(one));
	const headlineAt = lines.findIndex(is(/^headline$/));
	const bodyAt = lines.findIndex(is(/^paragraphs\[/));
	if (headlineAt < 0 || bodyAt < 0) return;
	const bodyEnd = lines.findLastIndex(is(/^paragraphs\[/)) + 1;
	const found = findAuthors(lines, { headlineAt, bodyAt, bodyEnd });
	const marked = lines.filter(is(/^byline$/));
	const named = found ? lines.slice(found.at, found.at + found.size) : [];
	for (const line of marked) if (!named.includes(line)) withoutByline(page, line);
	fields.byline.splice(0, fields.byline.length, ...(found?.names ?? []));
	for (const line of named) {
		if (fields.deck === line.text) fields.deck = null;
		if (fields.caption === line.text) fields.caption = null;
		if (!is(/^(?:deck|caption|byline|publishedAt|publishedOn|updatedAt|furniture: .*)$/)(line)) continue;
		const isPlain = line.marks.every(({ kind }) => kind !== 'furniture');
		withoutUse(page, line, isPlain ? /^(?:deck|caption|byline|furniture: .*)$/ : /^byline$/);
		ledger.field(line, 'byline');
	}
}

function withoutByline(page: Page, line: MarkedLine): undefined {
	const isOnly = page.ledger.usesOf(line).length === 1;
	withoutUse(page, line, /^byline$/);
	if (isOnly) page.ledger.furniture(line, 'another byline');
}

function withoutUse({ ledger }: Page, line: MarkedLine, use: RegExp): undefined {
	const kept = ledger.usesOf(line).filter((one) => !use.test(one));
	ledger.forget(line, kept);
}
