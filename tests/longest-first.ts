import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Files that take long, the longest first: what starts last would run alone. Vitest remembers how long each took and
 * orders the others by that, but not in a fresh clone.
 */
const longest = [
	...['stores/postgres/lost-server', 'stores/postgres/cut-network', 'stores/postgres/postgres'],
	'stores/postgres/copy',
	// It counts what is on the heap, which takes six times as long once other files have filled that.
	'sources/web/connections',
	// Most of this one is waiting.
	'app/connect',
	...['bin/ingest', 'tests/main', 'page/looks', 'sources/web/hostile'],
	...['sources/folder-faults', 'page/sharing', 'commands/crawl', 'bin/export', 'library/cost'],
	...['discord/endpoint/endpoint', 'discord/bot', 'sources/folder', 'page/seeing', 'library/cache-trouble'],
	...['commands/shelves', 'bin/try'],
];

function rank({ moduleId }: TestSpecification): number {
	const at = longest.findIndex((name) => moduleId.endsWith(`${name}.test.ts`));
	return at < 0 ? longest.length : at;
}

/** Those on PostgreSQL first, since the longest waits are among them, and then the longest. */
export default class LongestFirst extends BaseSequencer {
	override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
		// A process is started anew where the next file is of another project, so each project stays together.
		const project = (file: TestSpecification) => (file.project.name === 'postgres' ? 0 : 1);
		const sorted = await super.sort(files);
		return sorted.toSorted((a, b) => project(a) - project(b) || rank(a) - rank(b));
	}
}
