import type { Action, Block, Card, Mark, Text } from '../card.ts';
import type { DigestSettings, LedgerEntry } from '../library/digests.ts';
import { daysText } from './days.ts';
import type { Digests } from './digests.ts';
import { nextDue } from './due.ts';
import { slotReasons } from './reasons.ts';
import { roleHint } from './set.ts';
import { writeTopics } from './topics.ts';
import { isOffset, zoneText } from './zone-offset.ts';

const lengthNames = {
	short: 'short (3 articles)',
	normal: 'normal (5 articles)',
	long: 'long (8 articles)',
} as const;

/** A server's digest in one card: what is set, the next three times, and what became of the last one. */
export async function stateCard(
	settings: DigestSettings,
	digests: Digests,
	said: { readonly title: string; readonly notes?: readonly string[] },
): Promise<Card> {
	const { store, now } = digests;
	const last = await store.lastDaily(settings.server);
	const next = nextDue(settings, now(), 3, (date) => last !== null && date <= last.date);
	const paused = settings.paused !== null;
	const hint = settings.role === null ? null : roleHint(settings.server, settings.role, digests.delivery());
	const still = isOffset(settings.zone)
		? [`${zoneText(settings.zone)} has no summer time; a city such as Berlin follows the clocks there.`]
		: [];
	const notes = [...(said.notes ?? []), ...still, ...(hint === null ? [] : [hint])];
	return {
		eyebrow: 'Daily digest',
		title: said.title,
		tone: paused ? 'trouble' : 'digest',
		blocks: [
			...(paused ? [pausedBlock(settings)] : []),
			{ kind: 'list', items: rows(settings) },
			{ kind: 'heading', text: [paused ? 'When it goes on, it comes' : 'The next three times'] },
			{
				kind: 'list',
				items: next.map(({ at }): Text => [moment(at), ' · ', { mark: 'time', at: iso(at), style: 'ago' }]),
			},
			...(last === null ? [] : [lastBlock(last, settings)]),
			...notes.map((text): Block => ({ kind: 'note', text: [text] })),
		],
		origin: ['Times are shown in your own time zone; the digest goes by ', zoneText(settings.zone), '.'],
		actions: [buttons(settings), ...(settings.role === null ? [] : [[unping(settings)]])],
	};
}

function iso(at: number): string {
	return new Date(at).toISOString();
}

function moment(at: number): Mark {
	return { mark: 'time', at: iso(at), style: 'moment' };
}

function rows(settings: DigestSettings): readonly Text[] {
	const { channel, time, days, zone, length, role, apart, quiet } = settings;
	const strong = (text: string): Mark => ({ mark: 'strong', text });
	return [
		[
			strong('Where'),
			' ',
			{ mark: 'channel', id: channel },
			apart ? ', and a thread or post for each article' : '',
		],
		[strong('When'), ` ${time}, ${daysText(days)}, ${zoneText(zone)}`],
		[strong('Topics'), ` ${topicsText(settings)}`],
		[strong('Length'), ` ${lengthNames[length]}`],
		[strong('Pings'), ' ', role === null ? 'nobody' : { mark: 'role', id: role }],
		[strong('Without news'), quiet === 'line' ? ' one line' : ' silent'],
	];
}

function topicsText(settings: DigestSettings): string {
	const { follow, leaveOut } = settings;
	if (follow.length + leaveOut.length === 0) return 'all';
	const first = follow.length === 0 ? [] : [`first ${follow.join(', ')}`];
	const out = leaveOut.length === 0 ? [] : [`without ${leaveOut.join(', ')}`];
	return [...first, ...out].join('; ');
}

function pausedBlock({ paused, pausedAt }: DigestSettings): Block {
	const why: Readonly<Record<string, string>> = {
		asked: 'Paused by a manager',
		'no-permission': 'Paused: I was not allowed to post in the channel',
		'channel-gone': 'Paused: the channel was gone',
		'server-gone': 'Paused: I was not in the server',
	};
	const since: Text = pausedAt === null ? [] : [' since ', moment(pausedAt)];
	return {
		kind: 'text',
		text: [{ mark: 'strong', text: why[paused ?? ''] ?? 'Paused' }, ...since, '. Everything is kept.'],
	};
}

function lastBlock(last: LedgerEntry, { server }: DigestSettings): Block {
	const reason = slotReasons[last.reason as keyof typeof slotReasons] ?? `It is ${last.state}.`;
	const link: Text =
		last.message === null
			? []
			: [' ', { mark: 'link', text: 'See it', url: messageUrl(server, last.channel, last.message) }];
	return { kind: 'text', text: [`The last one, of ${last.date}: ${reason}`, ...link] };
}

/** Where a message stands. In a forum the message is a thread of its own, to which this leads as well. */
export function messageUrl(server: string, channel: string, message: string): string {
	return `https://discord.com/channels/${server}/${channel}/${message}`;
}

function buttons({ paused }: DigestSettings): readonly Action[] {
	return [
		{ label: 'Preview', command: 'digest preview', options: {}, style: 'primary' },
		{ label: 'Post it now', command: 'digest now', options: {}, opens: 'new' },
		paused === null
			? { label: 'Pause', command: 'digest pause', options: {} }
			: { label: 'Go on', command: 'digest resume', options: {}, style: 'success' },
		{ label: 'Why', command: 'digest why', options: {}, opens: 'new' },
		{ label: 'Stop', command: 'digest stop', options: {}, style: 'danger' },
	];
}

function unping({ channel, time }: DigestSettings): Action {
	return { label: 'Ping nobody', command: 'digest set', options: { channel, time, unping: true } };
}

/** As it would be typed, for whoever wants to set it up again. */
export function asTyped(settings: DigestSettings): string {
	const { time, zone, days, length } = settings;
	return `time:${time} timezone:${zoneText(zone)} days:${daysText(days)} topics:${writeTopics(settings)} length:${length}`;
}
