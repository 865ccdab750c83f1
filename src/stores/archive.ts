import type { ArticleStore } from './articles.ts';
import type { DigestStore } from './digests.ts';
import type { KeptStore } from './kept.ts';
import type { SourceSet, SourceStore } from './sources.ts';
import type { ThreadStore } from './threads.ts';

/** All that one store keeps. Several processes, on several machines, may hold the same one. */
export interface Archive extends ArticleStore, KeptStore {
	/** Tells this archive from every other one; keys of a shared cache begin with it. */
	readonly identity: string;
	/** Whether what is held lies no longer where it was opened: deleted or replaced. What is written would be lost. */
	isLost(): Promise<boolean>;
	/** Known to those who hold this archive and to nobody else: answers outside of it are signed with it. */
	readonly secret: string;
	/** The digests' settings and ledger. */
	readonly digests: DigestStore;
	/** Which article a thread is about. */
	readonly threads: ThreadStore;
	/** The state of the sources of one kind on one shelf. */
	sources(set: SourceSet): SourceStore;
	close(): Promise<void>;
}
