/** Behind these "But", "And", "Yet" and "So" join nothing: "But for the rain", "So far". */
const other = 'for|far|many|much|long|called|to|another|too|little|few|on';
/** Behind these "So" is a word of its sentence: "So did the mayor", "So that it stands". */
const meant =
	'that|as|be|is|are|was|were|am|do|does|did|has|have|had|can|could|will|would|should|must|may|might|ends|ended|begins|began|goes|went';
/** What may follow such a word, up to a comma: "But of course, ". */
const also =
	'yet|so|then|still|now|in fact|indeed|of course|after all|instead|also|again|even so|however|thus|therefore';
const alone =
	'However|Still|Indeed|In fact|Of course|Moreover|Furthermore|In addition|Besides|Meanwhile|Nevertheless|Nonetheless|' +
	'Thus|Therefore|Hence|Consequently|Accordingly|As a result|After all|Likewise|Similarly|Instead|In other words|' +
	'That said|Having said that|Even so|Now|Then|Also|Again|Finally|Plus|Additionally|Well|In short|Ultimately|' +
	'At the same time|On the other hand|By contrast|In contrast|To that end|In turn|For that reason|And yet|And so|' +
	'But then|Then again';
const joining = new RegExp(
	`^(?:(?:But|And|Yet|So(?! (?:${meant})\\b))(?! (?:${other})\\b)(?:,? (?:${also})(?=,))?,? |(?:${alone}), )`,
	'u',
);

/** Whether what joins a sentence to the one before it sets it against that: "But ", "However, ". */
export const setsAgainst = (opening: string): boolean =>
	/^(?:But|And yet|Yet|However|Instead|Still|Even so|Nevertheless|Nonetheless|By contrast|In contrast|On the other hand)(?!\p{L})/u.test(
		opening,
	);

/** "But ", "However, ", "And of course, ": what joins a sentence to the one before it, and may be left out; else "". */
export const joiningIn = (sentence: string): string => joining.exec(sentence)?.[0] ?? '';
