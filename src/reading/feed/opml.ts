import type { Opml } from 'feedsmith';
import { UserError } from '../../errors.ts';
import { charsetOf, decode } from '../decode.ts';
import { tidyLine } from '../unseen.ts';
import { webAddress } from '../web-address.ts';
import { rootTag } from '../xml.ts';
import { feedsmith } from './feedsmith.ts';

/** A feed of a list. */
export interface ListedFeed {
	readonly address: string;
	readonly title: string | null;
}

/** Bytes of a list, and feeds in it. */
export const longestOpml = 1024 * 1024;
export const mostListed = 2_000;

/**
 * The feeds of an OPML list, in any folders, each once.
 * @throws UserError where it is none, is larger than `longestOpml`, or lists no feed.
 */
export function readOpml(bytes: Uint8Array, name: string): readonly ListedFeed[] {
	if (bytes.length > longestOpml) {
		throw new UserError(`${name} is larger than 1 MB: a list of feeds is smaller.`);
	}
	const text = decode(bytes, name, charsetOf(null));
	const feeds = outlinesOf(text, name).flatMap(({ xmlUrl, title, text: label }): ListedFeed[] => {
		const address = webAddress(xmlUrl, null);
		return address === null
			? []
			: [{ address, title: tidyLine((title ?? label ?? '').slice(0, 300)) || null }];
	});
	const once = [...new Map(feeds.map((feed) => [feed.address, feed])).values()];
	if (once.length === 0) throw new UserError(`${name} lists no feeds: export the list again as OPML.`);
	if (once.length > mostListed) {
		throw new UserError(`${name} lists ${once.length} feeds: put at most ${mostListed} into one file.`);
	}
	return once;
}

/** Whether a text begins like a list of feeds, whatever it is called. */
export function looksLikeOpml(start: string): boolean {
	return rootTag(start.slice(0, 4_000)) === 'opml';
}

function outlinesOf(text: string, name: string): readonly Opml.Outline<string>[] {
	let outlines: Opml.Outline<string>[];
	try {
		outlines = feedsmith().parseOpml(text).body?.outlines ?? [];
	} catch (cause) {
		if (looksLikeOpml(text) && /<\/opml>\s*$/iu.test(text)) return [];
		throw new UserError(`${name} is not a list of feeds: give an OPML file, as feed readers export it.`, {
			cause,
		});
	}
	const all: Opml.Outline<string>[] = [];
	const todo = outlines.toReversed();
	for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
		all.push(next);
		todo.push(...(next.outlines ?? []).toReversed());
	}
	return all;
}

/** A list of feeds as OPML 2.0. */
export function writeOpml(
	title: string,
	feeds: readonly (ListedFeed & { readonly site: string | null })[],
): string {
	return feedsmith().generateOpml({
		head: { title },
		body: {
			outlines: feeds.map(({ address, title: name, site }) => ({
				text: name ?? address,
				title: name ?? address,
				type: 'rss',
				xmlUrl: address,
				...(site === null ? {} : { htmlUrl: site }),
			})),
		},
	});
}
