import type { ArticleStore } from './articles.ts';
import type { KeptStore } from './kept.ts';
import type { SourceStore } from './sources.ts';

/** All that one store keeps of articles. */
export interface Archive extends ArticleStore, SourceStore, KeptStore {}
