/** Why a digest was posted or not: the names that the ledger keeps, each with the text that a manager reads. */
export const slotReasons = {
	posted: 'It was posted.',
	late: 'It was posted late: the bot was not running, or Discord did not answer, when it was due.',
	'by-hand': 'A manager had it posted.',
	'posting-now': 'It is being posted now.',
	'trying-again': 'Discord did not take it; it is tried again.',
	'not-yet': 'It is not due yet.',
	'not-a-day': 'That day of the week is not one of its days.',
	'not-set-up': 'No digest was set up for that day.',
	'no-such-day': 'The time zone had no such day.',
	'no-news': 'There were no new articles, and on such days nothing is posted, as set.',
	paused: 'The digest was paused by a manager.',
	'no-permission': 'The bot was not allowed to post in the channel, so the digest was paused.',
	'channel-gone': 'The channel was gone, so the digest was paused.',
	'server-gone': 'The bot was not in the server, so the digest was paused.',
	'message-gone': 'Its message was deleted before its thread could be opened.',
	'too-late': 'It was missed: it could not be posted within six hours.',
	'gave-up': 'Discord did not take it for six hours, so it was missed.',
	refused: 'Discord refused the message. That is a fault of the bot; its log says why.',
	'article-gone': 'The article was no longer in the library.',
	stopped: 'The digest was stopped or paused before it could be posted.',
	'not-recorded': 'There is no record of that day, or the bot was not running then.',
} as const;

export type SlotReason = keyof typeof slotReasons;

/** The same in a few words, after "Last digest: 26 November, ". */
export const shortReasons: Partial<Readonly<Record<SlotReason, string>>> = {
	posted: 'posted',
	late: 'posted late',
	'by-hand': 'posted by a manager',
	'posting-now': 'being posted now',
	'trying-again': 'not posted yet, tried again',
	'no-news': 'not posted: nothing new',
	'no-permission': 'not posted: no permission',
	'channel-gone': 'not posted: the channel was gone',
	'server-gone': 'not posted: the bot was not in the server',
	'too-late': 'missed',
	'gave-up': 'missed: Discord did not take it',
	refused: 'refused by Discord',
	stopped: 'not posted: stopped or paused',
};

/** Why an article was in a digest or was not. */
export const articleReasons = {
	shown: 'in the digest',
	'same-story': 'named with another article: it tells the same story',
	'over-length': 'left out: the digest shows no more, as its length is set',
	'message-full': 'left out: the message was full',
	// Of digests that were posted by an earlier version.
	'no-room': 'left out: there was no room',
	'left-out-topic': 'left out: it is on a topic that you leave out',
	'posted-before': 'left out: an earlier digest had it',
	'too-old': 'left out: it was added more than eight days before',
	'before-first': 'left out: it was added more than a day before the first digest',
	'came-later': 'not in it: it was added later',
} as const;

export type ArticleReason = keyof typeof articleReasons;
