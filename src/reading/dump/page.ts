import type { DumpFields } from './fields.ts';
import type { Outline } from './kinds/outlined.ts';
import type { Ledger } from './ledger.ts';
import type { Line } from './lines.ts';
import type { MarkedLine } from './marked.ts';
import type { Mark } from './marks.ts';

export type { MarkedLine };

/** What is being read: fields and ledger grow while it is. */
export interface Page {
	readonly lines: readonly MarkedLine[];
	/** What the model takes the lines for. */
	readonly outline: Outline;
	/** Whether empty lines are between paragraphs. */
	readonly setApart: boolean;
	readonly fields: DumpFields;
	readonly ledger: Ledger;
}

/** Where a line stands: above the headline, between it and the text, in the text, or below it. */
export type Place = 'top' | 'head' | 'text' | 'tail';

/** Puts the marks of a line into their fields. What a field cannot take any more is furniture. */
export function takeMarks(page: Page, line: MarkedLine, place: Place): void {
	for (const mark of line.marks) takeMark(page, line, mark, place);
}

function takeMark({ fields, ledger }: Page, line: Line, mark: Mark, place: Place): undefined {
	const put = (
		field: 'publishedAt' | 'publishedOn' | 'updatedAt' | 'capturedAt' | 'credit' | 'caption' | 'url',
		value: string | null,
	) => {
		if (value === null) return ledger.furniture(line, `${field} that cannot be told for certain`);
		if ((fields[field] ?? value) !== value) return ledger.furniture(line, `another ${field}`);
		fields[field] = value;
		ledger.field(line, field);
	};
	const putPublished = (at: string | null, day: string | null) =>
		at === null && day !== null ? put('publishedOn', day) : put('publishedAt', at);
	switch (mark.kind) {
		case 'clock':
			return put('capturedAt', mark.at);
		case 'stamp': {
			const { publishedAt, publishedOn = null, updatedAt, bare } = mark.stamp;
			// Below the last paragraph, a moment without a word for it is that of another article.
			if (place === 'tail' && bare) return ledger.furniture(line, 'date of another article');
			if (publishedAt !== undefined) putPublished(publishedAt, publishedOn);
			if (updatedAt !== undefined) put('updatedAt', updatedAt);
			if (!bare) return;
			// At the top of a page, a date with its weekday or with the time first may as well be a site's clock.
			const mayBeClock = place === 'top' && (bare.weekday || bare.timeFirst);
			if (mayBeClock) return ledger.furniture(line, 'date without a meaning');
			// A day alone stands at the top as today's, and in the text as a heading of what happened then.
			return putPublished(bare.at, place === 'head' ? bare.day : null);
		}
		case 'byline':
			if (fields.byline.length > 0) return ledger.furniture(line, 'another byline');
			fields.byline.push(...mark.names);
			return ledger.field(line, 'byline');
		case 'credit':
			// Below the text, "© The Post Company" is the site's.
			if (place === 'tail' && /^(?:©|\(c\)|copyright)/i.test(line.text))
				return ledger.furniture(line, 'copyright');
			return put('credit', mark.credit);
		case 'caption':
			put('caption', mark.caption);
			return mark.credit === null ? undefined : put('credit', mark.credit);
		case 'url':
			return put('url', mark.url);
		case 'furniture':
			return ledger.furniture(line, mark.what);
	}
}
