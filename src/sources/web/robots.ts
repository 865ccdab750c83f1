import { setImmediate } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import robotsParser from 'robots-parser';
import { siteName, WebError } from './trouble.ts';

/** What was found at a site's robots.txt. */
export type RobotsFile =
	| { readonly kind: 'text'; readonly text: string }
	/** There is none: all is allowed (RFC 9309, 2.3.1.3). */
	| { readonly kind: 'none' }
	/** It could not be read: nothing is allowed until it can be (RFC 9309, 2.3.1.4). */
	| { readonly kind: 'unreadable' };

/** Bytes that are read of a robots.txt, the least that RFC 9309 asks for. */
export const longestRobots = 500 * 1024;

/** The package's types describe an ES module, and it is a CommonJS one: its default is the function itself. */
const parseRobots = robotsParser as unknown as typeof robotsParser.default;

const keptMs = { read: 24 * 3_600_000, unreadable: 10 * 60_000 };
/** Characters of all kept files together. */
const mostKept = 16 * 1024 * 1024;
const rule = /^\s*(user-agent|allow|disallow)\s*:\s*([^#]{0,2000})/iu;
/** Steps that the rules with a wildcard may take for one address; a real file takes a tenth. */
const mostSteps = 500_000;
/** Rules for this bot and for all; the largest sites have a third of it. */
const mostRules = 3_000;
/** Lines that are looked through before other work has its turn. */
const linesAtOnce = 2_000;

/**
 * Whether robots.txt allows an address, as `robots-parser` reads it. Files are kept for a day.
 * @param fetchFile fetches the file at this address. @param agent the name that sites know the bot by.
 * @returns which throws WebError where an address is not allowed.
 */
export function robotsRules(
	fetchFile: (robots: URL) => Promise<RobotsFile>,
	agent: string,
): (url: URL) => Promise<void> {
	const kept = new LRUCache<string, RobotsFile>({
		maxSize: mostKept,
		sizeCalculation: (file) => 200 + (file.kind === 'text' ? file.text.length : 0),
	});
	/** Those that are being fetched, so that several pages of one site wait for one file. */
	const coming = new Map<string, Promise<RobotsFile>>();
	const fileOf = async (url: URL): Promise<RobotsFile> => {
		const known = kept.get(url.origin);
		if (known) return known;
		let file = coming.get(url.origin);
		if (!file) {
			file = fetchFile(new URL('/robots.txt', url)).then(async (found) => {
				const file: RobotsFile = found.kind === 'text' ? await relevant(found.text, agent) : found;
				kept.set(url.origin, file, { ttl: file.kind === 'unreadable' ? keptMs.unreadable : keptMs.read });
				return file;
			});
			coming.set(url.origin, file);
			void file.catch(() => {}).finally(() => coming.delete(url.origin));
		}
		return file;
	};
	return async (url) => {
		const file = await fileOf(url);
		if (file.kind === 'none') return;
		if (file.kind === 'unreadable') {
			throw new WebError('robots', [
				'The robots.txt of ',
				siteName(url),
				', which says what programs may read, cannot be read just now: try again in a quarter of an hour.',
			]);
		}
		if (
			steps(file.text, url) > mostSteps ||
			parseRobots(url.origin, file.text).isDisallowed(url.href, agent)
		) {
			throw new WebError('robots', [
				siteName(url),
				' does not allow programs to read this page (its robots.txt): copy the text of the page and add it with /add text.',
			]);
		}
	};
}

/**
 * The groups for this agent and for all (`*`), without the others. The parser copies each rule for each agent of
 * its group, which for thousands of both takes all memory. A file with more rules than any site has is not read.
 */
async function relevant(text: string, agent: string): Promise<RobotsFile> {
	const lines: string[] = [];
	let group = new Set<string>();
	let inRules = false;
	for (const [at, line] of text.split(/[\r\n]+/u).entries()) {
		if (at % linesAtOnce === linesAtOnce - 1) await setImmediate();
		if (lines.length > mostRules) return { kind: 'unreadable' };
		const [, field = '', value = ''] = rule.exec(line) ?? [];
		if (field.toLowerCase() === 'user-agent') {
			if (inRules) group = new Set();
			inRules = false;
			const name = value.trim().toLowerCase().replace(/\/.*/u, '');
			if (name === '*' || name === agent.toLowerCase()) group.add(name);
		} else if (field !== '' && group.size > 0) {
			if (!inRules) for (const name of group) lines.push(`user-agent: ${name}`);
			inRules = true;
			lines.push(`${field}: ${value.trim()}`);
		} else if (field !== '') inRules = true;
	}
	return { kind: 'text', text: lines.join('\n') };
}

/** An upper bound of the steps that the rules with a wildcard take: their length times that of the path. */
function steps(text: string, url: URL): number {
	const wild = text.split('\n').reduce((sum, line) => (line.includes('*', 12) ? sum + line.length : sum), 0);
	return wild * (url.pathname.length + url.search.length);
}
