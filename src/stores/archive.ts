import type { AdditionStore } from './additions.ts';
import type { ArticleStore } from './articles.ts';
import type { CorrectionStore } from './corrections.ts';
import type { DigestStore } from './digests.ts';
import type { DiscussionStore } from './discussions.ts';
import type { ExplanationStore } from './explanations.ts';
import type { FeedStore } from './feeds.ts';
import type { FollowStore } from './follows.ts';
import type { KeptStore } from './kept.ts';
import type { RemovalStore } from './removal.ts';
import type { ShardStore } from './shards.ts';
import type { SourceSet, SourceStore } from './sources.ts';
import type { ThreadStore } from './threads.ts';

/** Everything that one store keeps. Several processes, on several machines, may open the same one. */
export interface Archive extends ArticleStore, KeptStore {
	/** Identifies this archive; keys of a shared cache begin with it. */
	readonly identity: string;
	/** Whether the store is no longer where it was opened: deleted or replaced. What is written would be lost. */
	isLost(): Promise<boolean>;
	/** A secret shared by those who have this archive open: answers outside of it are signed with it. */
	readonly secret: string;
	/** The digests' settings and ledger. */
	readonly digests: DigestStore;
	/** What servers have corrected in what they see. */
	readonly corrections: CorrectionStore;
	/** Which article a thread is about. */
	readonly threads: ThreadStore;
	/** The discussions, and what was looked up in them. */
	readonly discussions: DiscussionStore;
	/** What members follow, and what they were told. */
	readonly follows: FollowStore;
	/** The feeds that servers have subscribed to. */
	readonly feeds: FeedStore;
	/** How often a language model was asked. */
	readonly explanations: ExplanationStore;
	/** What members added, and who may. */
	readonly additions: AdditionStore;
	/** Which process runs which shard of Discord's. */
	readonly shards: ShardStore;
	/** Removes what servers and members have left behind. */
	readonly removal: RemovalStore;
	/** The state of the sources of one kind on one shelf. */
	sources(set: SourceSet): SourceStore;
	close(): Promise<void>;
}
