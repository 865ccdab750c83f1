import { UserError } from '../src/errors.ts';
import type { Attachment } from '../src/place.ts';
import type { Thing } from '../src/sources/additions/service.ts';
import { addAndShow } from './shared/added-card.ts';
import { command } from './shared/context.ts';
import { linksIn } from './shared/links-in.ts';

/** Links and files of one message that are added; each is a page to fetch. */
const most = 3;

export default command({
	name: 'Add article',
	description: 'Adds the articles behind the links and in the files of a message',
	way: 'message',
	options: {},
	async run(_, context) {
		const { target } = context.place;
		if (target?.kind !== 'message') throw new UserError('That message is gone: choose another one.');
		const { text, attachments } = target.message;
		const files = attachments
			.filter(isText)
			.map(({ name, url, size }) => ({ kind: 'file', name, url, size }) as const);
		const links = linksIn(text).map((address) => ({ kind: 'link', address }) as const);
		const things: readonly Thing[] = [...links, ...files];
		const [first, ...others] = things;
		if (!first) {
			throw new UserError(
				'This message has no link and no file with text: choose one that has, or add an article with /add.',
			);
		}
		if (things.length > most) {
			throw new UserError(
				`This message has ${things.length} links and files: at most ${most} are added at once. Add the one that you mean with /add link.`,
			);
		}
		return addAndShow(first, context, others);
	},
});

/** Pictures, sounds and films hold no article. */
function isText({ type }: Attachment): boolean {
	return !/^(?:image|audio|video)\//u.test(type ?? '');
}
