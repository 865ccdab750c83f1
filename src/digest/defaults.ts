import type { NewDigestSettings } from '../stores/digests.ts';
import { everyDay } from './days.ts';

/** The settings of a digest for which nobody chose others. */
export const defaultSettings: Omit<
	NewDigestSettings,
	'server' | 'channel' | 'time' | 'zone' | 'first' | 'setBy'
> = {
	days: everyDay,
	follow: [],
	leaveOut: [],
	length: 'normal',
	role: null,
	roleSetBy: null,
	apart: false,
	quiet: 'line',
};
