import type { Text } from '../src/card.ts';
import { boolean, reference } from '../src/command.ts';
import { UserError } from '../src/errors.ts';
import { briefCard } from './shared/brief-card.ts';
import { type Context, command } from './shared/context.ts';
import { articleHere } from './shared/here.ts';
import { articleOption } from './shared/options.ts';

const open = command({
	name: 'discuss open',
	description: 'Open a thread about an article, with questions that come from it',
	where: 'server',
	alwaysPrivate: true,
	options: {
		article: articleOption,
		where: reference('channel', { description: 'In which channel or forum; in this one if left out' }),
		poll: boolean({ description: 'Whether a poll is held on one of the questions' }),
	},
	async run({ article: given, where, poll = false }, context) {
		const { place, library, discussions } = context;
		const opened = await discussions.open({
			server: serverOf(place),
			channel: where ?? place.channel.id,
			member: place.member.id,
			article: await articleHere(given, context),
			poll,
			brief: async (id) => briefCard(await library.brief(id)),
		});
		const thread = { mark: 'channel', id: opened.thread } as const;
		const notes = [
			...(opened.before?.archived ? ['It is archived: a message in it opens it again.'] : []),
			...opened.notes,
		];
		return {
			eyebrow: 'Discussion',
			title: opened.before === null ? 'The discussion is open' : 'This article is discussed already',
			tone: 'topics',
			blocks: [
				{ kind: 'text', text: [thread] },
				...notes.map((note) => ({ kind: 'note', text: [note] as Text }) as const),
			],
		};
	},
});

const close = command({
	name: 'discuss close',
	description: 'Close this discussion: say what was looked up most, and archive the thread',
	where: 'server',
	alwaysPrivate: true,
	options: {},
	async run(_, { place, discussions }) {
		const { id: member, mayManageServer } = place.member;
		await discussions.close(serverOf(place), place.channel.id, { member, mayManageServer });
		return {
			eyebrow: 'Discussion',
			title: 'The discussion is closed',
			tone: 'topics',
			blocks: [
				{ kind: 'note', text: ['The thread is archived in a moment. A message in it opens it again.'] },
			],
		};
	},
});

function serverOf({ server }: Context['place']): string {
	if (server === null) throw new UserError('/discuss works only in a server.');
	return server.id;
}

export default [open, close];
