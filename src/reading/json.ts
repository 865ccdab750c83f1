import { z } from 'zod';
import { articleSchema } from '../article.ts';
import { UserError } from '../errors.ts';
import type { Format } from './format.ts';

/**
 * What a person has to write of an article: headline and paragraphs. Quotations are found in the paragraphs, and
 * id, revision and source come from the file, so whatever a file says of those is not taken.
 */
const written = articleSchema
	.omit({ id: true, revision: true, source: true, quotes: true })
	.partial()
	.required({ headline: true, paragraphs: true });

/** An article as JSON: the form that `npm run read` prints and `npm run schema` describes. */
export const jsonFormat: Format = {
	kind: 'json',
	matches: (text, name) => /\.json$/i.test(name) || /^\s*\{\s*"/.test(text),
	read(text, name) {
		const parsed = written.safeParse(parse(text, name));
		if (!parsed.success) {
			const [issue] = parsed.error.issues;
			const place = issue && issue.path.length > 0 ? `"${z.core.toDotPath(issue.path)}"` : 'the whole';
			throw new UserError(
				`${name} is not an article as JSON: ${place} is not as \`npm run schema\` describes it.`,
			);
		}
		const none = { ...{ url: null, site: null, language: null, deck: null, caption: null, credit: null } };
		const unknown = { publishedAt: null, updatedAt: null, capturedAt: null };
		const empty = { byline: [], topics: [], related: [], comments: [] };
		return Object.assign({}, none, unknown, empty, parsed.data);
	},
};

function parse(text: string, name: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		throw new UserError(
			`${name} is not valid JSON: check it with a JSON validator, or save the page as text.`,
		);
	}
}
