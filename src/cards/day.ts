import { once } from '../language/once.ts';

const dayFormat = once(() => new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }));

/** "3 May 2031" of "2031-05-03", or of a moment by its own clock. */
export const longDay = (at: string): string => dayFormat().format(new Date(`${at.slice(0, 10)}T12:00:00Z`));
