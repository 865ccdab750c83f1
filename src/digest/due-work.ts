import type { DigestSettings, DigestStore, Slot } from '../stores/digests.ts';
import { dueBetween, weekday } from './due.ts';

export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
/** A digest that could not be posted when it was due is posted late within this time, and is missed after it. */
export const windowMs = 6 * hourMs;
/** How far back missed digests are written into the ledger. */
const recordsBack = 8 * 24 * hourMs;

/** A digest or article to be posted. */
export interface Work extends Slot {
	readonly dueAt: number;
	/** The settings when it came due; null where the claim is an older one, and they are read again. */
	readonly settings: DigestSettings | null;
	/** The channel that it was, or is, to be posted in. */
	readonly channel: string;
	/** Whether a manager asked for it now. */
	readonly byHand: boolean;
}

export function keyText({ server, date, slot }: Slot): string {
	return `${server} ${date} ${slot}`;
}

/** Everything that is due and not settled: what came due within the window, and entries without a live lease. */
export async function dueWork(store: DigestStore, now: number): Promise<Work[]> {
	const work: Work[] = [];
	for (const clock of await store.clocks()) {
		for (const { date, at } of dueBetween(clock, now - windowMs, now)) {
			for (const settings of await store.unclaimed(clock, date, dayBit(date))) {
				const { server, channel } = settings;
				work.push({ server, date, slot: 'daily', dueAt: at, settings, channel, byHand: false });
			}
		}
	}
	for (const { server, date, slot, dueAt, channel } of await store.lapsed()) {
		work.push({ server, date, slot, dueAt, channel, settings: null, byHand: false });
	}
	return work;
}

/** Writes down as missed what came due too long ago. @returns how many digests that were. */
export async function noteMissed(store: DigestStore, now: number): Promise<number> {
	let missed = 0;
	for (const clock of await store.clocks()) {
		for (const { date, at } of dueBetween(clock, now - recordsBack, now - windowMs)) {
			for (const { server } of await store.unclaimed(clock, date, dayBit(date))) {
				const slot = { server, date, slot: 'daily' };
				if (await store.note(slot, at, { state: 'missed', reason: 'too-late' })) missed++;
			}
		}
	}
	return missed;
}

function dayBit(date: string): number {
	return 1 << (weekday(date) - 1);
}
