import PostalMime, { type Email } from 'postal-mime';
import { UserError } from '../../errors.ts';
import { readCopiedText } from '../copied-text.ts';
import { feedDate } from '../feed/dates.ts';
import type { Format, ReadFields, SourceBytes } from '../format.ts';
import { articleOf } from '../html/format.ts';
import { tidyLine } from '../unseen.ts';
import { webAddress } from '../web-address.ts';

/** Parts in parts, and bytes of all headers: more has no mail that somebody wrote. */
const limits = { maxNestingDepth: 20, maxHeadersSize: 256 * 1024, maxRfc822NestingDepth: 2 };
/** Parts of a mail. */
const mostParts = 500;

const headerLine = /^[!-9;-~]{1,100}:.*(?:\r?\n[ \t].*)*\r?\n/u;
const ofMail = /^(?:mime-version|message-id|received|return-path|x-mailer|snapshot-content-location)$/iu;

/** A mail (EML) or a page that a browser saved as one file (MHTML): its HTML, or else its text. */
export const mailFormat: Format = {
	kind: 'mail',
	matches: ({ name, mediaType, start }) =>
		/\.(?:eml|mht|mhtml)$/iu.test(name) ||
		/^(?:message\/rfc822|multipart\/related|application\/x-mimearchive)\b/iu.test(mediaType ?? '') ||
		isMail(start),
	read: async (source) => [await articleIn(await parsed(source), source)],
};

/** Whether it begins with header lines of which one is found in mails alone. */
function isMail(start: string): boolean {
	let rest = start.replace(/^From [^\n]*\n/u, '');
	for (let count = 0; count < 100; count++) {
		const line = headerLine.exec(rest)?.[0];
		if (line === undefined) return false;
		if (ofMail.test(line.slice(0, line.indexOf(':')))) return true;
		rest = rest.slice(line.length);
	}
	return false;
}

async function parsed({ bytes, name }: SourceBytes): Promise<Email> {
	const parts = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
		.toString('latin1')
		.match(/^content-type[ \t]*:/gimu)?.length;
	if ((parts ?? 0) > mostParts) {
		throw new UserError(`${name} is a mail of more than ${mostParts} parts: save only the article in it.`);
	}
	try {
		return await PostalMime.parse(bytes, limits);
	} catch (cause) {
		throw new UserError(
			`${name} is a mail whose parts are nested too deep or broken: save the page or its text instead.`,
			{ cause },
		);
	}
}

async function articleIn(mail: Email, { name, address }: SourceBytes): Promise<ReadFields> {
	const headerOf = (key: string) => mail.headers.find((header) => header.key === key)?.value ?? null;
	const subject = tidyLine(mail.subject ?? '');
	const savedAt = webAddress(headerOf('snapshot-content-location') ?? headerOf('content-location'));
	const read = mail.html
		? articleOf(titled(firstPage(mail.html), subject), name, address ?? savedAt)
		: await readCopiedText(`${subject}\n\n${mail.text ?? ''}`, name);
	if (read === undefined) throw new UserError(`${name} is a mail without text: save the page itself.`);
	// The parser takes a date without a zone for one of this machine's.
	const sentAt = feedDate(headerOf('date'));
	// Of a saved page, this is when it was saved.
	if (savedAt !== null) return { ...read, capturedAt: read.capturedAt ?? sentAt };
	// What goes to a list is published by being sent; who forwards something is not its author.
	const isNewsletter = headerOf('list-id') !== null || headerOf('list-unsubscribe') !== null;
	if (!isNewsletter) return { ...read, capturedAt: read.capturedAt ?? sentAt };
	const from = tidyLine(mail.from?.name ?? '') || null;
	return { ...read, site: read.site ?? from, publishedAt: read.publishedAt ?? sentAt };
}

/** The pages in frames follow the page itself. */
function firstPage(html: string): string {
	const end = /<\/html\s*>/iu.exec(html);
	return end ? html.slice(0, end.index + end[0].length) : html;
}

/** A mail's HTML often has no title, since its subject is one. */
function titled(html: string, subject: string): string {
	const [, title = ''] = /<title[^>]{0,200}>([^<]{0,2000})<\/title/iu.exec(html) ?? [];
	if (subject === '' || title.trim() !== '') return html;
	const escaped = subject.replace(/&/gu, '&amp;').replace(/</gu, '&lt;');
	return `<title>${escaped}</title>${html.replace(/<title[^>]{0,200}>\s*<\/title\s*>/iu, '')}`;
}
