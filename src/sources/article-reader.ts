import type { Article } from '../article.ts';
import type { UserError } from '../errors.ts';
import type { ReadFields } from '../reading/format.ts';

/** What the reading thread reads with, whatever the bytes came from. */
export interface ArticleReader {
	/** The articles in some bytes: none, one or many. @throws UserError where they cannot be read. */
	readonly readArticles: (
		bytes: Uint8Array,
		source: { readonly name: string; readonly mediaType?: string; readonly address?: string },
	) => Promise<readonly Article[]>;
	/** An article from its fields. @throws UserError where it is larger than any article. */
	readonly completeArticle: (read: ReadFields, source: Article['source']) => Article;
	/** Loads what reading needs: what is read after it within a limit is not blamed for that. */
	readonly prepare: () => Promise<void>;
	/** Larger files are refused without being read, in these words. */
	readonly maxBytes: number;
	readonly tooLarge: (name: string) => UserError;
}
