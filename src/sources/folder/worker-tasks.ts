import type { SourceStore } from '../../stores/sources.ts';
import { type Reader, type Take, type Taken, takeFile } from './take.ts';

/** What the main thread asks of the reading thread. */
export type Task =
	/** Answer as soon as it can: it is up. */
	| { readonly task: 'wake'; readonly dataDir: string }
	| ({ readonly task: 'take'; readonly dataDir: string } & Take);

/** What it answers to each. */
export interface TaskResults {
	readonly wake: true;
	readonly take: Taken;
}

/** The reading thread's side: it has its own connection to the store, opened at the first task. */
export function taskRunner(
	reader: Reader,
	openStore: (dataDir: string) => Promise<SourceStore>,
): (task: Task) => Promise<TaskResults[Task['task']]> {
	let archive: SourceStore | undefined;
	return async (task) => {
		archive ??= await openStore(task.dataDir);
		switch (task.task) {
			case 'wake':
				return true;
			case 'take':
				return takeFile(archive, reader, task);
		}
	};
}
