/** Which article a thread or a forum post is about. */
export interface ThreadStore {
	/** Notes it, in place of what was noted for this thread before. */
	put(thread: string, article: string): Promise<void>;
	/** @returns the article's id, or null for a thread or channel that is about none. */
	articleOf(thread: string): Promise<string | null>;
}
