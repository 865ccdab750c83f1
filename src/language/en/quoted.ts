/** Finite verbs and pronouns that speech has and a title of a work has not. */
export const finite: ReadonlySet<string> = new Set(
	"is are was were be been am has have had do does did will would can could should i'm it's don't we're we've i've that's you're they're isn't can't won't didn't i i'll he's she's let's we'll let's get got want need know think going".split(
		' ',
	),
);
/** Words that a title of a work leaves without a capital. */
export const minor: ReadonlySet<string> = new Set(
	'a an the of and or in on for to at by with from'.split(' '),
);

/** Pronouns that are a subject or an owner inside a quotation. */
export const quotedPronouns: ReadonlySet<string> = new Set(
	'i we you he she it they my our your me us'.split(' '),
);

export const firstPerson: ReadonlySet<string> = new Set(['i', 'we', 'my', "i'm", "we're"]);

/** A word behind a single mark that belongs to it: "’tis", "’90s". */
export const clipped = /^(?:tis|twas|em|til|till|cause|bout|n|round|\p{N}\p{N}s?)(?!\p{L})/iu;

/** Where an attribution begins inside a quotation whose closing mark was forgotten. */
export const attribution =
	/,(?=\s+(?:(?:(?:\p{Lu}[\p{L}.'’-]{0,30}\s){1,4}|he\s|she\s|they\s)(?:said|says|told|added|asked|wrote)|(?:said|says|added|asked)\s\p{Lu})(?!\p{L}))/u;

/** What introduces an interview. */
export const interviews =
	/\b(?:interview(?:ed|s)?|Q&A|sat down with|(?:we|I) (?:met|asked|visited|called)|(?:spoke|talked|talks|speaks|chatted|caught up) (?:to|with)|answers? (?:our|your|some) questions)\b/iu;
