import { deferAfter } from './limits.ts';

/**
 * Which interactions are worked on. Where more come than can be answered, working on all of them at once would make all
 * of them late; so some are answered in time, and the others are told so in time.
 */
export interface Turns {
	/** @returns gives the turn back when the work is over; null where the answer would come too late. */
	take(): Promise<(() => void) | null>;
}

export interface TurnLimits {
	/** Worked on at once: each takes some milliseconds of the processor, so the last of them is still quick. */
	readonly atOnce: number;
	/** Milliseconds after which a turn is lent to another: what takes that long mostly waits for the network. */
	readonly lentAfter: number;
	/** How many turns may be lent at a time. */
	readonly mostLent: number;
	/** Milliseconds that one waits for its turn. Discord takes an answer for 3 s, and to make it takes time as well. */
	readonly patience: number;
	/** How many wait. */
	readonly waiting: number;
}

const usual: TurnLimits = {
	atOnce: 32,
	lentAfter: deferAfter,
	mostLent: 64,
	patience: 1_000,
	waiting: 500,
};

/** How often those who wait are looked at, in milliseconds; they are also looked at whenever a turn is given back. */
const lookEvery = 50;

interface Turn {
	readonly since: number;
	isLent: boolean;
}

/** One for a process. */
export function openTurns(limits: TurnLimits = usual): Turns {
	/** The oldest first. */
	const turns = new Set<Turn>();
	let lent = 0;
	const waiting: { readonly since: number; readonly resolve: (turn: (() => void) | null) => void }[] = [];
	let looking: NodeJS.Timeout | null = null;

	const isFree = () => turns.size - lent < limits.atOnce;
	const begin = () => {
		const turn: Turn = { since: performance.now(), isLent: false };
		turns.add(turn);
		return () => {
			if (!turns.delete(turn)) return;
			if (turn.isLent) lent -= 1;
			next();
		};
	};
	/** Gives free turns to those who wait, and tells those who have waited too long. */
	const next = () => {
		const now = performance.now();
		for (let first = waiting[0]; first !== undefined; first = waiting[0]) {
			const isLate = now - first.since > limits.patience;
			if (!isLate && !isFree()) return;
			waiting.shift();
			first.resolve(isLate ? null : begin());
		}
		if (looking !== null) clearInterval(looking);
		looking = null;
	};
	const look = () => {
		const before = performance.now() - limits.lentAfter;
		for (const turn of turns) {
			if (turn.isLent) continue;
			if (turn.since > before || lent >= limits.mostLent) break;
			turn.isLent = true;
			lent += 1;
		}
		next();
	};
	return {
		async take() {
			if (waiting.length === 0 && isFree()) return begin();
			if (waiting.length >= limits.waiting) return null;
			looking ??= setInterval(look, lookEvery);
			return new Promise((resolve) => void waiting.push({ since: performance.now(), resolve }));
		},
	};
}
