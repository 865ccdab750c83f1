import type { AnyFeed } from 'feedsmith';
import { UserError } from '../../errors.ts';
import { charsetOf, decode } from '../decode.ts';
import { rootTag } from '../xml.ts';
import { type Feed, longestFeed } from './feed.ts';
import { feedsmith } from './feedsmith.ts';
import { fromAtom } from './from-atom.ts';
import { fromJson } from './from-json.ts';
import { fromRss } from './from-rss.ts';

/** Where a feed came from. */
export interface FeedSource {
	/** Its address; what is relative in it is relative to this. Null for a file. */
	readonly address: string | null;
	/** For messages. */
	readonly name: string;
	/** As the sender gave it ("text/xml; charset=utf-8"), or null. */
	readonly mediaType: string | null;
}

/** Tags and entities of one feed, far more than 500 long items have: the parser takes a microsecond or two for each. */
const most = { tags: 200_000, entities: 300_000, tag: 100_000 };

/**
 * Reads a feed: RSS from 0.90 on, RDF, Atom or JSON Feed. Entities that a document declares itself are not
 * expanded, and nothing that it refers to is fetched.
 * @throws UserError, one sentence, where it is none or is broken.
 */
export function parseFeed(bytes: Uint8Array, { address, name, mediaType }: FeedSource): Feed {
	if (bytes.length > longestFeed) {
		throw new UserError(`${name} is larger than ${longestFeed / 1024 / 1024} MB, which no feed is.`);
	}
	const text = decode(bytes, name, charsetOf(mediaType) ?? declaredEncoding(bytes));
	if (isFlood(text)) throw broken(name);
	const parsed = parsedOf(text, name);
	switch (parsed.format) {
		case 'atom':
			return fromAtom(parsed.feed, address);
		case 'json':
			return fromJson(parsed.feed, address);
		case 'rss':
		case 'rdf':
			return fromRss(parsed.format, parsed.feed, address);
	}
}

/** Whether a text begins like a feed, whatever it is called. */
export function looksLikeFeed(start: string): boolean {
	const beginning = start.slice(0, 4_000);
	// An article about feeds has such a tag in its text.
	if (/^(?:rss|rdf:rdf|(?:\w+:)?feed)$/u.test(rootTag(beginning) ?? '')) return true;
	return /^\s*\{[\s\S]*"version"\s*:\s*"https?:\/\/jsonfeed\.org\//u.test(beginning);
}

function parsedOf(text: string, name: string): AnyFeed {
	try {
		return feedsmith().parseFeed<string>(text);
	} catch {
		throw looksLikeFeed(text) ? broken(name) : new UserError(`${name} is not a feed.`);
	}
}

function broken(name: string): UserError {
	return new UserError(`${name} is a broken feed: its tags do not fit together.`);
}

function isFlood(text: string): boolean {
	let [tags, entities, opened, dataEnd] = [0, 0, -1, -1];
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code === 0x3c) {
			if (++tags > most.tags) return true;
			// Within the data of an item a tag may hold a whole picture.
			if (at >= dataEnd && text.startsWith('<![CDATA[', at)) dataEnd = endOfData(text, at);
			opened = at < dataEnd ? -1 : at;
		} else if (code === 0x26) {
			if (++entities > most.entities) return true;
		} else if (code === 0x3e) {
			if (opened >= 0 && at - opened > most.tag) return true;
			opened = -1;
		}
	}
	return false;
}

function endOfData(text: string, from: number): number {
	const end = text.indexOf(']]>', from);
	return end < 0 ? text.length : end;
}

function declaredEncoding(bytes: Uint8Array): string | null {
	const start = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
	return /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.:-]{1,40})["']/iu.exec(start)?.[1] ?? null;
}
