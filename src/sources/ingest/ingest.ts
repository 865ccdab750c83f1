import { UserError } from '../../errors.ts';
import { fetchJob } from '../additions/job.ts';
import { AddressQueue } from './addresses.ts';
import { eachAtOnce } from './at-once.ts';
import { filesOf, type Listed } from './files.ts';
import { articlesByAddress, type Exported, joinComments, pagesWithoutArticle } from './join-comments.ts';
import type { IngestOptions } from './options.ts';
import { sourceName } from './read.ts';
import { ingestedFiles, ingestedPages, type TakenIn, takingIn } from './take-in.ts';
import { isWebArchive, takeWebArchive } from './web-archive.ts';

export type { Outcome } from './outcome.ts';

type ListedFile = Extract<Listed, { kind: 'file' }>;

/** Files whose state is asked for at a time. */
const page = 500;
/** So many files take as long to read as one more thread takes to start. */
const filesOfThread = 60;

/**
 * Reads files, folders, web archives, addresses, feeds and lists of feeds into the shared shelf. Each source is written
 * in one transaction with the note that it was read, so that it may be stopped at any moment and started again.
 * The same headline with nearly the same text under two addresses is one article.
 * @param given as on a command line. @throws UserError for what is not there.
 */
export async function ingest(given: readonly string[], options: IngestOptions): Promise<void> {
	const isAddress = (one: string) => /^(?:https?:|[a-z][a-z\d+.-]*:\/\/)/iu.test(one);
	const addresses = new AddressQueue();
	const files: ListedFile[] = [];
	const seen = new Set<string>();
	for (const one of given) {
		if (isAddress(one)) continue;
		for await (const listed of filesOf(one)) {
			if (listed.kind === 'refused') options.done(listed, 0);
			else if (!seen.has(listed.path)) files.push(listed);
			if (listed.kind === 'file') seen.add(listed.path);
		}
	}
	addresses.add(given.filter(isAddress));
	const takeIn = takingIn(options);
	const fresh = await unread(files, options);
	let left = fresh.length;
	const waiting = () => left + addresses.left;
	const exports: Exported[] = [];
	const settle = ({ outcome, more, discussed }: TakenIn) => {
		addresses.add(more);
		// Comments are put under their articles at the end, when all of these are there.
		if (discussed.length > 0) exports.push({ name: outcome.name, pages: discussed });
		else options.done(outcome, waiting());
	};
	const single = fresh.filter(({ path }) => !isWebArchive(path));
	const atOnce = Math.min(options.threads.length, Math.ceil(single.length / filesOfThread));
	await eachAtOnce(among(single), atOnce, async ({ path }) => {
		const taken = await takeIn(path, { kind: 'file', path, reader: options.reader });
		left--;
		settle(taken);
	});
	for (const file of fresh.filter(({ path }) => isWebArchive(path))) {
		const outcome = await takeWebArchive(file, takeIn, options, waiting);
		left--;
		options.done(outcome, waiting());
	}
	// Pages that readers wrote on are fetched where no article of them is here.
	let articles: Awaited<ReturnType<typeof articlesByAddress>> = new Map();
	for (let looked = 0; addresses.left > 0 || looked < exports.length; ) {
		await addresses.each(async (address) => settle(await takePage(address, takeIn, options)));
		if (exports.length === 0) return;
		articles = await articlesByAddress(options);
		addresses.add(pagesWithoutArticle(exports.slice(looked), articles));
		looked = exports.length;
	}
	for (const one of exports) options.done(await joinComments(one, articles, takeIn, options), 0);
}

async function* among<Thing>(things: readonly Thing[]): AsyncGenerator<Thing> {
	yield* things;
}

/** Those of the files that were not read before as they are now; the others are done. */
async function unread(files: readonly ListedFile[], { archive, reader, done }: IngestOptions) {
	const sources = archive.sources(ingestedFiles);
	const fresh: ListedFile[] = [];
	for (let first = 0; first < files.length; first += page) {
		const some = files.slice(first, first + page);
		const known = await sources.named(some.map(({ path }) => sourceName(path)));
		const states = new Map(known.map((state) => [state.name, state]));
		for (const file of some) {
			const state = states.get(sourceName(file.path));
			const isSame = state?.size === file.size && state.modified === file.modified && state.reader === reader;
			if (isSame) done({ kind: 'known', name: file.path }, files.length);
			else fresh.push(file);
		}
	}
	return fresh;
}

async function takePage(
	address: string,
	takeIn: ReturnType<typeof takingIn>,
	{ web, archive, reader, dry }: IngestOptions,
): Promise<TakenIn> {
	const [known] = await archive.sources(ingestedPages).named([address]);
	if (known?.reader === reader) return { outcome: { kind: 'known', name: address }, more: [], discussed: [] };
	if (dry) return { outcome: { kind: 'left', name: address }, more: [], discussed: [] };
	try {
		const { bytes, mediaType, address: found } = await fetchJob({ kind: 'link', address }, web, () => {});
		const what = { kind: 'fetched', bytes, mediaType, address: found ?? address } as const;
		return await takeIn(address, { ...what, at: Date.now(), fetchedAt: null, reader });
	} catch (error) {
		if (!(error instanceof UserError)) throw error;
		return { outcome: { kind: 'refused', name: address, why: error.message }, more: [], discussed: [] };
	}
}
