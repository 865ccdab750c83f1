/** "3 May 2031" of "2031-05-03", or of a moment by its own clock. */
export function longDay(at: string): string {
	const date = new Date(`${at.slice(0, 10)}T12:00:00Z`);
	return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(date);
}
