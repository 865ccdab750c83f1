import { AsyncLocalStorage } from 'node:async_hooks';
import { mkdtemp, rm } from 'node:fs/promises';
import type { LookupFunction } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openArchive } from '../../../../src/app/open-archive.ts';
import { UserError } from '../../../../src/errors.ts';
import { openAdditions, type Thing } from '../../../../src/sources/additions/service.ts';
import { openWeb, type Web } from '../../../../src/sources/web/fetch.ts';
import type { Archive } from '../../../../src/stores/archive.ts';
import { quietLog } from '../../../quiet-log.ts';
import type { Case } from './case.ts';
import type { Servers } from './servers.ts';

/** What came of it: one sentence as a member reads it, and whether anything inside was reached. */
export interface CaseResult {
	readonly said: string;
	readonly reached: number;
}

export interface Arena {
	/** @param servers around the bot for this case, where it is to run beside others. */
	run(one: Case, servers?: Servers): Promise<CaseResult>;
	close(): Promise<void>;
}

const server = '100000000000000001';
const adder = { server, member: '100000000000000002', mayManageServer: true, mayEmbedLinks: true, roles: [] };
const reader = new URL('../../../../src/app/reading-worker.ts', import.meta.url);

/** A bot that adds articles, with these servers around it. */
export async function openArena(around: Servers): Promise<Arena> {
	const dataDir = await mkdtemp(join(tmpdir(), 'verbatim-hostile-'));
	const archive = await openArchive(dataDir);
	const webs = new AsyncLocalStorage<Web>();
	const web = () => webs.getStore() ?? raise('There is no web outside of a case.');
	const additions = openAdditions({
		web: {
			check: (address) => web().check(address),
			fetchPublic: (address, options) => web().fetchPublic(address, options),
			close: async () => {},
		},
		...{ archive, archivePlace: dataDir, log: quietLog, worker: reader, reader: 'reader' },
		limits: { daily: 1_000, serverDaily: 1_000, owners: [] },
	});
	let cases = 0;
	return {
		async run(one, servers = around) {
			const { where } = servers;
			await servers.play(one);
			// No case sees what another one has left: robots.txt, or an article.
			cases += 1;
			const shelf = `${server.slice(0, -4)}${String(cases).padStart(4, '0')}`;
			const caseWeb = openWeb({
				userAgent: 'Verbatim/test',
				allow: new Set([`127.0.0.1:${where.port}`]),
				turns: { everyMs: 0, longestWaitMs: 1_000 },
				deadlineMs: 2_500,
				lookup: resolver(one.resolves ?? [['127.0.0.1']]),
			});
			try {
				const given = one.add?.(where) ?? `${where.site}/page`;
				const thing: Thing = typeof given === 'string' ? { kind: 'link', address: given } : given;
				const added = await webs.run(caseWeb, () =>
					additions.service.add(thing, { ...adder, server: shelf }),
				);
				const said = await readingOf(archive, shelf, added[0]?.id ?? '', one);
				return { said: said.replaceAll(`:${where.port}`, ':PORT'), reached: await servers.reached() };
			} catch (error) {
				if (!(error instanceof UserError)) throw error;
				const said = error.message
					.replaceAll(String(where.port), 'PORT')
					.replaceAll(String(where.insidePort), 'PORT');
				return { said, reached: await servers.reached() };
			} finally {
				await caseWeb.close();
			}
		},
		async close() {
			await additions.close();
			around.close();
			await archive.close();
			await rm(dataDir, { recursive: true, force: true });
		},
	};
}

function raise(message: string): never {
	throw new Error(message);
}

async function readingOf(archive: Archive, shelf: string, id: string, { reads }: Case): Promise<string> {
	const article = await archive.seenBy(shelf).article(id);
	if (!article) throw new Error('The article that was added is not there.');
	return reads ? `Read: ${reads(article)}.` : 'Read.';
}

function resolver(answers: NonNullable<Case['resolves']>): LookupFunction {
	let asked = 0;
	return (name, { all }, callback) => {
		const answer = answers[Math.min(asked++, answers.length - 1)] ?? 'nothing';
		if (answer === 'never') return;
		if (answer === 'nothing') {
			callback(Object.assign(new Error(`getaddrinfo ENOTFOUND ${name}`), { code: 'ENOTFOUND' }), []);
			return;
		}
		const found = answer.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
		if (all) callback(null, found);
		else callback(null, found[0]?.address ?? '', found[0]?.family);
	};
}
