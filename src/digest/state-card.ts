import type { Action, Block, Card, Mark, Text } from '../card.ts';
import type { DigestSettings, LedgerEntry } from '../stores/digests.ts';
import { dayOf } from './card.ts';
import { daysText } from './days.ts';
import { shortReasons } from './reasons.ts';
import type { DigestState } from './state.ts';
import { writeTopics } from './topics.ts';
import { isOffset, zoneText } from './zone-offset.ts';

const lengthNames = {
	short: 'short, up to 3 articles',
	normal: 'normal, up to 5 articles',
	long: 'long, up to 8 articles',
} as const;

/** A server's digest in one card: its settings, the next three times, and the outcome of the last one. */
export function stateCard(
	{ settings, next, last, roleHint }: DigestState,
	said: { readonly title: string; readonly notes?: readonly Text[] },
): Card {
	const paused = settings.paused !== null;
	const still: readonly Text[] = isOffset(settings.zone)
		? [[`${zoneText(settings.zone)} has no summer time. A city such as Berlin follows the clocks there.`]]
		: [];
	const notes = [...(said.notes ?? []), ...still, ...(roleHint === null ? [] : [[roleHint]])];
	return {
		eyebrow: 'Daily digest',
		title: said.title,
		tone: paused ? 'trouble' : 'digest',
		blocks: [
			...(paused ? [pausedBlock(settings)] : []),
			{ kind: 'list', items: settingsRows(settings) },
			{ kind: 'heading', text: [paused ? 'If resumed, next posts' : 'Next posts'] },
			{
				kind: 'list',
				items: next.map(({ at }): Text => [moment(at), ' · ', { mark: 'time', at: iso(at), style: 'ago' }]),
			},
			...(last === null ? [] : [lastBlock(last, settings)]),
			...notes.map((text): Block => ({ kind: 'note', text })),
		],
		origin: ['Times are in your own time zone. The digest goes by ', zoneText(settings.zone), '.'],
		actions: [buttons(settings), ...(settings.role === null ? [] : [[unping]])],
	};
}

function iso(at: number): string {
	return new Date(at).toISOString();
}

function moment(at: number): Mark {
	return { mark: 'time', at: iso(at), style: 'moment' };
}

/** The settings, one per line. */
export function settingsRows(settings: DigestSettings): readonly Text[] {
	const { channel, time, days, zone, length, role, apart, quiet } = settings;
	const row = (name: string, ...text: Text): Text => [{ mark: 'strong', text: `${name}:` }, ' ', ...text];
	return [
		row('Channel', { mark: 'channel', id: channel }, apart ? ', with a thread or post for each article' : ''),
		row('Time', `${time}, ${daysText(days)}, ${zoneText(zone)}`),
		row('Topics', topicsText(settings)),
		row('Length', lengthNames[length]),
		row('Pings', role === null ? 'nobody' : { mark: 'role', id: role }),
		row('On quiet days', quiet === 'line' ? 'one line' : 'nothing'),
	];
}

function topicsText({ follow, leaveOut }: DigestSettings): string {
	if (follow.length + leaveOut.length === 0) return 'all';
	const first = follow.length === 0 ? [] : [`${follow.join(', ')} first`];
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
		text: [{ mark: 'strong', text: why[paused ?? ''] ?? 'Paused' }, ...since, '. All settings are kept.'],
	};
}

function lastBlock(last: LedgerEntry, { server }: DigestSettings): Block {
	const { state, reason, date, message, channel } = last;
	const name = state === 'claimed' ? 'posting-now' : (reason ?? state);
	const short = shortReasons[name as keyof typeof shortReasons] ?? state;
	const link: Text =
		message === null
			? []
			: [' · ', { mark: 'link', text: 'See it', url: messageUrl(server, channel, message) }];
	return { kind: 'text', text: [`Last digest: ${dayOf(date)}, ${short}`, ...link] };
}

/** A link to a message. In a forum the message is a thread of its own, and this leads to it as well. */
export function messageUrl(server: string, channel: string, message: string): string {
	return `https://discord.com/channels/${server}/${channel}/${message}`;
}

function buttons({ paused }: DigestSettings): readonly Action[] {
	return [
		{ label: 'Preview', command: 'digest preview', options: {}, style: 'primary' },
		{ label: 'Post now', command: 'digest now', options: {}, opens: 'new' },
		paused === null
			? { label: 'Pause', command: 'digest pause', options: {} }
			: { label: 'Resume', command: 'digest resume', options: {}, style: 'success' },
		{ label: 'Why', command: 'digest why', options: {}, opens: 'new' },
		{ label: 'Stop', command: 'digest stop', options: {}, style: 'danger', opens: 'new' },
	];
}

const unping: Action = { label: 'Ping nobody', command: 'digest set', options: { unping: true } };

/** The options of /digest set that set everything up again as it was. */
export function setAgain(settings: DigestSettings) {
	const { channel, time, zone, days, length, role, apart, quiet } = settings;
	return {
		channel,
		time,
		timezone: zoneText(zone),
		days: daysText(days),
		topics: writeTopics(settings),
		length,
		...(role === null ? {} : { role }),
		articles: apart ? 'apart' : 'together',
		quiet,
	};
}
