import type { NewDigestSettings } from '../stores/digests.ts';
import { everyDay } from './days.ts';

/** What holds of a digest as long as nobody chose otherwise. */
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
