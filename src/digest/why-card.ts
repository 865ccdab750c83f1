import type { Block, Card, Mark, Text } from '../card.ts';
import { headlineLink } from '../cards/articles.ts';
import { counted } from '../cards/numbers.ts';
import type { DigestSettings, LedgerEntry } from '../stores/digests.ts';
import { dayOf, titleOf } from './card.ts';
import { addDays, localDate } from './due.ts';
import { articleReasons, type SlotReason, slotReasons } from './reasons.ts';
import { messageUrl } from './state-card.ts';
import type { ArticleGroup, DayRecord } from './why.ts';

/** The card for a manager who asks why a day's digest was posted or not. */
export function whyCard(
	{ zone, first }: Pick<DigestSettings, 'zone' | 'first'>,
	date: string,
	{ digests, none, soFar }: DayRecord,
	now: number,
): Card {
	const blocks: Block[] = [];
	if (none !== null) {
		const due: Text = none.at === null ? [] : [' Due ', moment(none.at), '.'];
		const why =
			none.reason === 'not-set-up' && digests.length > 0
				? `As it is set now, the daily digest begins on ${dayOf(first)}.`
				: slotReasons[none.reason];
		blocks.push({ kind: 'text', text: [why, ...due] });
		if (soFar !== null) {
			blocks.push({ kind: 'note', text: ['As things stand now:'] }, ...articleBlocks(soFar));
		}
	}
	for (const { entry, articles } of digests) {
		if (blocks.length > 0) blocks.push({ kind: 'rule' });
		const due: Text = hasEnded(entry) ? [] : [', ', moment(entry.dueAt)];
		const extra: Text = entry.slot === 'daily' ? [] : ['An extra digest', ...due, '. '];
		blocks.push({ kind: 'text', text: [...extra, ...entryText(entry)] });
		if (entry.plan !== null) blocks.push(...articleBlocks(articles));
	}
	return {
		eyebrow: 'Daily digest · why',
		title: titleOf(date),
		tone: 'digest',
		blocks,
		actions: [
			[
				{ label: '◀ Day before', command: 'digest why', options: { date: addDays(date, -1) } },
				{
					label: 'Day after ▶',
					command: 'digest why',
					options: { date: addDays(date, 1) },
					disabled: date >= localDate(now, zone),
				},
				{ label: 'Settings', command: 'digest show', options: {} },
			],
		],
	};
}

function moment(at: number): Mark {
	return { mark: 'time', at: new Date(at).toISOString(), style: 'moment' };
}

/** Whether it has a time at which it was posted or given up, which is then the one that is shown. */
function hasEnded({ settledAt, state }: LedgerEntry): boolean {
	return settledAt !== null && state !== 'waiting';
}

function entryText(entry: LedgerEntry): Text {
	const { state, reason, attempts, server, channel, message, settledAt, retryAt } = entry;
	const name = state === 'claimed' ? 'posting-now' : ((reason ?? 'posted') as SlotReason);
	return [
		slotReasons[name] ?? `It is ${state}.`,
		...(attempts > 1 ? [` It took ${counted(attempts, 'attempt')}.`] : []),
		...(state === 'waiting' && retryAt !== null ? [' Next attempt ', moment(retryAt), '.'] : []),
		...(settledAt !== null && hasEnded(entry) ? [' ', moment(settledAt)] : []),
		...(message === null
			? []
			: [' · ', { mark: 'link', text: 'See it', url: messageUrl(server, channel, message) } as const]),
	];
}

function articleBlocks(groups: readonly ArticleGroup[]): readonly Block[] {
	if (groups.length === 0) return [{ kind: 'text', text: ['No article was new.'] }];
	return groups.flatMap(({ reason, count, lines }): readonly Block[] => {
		const items = lines.map(
			(line): Text => (line === null ? ['an article that is gone from the library'] : headlineLink(line)),
		);
		const more: readonly Text[] = count > lines.length ? [[`and ${count - lines.length} more`]] : [];
		return [
			{ kind: 'heading', text: [`${counted(count, 'article')} · ${articleReasons[reason] ?? reason}`] },
			{ kind: 'list', items: [...items, ...more] },
		];
	});
}
