import type { Temporal as Types } from 'temporal-polyfill';

/** Dates and time zones: Node's own where it has them (from 26 on), and a polyfill else. */
export const Temporal: typeof Types =
	(globalThis as { Temporal?: typeof Types }).Temporal ?? (await import('temporal-polyfill')).Temporal;
