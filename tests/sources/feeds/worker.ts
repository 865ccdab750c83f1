import { folderFiles, openArchive } from '../../../src/app/open-archive.ts';
import { maxBytes } from '../../../src/reading/limits.ts';
import { completeArticle, readArticles, tooLarge } from '../../../src/reading/read.ts';
import { type Task, taskRunner } from '../../../src/sources/worker-tasks.ts';

const runners = new Map<string, ReturnType<typeof taskRunner>>();

/** The bot's reading thread for one archive after another, so that tests with an archive each can share one. */
export default (task: Task & { readonly archivePlace: string }) => {
	const { archivePlace } = task;
	const run =
		runners.get(archivePlace) ??
		taskRunner(
			{ readArticles, completeArticle, prepare: async () => {}, maxBytes, tooLarge },
			openArchive,
			folderFiles,
		);
	runners.set(archivePlace, run);
	return run(task);
};
