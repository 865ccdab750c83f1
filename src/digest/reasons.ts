/** Why a digest was posted or was not: the names that the ledger keeps, each with what a manager reads. */
export const slotReasons = {
	posted: 'It was posted.',
	late: 'It was posted late: I was not running, or Discord did not answer, when it was due.',
	'by-hand': 'A manager had it posted by hand.',
	'posting-now': 'It is being posted now.',
	'trying-again': 'Discord did not answer as it should; I am trying again.',
	'not-yet': 'It is not due yet.',
	'not-a-day': 'That day of the week is not one of its days.',
	'not-set-up': 'No digest was set up for that day.',
	'no-such-day': 'The time zone had no such day.',
	'no-news': 'There were no new articles, and on such days it is silent, as set.',
	paused: 'The digest was paused by a manager.',
	'no-permission': 'I was not allowed to post in the channel, so the digest was paused.',
	'channel-gone': 'The channel was gone, so the digest was paused.',
	'server-gone': 'I was not in the server, so the digest was paused.',
	'too-late': 'It was missed: by the time I could have posted it, it was more than six hours old.',
	'gave-up': 'Discord did not take it for six hours, so it was missed.',
	refused: 'Discord refused the message. That is my fault; whoever runs me finds why in the log.',
	'article-gone': 'The article was gone from the library by then.',
	stopped: 'The digest was stopped or paused before it could be posted.',
	'not-recorded': 'My records of that day are gone, or I was not running then.',
} as const;

export type SlotReason = keyof typeof slotReasons;

/** Why an article was in a digest or was not. */
export const articleReasons = {
	shown: 'in the digest',
	'no-room': 'left out: there were more than the length that was set',
	'left-out-topic': 'left out: it is on a topic that is to be left out',
	'posted-before': 'left out: an earlier digest had it',
	'too-old': 'left out: it came in more than eight days before',
	'before-first': 'left out: it came in more than a day before the first digest',
	'not-new': 'not new: it came in before the last digest',
	'came-later': 'not in it: it came in later',
} as const;

export type ArticleReason = keyof typeof articleReasons;
