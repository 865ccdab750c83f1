import { UserError } from '../../errors.ts';
import type { Log } from '../../logger.ts';
import type { Shelf } from '../../shelves.ts';
import type { AddingRules, Addition, AdditionStore, AdditionsPage } from '../../stores/additions.ts';
import type { ArticleStore } from '../../stores/articles.ts';
import type { SourceSet, SourceStore } from '../../stores/sources.ts';
import { ReaderStopped, readingThread } from '../reading-thread.ts';
import { removeForGood } from '../removed.ts';
import type { Web } from '../web/fetch.ts';
import { fetchJob, type Job, nameOf, type Step, type Thing } from './job.ts';
import { type Adder, type AddingLimits, checkMayAdd, defaultRules, spend } from './rules.ts';
import type { TakenArticle, TakenAs } from './take.ts';

export type { AddingRules, Addition } from '../../stores/additions.ts';
export type { Step, Thing } from './job.ts';
export type { Adder } from './rules.ts';

export interface AddedArticle extends TakenArticle {
	/** Who added it before, where it was here already and that is known. */
	readonly before: Addition | null;
}

/** What was removed. */
export interface Removed {
	/** The headlines of the articles that are gone from the shelf. */
	readonly headlines: readonly string[];
	/** Whether the article is still seen, since the shared shelf or a feed has it, too. */
	readonly isStillSeen: boolean;
}

/** What commands do with articles that members add. */
export interface Additions {
	/** @throws UserError, one sentence, where somebody may not add articles. */
	checkMayAdd(adder: Adder): Promise<void>;
	/** @throws UserError, one sentence, where it is not allowed or there is no article. */
	add(thing: Thing, adder: Adder, progress?: (step: Step) => void): Promise<readonly AddedArticle[]>;
	/** Fetches an article again that came by a link. @throws UserError */
	refresh(article: string, adder: Adder, progress?: (step: Step) => void): Promise<TakenAs>;
	/** @throws UserError where it was not added here, or somebody else added it. */
	remove(article: string, adder: Adder): Promise<Removed>;
	list(server: Shelf, page: AdditionsPage): ReturnType<AdditionStore['list']>;
	/** Those of some articles, the oldest first. */
	of(server: Shelf, articles: readonly string[]): Promise<Addition[]>;
	rules(server: string): Promise<AddingRules & { readonly mostDaily: number }>;
	setRules(server: string, rules: AddingRules): Promise<void>;
}

export interface OpenAdditions {
	readonly service: Additions;
	close(): Promise<void>;
}

export interface AdditionsOptions {
	readonly web: Web;
	readonly archive: Pick<ArticleStore, 'seenBy'> & {
		readonly additions: AdditionStore;
		sources(set: SourceSet): SourceStore;
	};
	/** Where the archive is, a folder or a database's address, for the reading thread's own connection. */
	readonly archivePlace: string;
	/** The reading thread's file. */
	readonly worker: URL;
	readonly reader: string;
	readonly limits: AddingLimits;
	readonly log: Log;
}

/** What an addition may take to read: by the clock, since other work may keep the thread waiting, and of the processor. */
const reading = { milliseconds: 5_000, cpuMilliseconds: 1_000, megabytes: 160, idleMilliseconds: 20_000 };
const wakeMs = 30_000;
/** More of them at the same time are refused. */
const mostAtOnce = 16;

