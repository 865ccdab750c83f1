/** A signal that aborts after some milliseconds, unless it is ended before. */
export interface TimeLimit {
	readonly signal: AbortSignal;
	end(): void;
}

/** Not AbortSignal.timeout, which stays for all of its time, with what waits for it. */
export function timeLimit(milliseconds: number): TimeLimit {
	const late = new AbortController();
	const timer = setTimeout(() => late.abort(), milliseconds);
	return { signal: late.signal, end: () => clearTimeout(timer) };
}
