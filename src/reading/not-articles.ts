import { UserError } from '../errors.ts';

/** What was read holds no article, but comments on some (an export of Disqus), or the addresses of feeds (OPML). */
export class NotArticles extends UserError {
	readonly holds: 'comments' | 'feeds';

	constructor(holds: NotArticles['holds'], name: string) {
		super(
			holds === 'comments'
				? `${name} holds comments that Disqus has exported, and no article: \`npm run ingest\` puts them under the articles that are here.`
				: `${name} is a list of feeds (OPML), and no article: \`/feeds import\` takes it in.`,
		);
		this.holds = holds;
	}
}
