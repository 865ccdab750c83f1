import type { ShownMessage } from '../../api.ts';
import { h } from '../dom.ts';
import { MessageKind } from '../kinds.ts';
import { showMarkdown } from '../markdown/show.ts';
import { shortMoment } from '../markdown/time.ts';
import type { Page } from '../page.ts';
import { colourOf, guildIdOf, localeOf, member, nameOf } from '../world/names.ts';
import { showAttachments } from './attachment.ts';
import { avatar } from './avatar.ts';
import { showComponents } from './components.ts';
import { showEmbed } from './embed.ts';
import { isEphemeral, isThinking, showsEmbeds } from './flags.ts';
import { showFooter } from './footer.ts';
import { showOrigin } from './origin.ts';
import { showPoll } from './poll.ts';
import { showSystem } from './system.ts';

/** Messages of one author this close together share one name. */
const together = 7 * 60_000;

/** Whether a message is shown under the name of the one before it. */
export function continues(message: ShownMessage, before: ShownMessage | undefined): boolean {
	return (
		before !== undefined &&
		before.author.id === message.author.id &&
		message.type === 0 &&
		[0, MessageKind.reply, MessageKind.command].some((kind) => kind === before.type) &&
		isEphemeral(before) === isEphemeral(message) &&
		Date.parse(message.timestamp) - Date.parse(before.timestamp) < together
	);
}

/** A message as members see it. `compact` leaves name and picture to the message above. */
export function showMessage(message: ShownMessage, page: Page, compact: boolean): HTMLElement {
	const system = showSystem(message, page, showMessage);
	const guildId = guildIdOf(page.world.places.get(message.channel_id));
	const name = nameOf(page.world, guildId, message.author);
	const pinged = isPinged(message, page);
	const classes = [
		'message',
		compact && 'compact',
		isEphemeral(message) && 'ephemeral',
		pinged && 'pinged',
		system !== null && 'system',
	];
	return h(
		'article',
		{
			class: classes.filter((part) => part !== false).join(' '),
			id: `message-${message.id}`,
			tabindex: '-1',
			'data-id': message.id,
			'aria-label': `${name}, ${shortMoment(message.timestamp, localeOf(page.world))}`,
		},
		...(system ?? [
			showOrigin(message, page),
			!compact && avatar(message.author),
			h(
				'div',
				{ class: 'body' },
				!compact && showHeader(message, name, colourOf(page.world, guildId, message.author.id), page),
				showBody(message, page),
				showFooter(message, page),
			),
		]),
	);
}

/** Whether a message notifies the member: by name, by one of their roles, or with all others. */
function isPinged({ rehearsal: { pings }, channel_id }: ShownMessage, { world }: Page): boolean {
	const guildId = guildIdOf(world.places.get(channel_id));
	const own = member(world, guildId, world.memberId)?.roles ?? [];
	return pings.everyone || pings.users.includes(world.memberId) || pings.roles.some((id) => own.includes(id));
}

function showHeader(message: ShownMessage, name: string, colour: string | null, page: Page): HTMLElement {
	const author = h('bdi', { class: 'author' }, name);
	if (colour !== null) author.style.setProperty('--name', colour);
	const locale = localeOf(page.world);
	return h(
		'h3',
		{},
		author,
		message.author.bot === true && h('span', { class: 'tag' }, 'APP'),
		h('time', { datetime: message.timestamp }, shortMoment(message.timestamp, locale)),
	);
}

function showBody(message: ShownMessage, page: Page): (Node | null | false)[] {
	if (isThinking(message)) {
		return [
			h(
				'p',
				{ class: 'thinking', role: 'status' },
				h('span', { class: 'dots', 'aria-hidden': 'true' }, h('i'), h('i'), h('i')),
				`${nameOf(page.world, null, message.author)} is thinking…`,
			),
		];
	}
	const embeds = showsEmbeds(message) ? (message.embeds ?? []) : [];
	const content = message.content === '' ? null : showMarkdown(message.content, page);
	if (content !== null && message.edited_timestamp !== null) {
		(content.querySelector(':scope > p:last-child') ?? content).append(' ', edited(message));
	}
	return [
		content,
		showAttachments(message, page),
		...embeds.map((embed) => showEmbed(embed, page)),
		message.poll === undefined ? null : showPoll(message, page),
		...showComponents(message, page),
		content === null && message.edited_timestamp !== null && edited(message),
	];
}

const edited = (message: ShownMessage) =>
	h('small', { class: 'edited', title: message.edited_timestamp }, '(edited)');
