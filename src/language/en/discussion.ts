import type { DiscussionRules } from '../pack.ts';
import { contentWords } from './content-words.ts';
import { leansOnBefore } from './leaning.ts';

const people =
	'(?:some|many|others|critics|experts|observers|analysts|insiders|sources|supporters|opponents|locals|residents|campaigners|officials)';
const nobody = new RegExp(
	[
		'reportedly|allegedly|supposedly|purportedly|rumou?red|rumou?rs',
		'(?:is|are|was|were) (?:widely )?(?:said|believed|thought|understood|reported|claimed|alleged) to',
		'it (?:is|was) (?:widely )?(?:said|believed|thought|understood|reported|claimed|alleged)',
		`${people} (?:have )?(?:say|said|claim|claimed|believe|believed|argue|argued|fear|feared|warn|warned|doubt|doubted)`,
		`according to (?:${people}|reports|rumou?rs|people)`,
		'(?:studies|surveys|polls|figures|reports) (?:show|suggest|say|claim)',
	]
		.map((one) => `\\b(?:${one})\\b`)
		.join('|'),
	'iu',
);

const open = new RegExp(
	[
		'(?:is|was|are|were|remains?|remained) (?:still )?(?:unclear|unknown|uncertain|undecided|unresolved|unanswered|an open question)',
		'(?:is|was|are|were|remains?) (?:still )?not (?:yet )?(?:clear|known|certain|decided|settled)',
		'(?:has|have|had) (?:not (?:yet )?|never )(?:said|decided|announced|explained|responded|answered|commented|named|confirmed)',
		'(?:has|have|had) yet to (?:say|decide|announce|explain|respond|answer|comment|name|confirm|be)',
		'(?:did|do|does|would|could) not (?:say|respond|comment|explain|answer)',
		'(?:declined|refused) to (?:say|comment|explain|answer|discuss)',
		'remains? to be seen|yet to be (?:decided|announced|named|settled|agreed)',
		'(?:nobody|no one|none of them) (?:knows|agrees|can say|could say|will say|would say|has said)',
		'could not be reached|(?:the|an) open question|it is (?:an|another) question',
		'no (?:date|decision|deadline|reason|explanation|agreement) (?:has been|was|is|yet)',
	]
		.map((one) => `\\b(?:${one})\\b`)
		.join('|'),
	'iu',
);

/** "It is not yet known": no "it" that was named before. */
const impersonal =
	/^it (?:is|was|remains?|remained) (?:still |widely |not )?(?:yet )?(?:un\p{L}+|known|clear|certain|decided|said|believed|thought|understood|reported|claimed|alleged|an? )/iu;

const negation = /\b(?:no|not|never|none|nobody|nothing|neither|nor|without|cannot)\b|\b\p{L}+n['’]t\b/iu;

const figure =
	/(?<![\p{L}\p{N}.,:])(?:[1-9]\d{0,2}(?:,\d{3})+|(?!(?:1[5-9]|20)\d\d\b)[1-9]\d{1,5}(?:\.\d+)?)(?![\p{L}:]|\.\d)|\d ?(?:%|per ?cent)|\b(?:million|billion|thousands?|hundreds|half of|most of|two thirds|three quarters|twice as|one in \p{L}+)\b/iu;
/** Whose figure it is, here or in the sentence before. */
const accordingTo =
	/^under the\b|\b(?:he|she|according to|in the words of|figures? from|survey by|report by|study by|estimates? by)\b/iu;

const isWrong =
	"(?:is|are|was|were|['’]s|['’]re|isn['’]t) (?:(?:simply|just|plainly|quite|completely|totally|dead) )?" +
	'(?:wrong|nonsense|rubbish|untrue|false|mistaken|misleading|absurd|ridiculous|a lie|a liar|lies|lying)';
const dispute = new RegExp(
	[
		`(?<=\\p{L}|\\s)${isWrong}\\b`,
		'\\bwrong (?:about|that|on)\\b',
		'\\b(?:I|we|must|beg to) (?:disagree|differ|object)\\b',
		'\\b(?:not true|never happened|no such thing|makes? no sense|on the contrary|since when)\\b',
		"\\b(?:that|this)(?: is|['’]s) not (?:true|right|so|what|how|the)\\b",
		'^(?:no|nope|nonsense|rubbish|wrong|hardly)[,.!]',
	].join('|'),
	'iu',
);

const light = new Set(
	(
		'make want good time come know think year day people thing way get go take look need lot big new first last ' +
		'ever never always tell ask talk call put keep let give find feel seem mean work place part man woman men ' +
		'women life world long little small great right wrong best better bad worse much many more most less few old ' +
		'young next same different whole every each other another own still already back around away even just very ' +
		'really quite well too also again once twice twelve hundred thousand million week month hour minute night ' +
		'morning today tomorrow yesterday moment start stop begin end try use help turn run hear see saw believe ' +
		'hope happen live leave left bring brought stand sure enough kind sort matter fact case point idea word ' +
		'question answer reason nobody everybody somebody anyone everyone someone something anything nothing ' +
		'everything without within'
	).split(' '),
);

/** What questions about an English article are made of. */
export const discussion: DiscussionRules = {
	standsAlone: (sentence) => impersonal.test(sentence) || !leansOnBefore(sentence),
	namesNobody: (sentence) => nobody.test(sentence),
	leavesOpen: (sentence) => open.test(sentence),
	counts: (sentence) => figure.test(sentence) && !accordingTo.test(sentence),
	isNegated: (statement) => negation.test(statement),
	disputes: (comment) => dispute.test(comment) && !comment.trim().endsWith('?'),
	lightWords: new Set([...light].flatMap(contentWords)),
};