/** Opens what adds articles: the fetcher is given, the thread that reads them is its own. */
export function openAdditions(options: AdditionsOptions): OpenAdditions {
	const { web, archive, archivePlace, worker, limits, log } = options;
	const store = archive.additions;
	const thread = readingThread(worker, reading);
	let working = 0;

	const rulesOf = async (server: string | null) =>
		server === null ? defaultRules : ((await store.rules(server)) ?? defaultRules);

	/** What is known by a name and still there. */
	const known = async (shelf: Shelf, name: string): Promise<AddedArticle[]> => {
		const view = archive.seenBy(shelf);
		const found: AddedArticle[] = [];
		for (const before of await store.named(shelf, name)) {
			const line = await view.line(before.article);
			if (line) found.push({ id: line.id, headline: line.headline, takenAs: 'here', twin: false, before });
		}
		return found;
	};

	const read = async (job: Job, shelf: Shelf, held: readonly string[]): Promise<readonly TakenArticle[]> => {
		const { kind, name, called, bytes, mediaType, address } = job;
		try {
			const result = await thread.run(
				{
					...{ task: 'add', archivePlace, shelf, kind, name, called, bytes, mediaType, address, held },
					reader: options.reader,
				},
				reading.milliseconds,
			);
			if (result.kind === 'refused') throw new UserError(result.sentence);
			return result.articles;
		} catch (error) {
			if (!(error instanceof ReaderStopped)) throw error;
			log.warn({ name, reason: error.message }, 'an addition could not be read');
			const sentence = `${called} takes more time or memory to read than an article: add its text with /add text.`;
			throw new UserError(sentence, { cause: error });
		}
	};

	const guarded = async <Result>(work: () => Promise<Result>): Promise<Result> => {
		if (working >= mostAtOnce)
			throw new UserError('I am reading many articles just now: try again in a minute.');
		working++;
		try {
			return await work();
		} finally {
			working--;
		}
	};
	/** The thread starts while the page is fetched. Where it cannot, reading says so. */
	const wake = () => void thread.run({ task: 'wake', archivePlace }, wakeMs).catch(() => {});

	const service: Additions = {
		async checkMayAdd(adder) {
			checkMayAdd(adder, await rulesOf(adder.server), limits);
		},
		add: (thing, adder, progress = () => {}) =>
			guarded(async () => {
				const { server, member } = adder;
				const rules = await rulesOf(server);
				checkMayAdd(adder, rules, limits);
				const asked = await nameOf(thing, web);
				const here = asked === null ? [] : await known(server, asked);
				if (here.length > 0) return here;
				await spend(store, adder, rules, limits);
				wake();
				const job = await fetchJob(thing, web, progress);
				const same = job.name === asked ? [] : await known(server, job.name);
				const aliases = asked !== null && asked !== job.name ? [asked] : [];
				const note = (name: string, article: string, joined: boolean) => ({
					...{ name, kind: job.kind, address: job.address, article, member, joined },
				});
				if (same.length > 0) {
					await store.put(
						server,
						aliases.flatMap((name) => same.map(({ id }) => note(name, id, true))),
					);
					return same;
				}
				progress({ step: 'reading', bytes: job.bytes.length });
				const taken = await read(job, server, []);
				const before = await store.of(
					server,
					taken.map(({ id }) => id),
				);
				// What is on the shared shelf belongs to the operator: there is nothing of it to remove here.
				const noted = taken.filter(({ takenAs }) => takenAs !== 'shared');
				await store.put(
					server,
					noted.flatMap(({ id, takenAs }) => [
						note(job.name, id, takenAs === 'here'),
						...aliases.map((name) => note(name, id, true)),
					]),
				);
				log.info({ server, kind: job.kind, articles: taken.length }, 'an article was added');
				return taken.map((article) => ({
					...article,
					before: before.find(({ article: id }) => id === article.id) ?? null,
				}));
			}),

		refresh: (article, adder, progress = () => {}) =>
			guarded(async () => {
				const { server } = adder;
				const rules = await rulesOf(server);
				checkMayAdd(adder, rules, limits);
				const rows = await store.of(server, [article]);
				const link = rows.find(({ kind, joined }) => kind === 'link' && !joined);
				if (!link?.address) {
					throw new UserError(
						'This article did not come by a link that was added here, so there is nothing to fetch again.',
					);
				}
				await spend(store, adder, rules, limits);
				wake();
				const job = await fetchJob({ kind: 'link', address: link.address }, web, progress);
				progress({ step: 'reading', bytes: job.bytes.length });
				const held = (await store.named(server, link.name)).filter(({ joined }) => !joined);
				const ids = held.map(({ article: id }) => id);
				const taken = await read({ ...job, name: link.name }, server, ids);
				await store.fetched(server, link.name);
				const moved = taken.filter(({ id, takenAs }) => !ids.includes(id) && takenAs !== 'shared');
				await store.put(
					server,
					moved.map(({ id, takenAs }) => ({ ...link, article: id, joined: takenAs === 'here' })),
				);
				return taken.some(({ takenAs }) => takenAs !== 'same') ? 'changed' : 'same';
			}),

		remove: async (article, adder) => {
			const { server, member } = adder;
			const rows = await store.of(server, [article]);
			const brought =
				server === null ? [] : await archive.sources({ shelf: server, kind: 'feed' }).holding(article);
			if (rows.length === 0 && brought.length === 0) {
				throw new UserError(
					'Nobody has added this article here: it comes from the articles folder of whoever runs me.',
				);
			}
			if (rows.length === 0 && !adder.mayManageServer) {
				throw new UserError('A feed has brought this article: those who manage the server can remove it.');
			}
			if (server === null) checkMayAdd(adder, defaultRules, limits);
			else if (!adder.mayManageServer && rows.some((row) => row.member !== member)) {
				throw new UserError(
					'Somebody else has added this article: those who added it alone, and those who manage the server, can remove it.',
				);
			}
			const view = archive.seenBy(server);
			const held = rows.filter(({ joined }) => !joined);
			const names = new Map(held.map((row) => [row.name, row]));
			const inSame = (await Promise.all([...names.keys()].map((name) => store.named(server, name)))).flat();
			const ids = [...new Set([article, ...inSame.flatMap((row) => (row.joined ? [] : [row.article]))])];
			const lines = await Promise.all(ids.map((id) => view.line(id)));
			for (const { kind, name } of names.values())
				await archive.sources({ shelf: server, kind }).remove(name);
			// Of what a feed has brought, managers remove both; others only what they added.
			if (adder.mayManageServer) {
				const feed = archive.sources({ shelf: server, kind: 'feed' });
				for (const name of brought) await removeForGood(feed, name);
			}
			for (const id of ids) await store.remove(server, id);
			return {
				headlines: lines.flatMap((line) => (line ? [line.headline] : [])),
				isStillSeen: (await view.line(article)) !== null,
			};
		},

		list: (server, page) => store.list(server, page),
		of: (server, articles) => store.of(server, articles),
		rules: async (server) => {
			const rules = await rulesOf(server);
			return { ...rules, mostDaily: rules.daily ?? limits.daily };
		},
		setRules: (server, rules) => store.setRules(server, rules),
	};
	return { service, close: () => thread.close() };
}
