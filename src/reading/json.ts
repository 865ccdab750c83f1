import { z } from 'zod';
import { articleSchema } from '../article.ts';
import { UserError } from '../errors.ts';
import { charsetOf, decode } from './decode.ts';
import type { Format, ReadFields } from './format.ts';
import { lineEnd, tidyLine } from './unseen.ts';
import { webAddress } from './web-address.ts';

/**
 * What a person has to write of an article: headline and paragraphs. Quotations are found in the paragraphs, and
 * id, revision and source come from the file, so whatever a file says of those is not taken.
 */
const written = articleSchema
	.omit({ id: true, revision: true, source: true, quotes: true })
	.partial()
	.required({ headline: true, paragraphs: true });

const nothing = {
	...{ url: null, site: null, language: null, deck: null, caption: null, credit: null },
	...{ publishedAt: null, updatedAt: null, capturedAt: null },
	...{ byline: [], topics: [], related: [], comments: [] },
};

/** An article as JSON, or a list of them: the form that `npm run read` prints and `npm run schema` describes. */
export const jsonFormat: Format = {
	kind: 'json',
	matches: ({ name, mediaType, start }) =>
		/\.json$/i.test(name) || /^application\/(?:\w+\+)?json\b/i.test(mediaType ?? '') || isJson.test(start),
	read({ bytes, name, mediaType }) {
		const parsed = parse(decode(bytes, name, charsetOf(mediaType)), name);
		if (!Array.isArray(parsed)) return [articleIn(parsed, name)];
		return parsed.map((one, index) => articleIn(one, `Article ${index + 1} of ${name}`));
	},
};

/** An article, or a list of them. */
const isJson = /^\s*(?:\[\s*)?\{\s*"/;

function articleIn(value: unknown, name: string): ReadFields {
	const parsed = written.safeParse(value);
	if (!parsed.success) {
		const [issue] = parsed.error.issues;
		const place = issue && issue.path.length > 0 ? `"${z.core.toDotPath(issue.path)}"` : 'the whole';
		throw new UserError(
			`${name} is not an article as JSON: ${place} is not as \`npm run schema\` describes it.`,
		);
	}
	const fields = tidied(Object.assign({}, nothing, parsed.data));
	if (fields.headline === '')
		throw new UserError(`${name} is not an article: its "headline" holds no text that can be seen.`);
	if (fields.paragraphs.length === 0)
		throw new UserError(`${name} is not an article: its "paragraphs" hold no text that can be seen.`);
	return fields;
}

function parse(text: string, name: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		throw new UserError(
			`${name} is not valid JSON: check it with a JSON validator, or save the page as text.`,
		);
	}
}

/**
 * The texts as a page would give them: without what nobody sees, each in one line, and none of them empty. An address is
 * kept as it is where it is one of the web.
 */
function tidied(fields: ReadFields): ReadFields {
	const maybe = (text: string | null) => (text === null ? null : tidyLine(text) || null);
	const address = (text: string | null) => (webAddress(text) === null ? null : maybe(text));
	const some = (texts: readonly string[]) => texts.map(tidyLine).filter((text) => text !== '');
	return {
		...fields,
		...{ url: address(fields.url), site: maybe(fields.site), language: maybe(fields.language) },
		...{ headline: tidyLine(fields.headline), deck: maybe(fields.deck), byline: some(fields.byline) },
		...{ caption: maybe(fields.caption), credit: maybe(fields.credit) },
		paragraphs: some(fields.paragraphs),
		topics: some(fields.topics),
		related: fields.related.flatMap(({ headline, url }) => {
			const text = tidyLine(headline);
			return text === '' ? [] : [{ headline: text, url: address(url) }];
		}),
		comments: fields.comments.map(({ author, replyTo, text, postedAt }) => ({
			author: maybe(author),
			replyTo: maybe(replyTo),
			text: text.split(lineEnd).map(tidyLine).join('\n').trim(),
			...(postedAt !== undefined && { postedAt }),
		})),
	};
}
