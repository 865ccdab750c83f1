import { cueVerbs } from './lexicon/cues.ts';
import { withoutQuoted } from './pointing.ts';
import { pointsInText } from './points-in-text.ts';

/** "I’ll", "We would like to": what a writer is about to do. */
const intends =
	"(?:[’']ll| will| (?:a[mr]e?)? ?going to|[’'](?:m|re) going to| want to| wanted to| would like to|[’'](?:d like|m about|re about) to)(?: (?:also|now|briefly|first|then))?";
const tells =
	'share (?:with you|how|what|why|some|my|a few|\\p{N}|two|three|four|five|six|seven|ten|tips|this|these)|show you|' +
	'walk (?:you )?through|explain|take a look|look at|go over|go through|describe|talk about|tell you|break down|outline|dive|' +
	'start (?:by|with)|begin (?:by|with)';
/** What councils and companies do too: it announces only behind "Today", "Below". */
const alsoDone = 'share|cover|discuss|explore|build on|map out|review|examine';
/** What a text says of itself before it begins: "In this article I’ll share", "Welcome to", "Just a thought on". */
const announces = new RegExp(
	'^["\'“‘(]*(?:(?:welcome (?:to|back)|hello|hi|hey|greetings|good morning|happy (?:new year|holidays|(?:mon|tues|wednes|thurs|fri)day))(?!\\p{L})|' +
		'just (?:a|some|one) (?:quick |brief |short )?(?:thoughts?|notes?|words?|reminder)|' +
		"(?:in|with|throughout|over the course of) (?:this|today[’']s|my (?:last|previous|next)|the (?:last|previous|next)) (?:\\p{Ll}+ )?(?:article|post|piece|guide|essay|column|tutorial|review|series|chapter|newsletter|video|talk|episode|instal?lment),? (?:i|we|you)|" +
		"in part (?:\\p{L}+|\\d+) of|here(?:[’']s| is| are) (?:my|our|some|a few|what|the (?:\\p{L}+ ){0,3}(?:list|guide|things|ways|reasons|tips|steps|lessons|rules))\\b|" +
		'(?:this|the following) (?:article|post|piece|guide|essay|column|tutorial|review|series) |' +
		'(?:(?:so|and|but|now|today|tonight|first|next|then|here|below|also|finally|this (?:week|month|time)|(?:in|over) [^,;:“"]{2,40}),? ){0,2}(?:' +
		`(?:i|we)${intends} (?:${tells})(?!\\p{L})|` +
		"(?:let[’']s|let us) (?:dive|begin|start|get (?:started|into)|take a look|look at|talk about)(?!\\p{L})|i can(?:no|[’'])t speak to(?!\\p{L}))|" +
		`(?:so |now )?(?:today|here|below|first|next),? (?:i|we)${intends} (?:${alsoDone})(?!\\p{L}))`,
	'iu',
);
/** "In retrospect, this was …", "For me, that means …": behind a few words that name nothing. */
const pointsBehindOpening =
	/^["'“‘(]*[^,;:“"]{2,40}, (?:this|that|these|those)(?:[’']s)?(?= (?:is|was|are|were|will|would|has|had|means?|meant|makes?|made|came|comes|left|led|can|could|may|might|seems?|seemed|turned)(?!\p{L})| (?:\p{Ll}+ed)(?!\p{L}))/iu;
/** "Tuesday afternoon it came from …": an "it" behind a time, unless it is the weather or "it was clear that". */
const itBehindTime =
	/^["'“‘(]*(?:(?:late|early|on|by|in|at|last|this|next|one|that|the|back|around|until|since|for) )*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|tonight|january|february|march|april|june|july|august|september|october|november|december|(?:19|20)\d\d|recently|lately|nowadays|morning|afternoon|evening|night|week|weekend|month|year|spring|summer|fall|autumn|winter|decade|minute|moment|day)(?: (?:(?:19|20)\d\d|\d{1,2}|morning|afternoon|evening|night))*,? (?:it|they|its|their)(?:[’'](?:s|re|d|ll|ve))?(?! (?:rain|snow|pour|freez|froze|is (?:time|clear|possible|hard|easy)|was (?:clear|time|announced|reported|revealed|confirmed)|seem|emerged|became (?:clear|known)|turned out))(?![\p{L}-])/iu;
/** "I turned that sad lot into …": an adjective of judgement behind "that". */
const thatKind =
	/(?<![\p{L}’'-])(?:(?<before>[\p{L}’'-]+) )?that (?:very |same |whole |entire |rather |slightly )*(?:sad|little|tiny|poor|single|whole|entire|same|very|kind|sort|strange|awful|terrible|great|brief|small|big|huge|lonely|old|first|last|final|original|early|particular|sorry|lovely|beautiful|ugly|dull|simple) (?!of\b)\p{Ll}{3,}(?:[.,;:!?]| (?:of|into|in|to|with|for|on|at|from|and|as|is|was|has|had|will|would|work|works)(?!\p{L}))/giu;
/** "reinforces that formal distance.": the same behind an adjective that its ending shows, at the end of a clause. */
const thatFormal =
	/(?<![\p{L}’'-])(?:(?<before>[\p{L}’'-]+) )?that (?!(?:went|sent|spent|meant|want|lent|bent)(?!\p{L}))\p{Ll}+(?:al|ous|ive|ful|less|ic|able|ible|ary|ant|ent) (?!(?:to|of|for|in|on|is|as|at|by)(?!\p{L}))\p{Ll}{4,}(?<!s|ly|ed)[.,;:!?]/giu;
/** Words behind which "that" opens a clause, beside the verbs of speech: "ruled that", "the fact that", "told him that". */
const beforeClause = new Set(
	(
		'say says said think thinks thought know knows knew mean means meant so found find finds show shows showed ensure ensures ' +
		'hope hopes hoped see sees saw feel feels felt rule rules ruled ruling decide decides decided decision agree agrees agreed ' +
		'hear heard learn learns learned learnt prove proves proved notice noticed realise realised realize realized remember ' +
		'forget forgot assume assumes assumed believe believes believed fear fears feared doubt doubts doubted demand demands ' +
		'demanded require requires required propose proposed vote voted fact idea claim view news sign signs evidence belief ' +
		'proof report chance risk clear sure likely certain true afraid glad proud such now provided given him her them us me you'
	).split(' '),
);

/** Whether "that" behind a word opens a clause rather than points at something told: "told Venn that". */
const opensClause = (before: string): boolean =>
	cueVerbs.has(before.toLowerCase()) ||
	beforeClause.has(before.toLowerCase()) ||
	/^\p{Lu}\p{Ll}/u.test(before);

const pointsWithThat = (own: string): boolean =>
	[thatKind, thatFormal].some((sign) =>
		[...own.matchAll(sign)].some(({ groups }) => !opensClause(groups?.before ?? '')),
	);

/** "I’ve realised that it’s …", "We think they …", unless it is "I think it’s time to". */
const firstThenIt =
	/^["'“‘(]*(?:I|We)(?:[’']ve| have| had| also| still| now| really)* \p{Ll}+ (?:that )?(?:it|they|this|these|those)(?:[’'](?:s|re|ve|d|ll))?(?![\p{L}’'-])(?! (?:time|clear|important|hard|easy|better|best|wrong|right|fair|safe|possible|likely|would|is (?:time|clear|important|hard|easy|better|best|wrong|right|fair|safe|possible|likely)|year|week|month|day|morning|article|post|city|town|country)(?!\p{L}))/u;
/** "The denials were …": what somebody did with words that were told. */
const theDenial =
	/^["'“‘(]*the (?:denials?|apolog(?:y|ies)|refusals?|silence|outcry|backlash|suggestions?|assertions?|insistence|promises?|confessions?|insults?|jokes?|compliments?|praise)(?! (?:of|by|from|that|to|over|for|against|in|on|at)(?!\p{L}))(?!\p{L})/iu;
/** "the group’s claim", which an earlier sentence names. */
const possessive =
	/(?<![\p{L}’'-])the (?:[\p{Ll}-]+ ){0,1}(?:group|company|firm|agency|team|band|club|film|movie|book|show|series|report|study|paper|party|council|committee|board|organi[sz]ation|union|court|judge|author|actor|actress|singer|couple|man|woman|suspect|victim|driver|network|startup|site|app|device|car|city|town|country|state|school|university|hospital|project|program|programme|system)[’']s(?!\p{L})/iu;
/** "The appointments are meant to …": what was done, as an earlier sentence told. */
const theDeed =
	/^["'“‘(]*the (?:\p{Ll}+ )?(?:appointments?|resignations?|departures?|dismissals?|firings?|nominations?|promotions?|purchases?|sales?|acquisitions?|mergers?|takeovers?|transactions?|settlements?|arrests?|tweets?|closures?|cuts?|launch|transfers?|suspensions?)(?! (?:of|by|from|that|to|over|for|against|in|on|at|between|with)(?!\p{L}))(?![\p{L}’'-])/iu;
/** "By “honour” I take it that …": a word that somebody is quoted with elsewhere. */
const quotedWord = /^(?:By|With) ["“‘'][^"”’]{2,30}["”’'],? (?:I|we|he|she|they|\p{Lu}\p{Ll}+)(?!\p{L})/u;
/** "Nobody bothered to ask …": on an occasion that was told. */
const nobodyAsked =
	/^["'“‘(]*(?:no one|nobody|everyone|everybody|someone|somebody) (?:\p{Ll}+ )?(?:bothered|mentioned|asked|noticed|laughed|spoke|answered|replied|objected|applauded|cheered|clapped|nodded|stopped|looked)(?!\p{L})/iu;
/** A label set before a sentence, with names or numbers and no verb: "Round No. 2 with Ada, Ilse and Tom: It rained". */
const label = /^(?<label>[^:“"]{3,160}): (?:\p{Lu}|["“])/u;
const verb =
	/(?<![\p{L}’'-])(?:is|are|was|were|be|been|has|have|had|will|would|can|could|may|might|must|should|do|does|did|says?|said|think|know|knew|makes?|made|gets?|got|comes?|came|goes|went|takes?|took|means?|meant|shows?|asks?|tells?|told|wrote|writes|found|finds?|put|gave|gives?|\p{Ll}{2,}ed)(?![\p{L}’-])|[’'](?:s|re|ve|ll|d|m) /u;
/** An exclamation: "Oh how noble of the mayor!", "How brave!" */
const exclamation =
	/^["'“‘(]*(?:oh|ah|wow|gee|well done|bravo|hooray|how|what an?|so much for)(?![\p{L}])[^?]*[.!]["”’')]*$/iu;
const howStatement = /^["'“‘(]*(?:how|what an?)(?![\p{L}])[^!]*\.["”’')]*$/iu;

const isLabelled = (sentence: string): boolean => {
	const before = label.exec(sentence)?.groups?.label ?? '';
	return before.split(' ').length > 4 && !verb.test(before) && /\p{N}|, /u.test(before);
};

/** Whether a name stands before a place in a sentence, its first word left out. */
const hasNameBefore = (sentence: string, at: number): boolean =>
	/[\p{L},’'”"] +["“‘(]?\p{Lu}/u.test(sentence.slice(0, at));

/** Whether a sentence says "the group’s" with no name before it, or opens with a deed: one shown near before it has to tell of it. */
export function needsNamedNear(sentence: string): boolean {
	const own = withoutQuoted(sentence);
	const at = own.search(possessive);
	return theDeed.test(own) || (at > 0 && !hasNameBefore(own, at));
}

/**
 * Whether a sentence shown apart from the others leaves open what it is about, or tells nothing: it announces the text,
 * points behind its opening words at what was told, or at another place of the text, is a label or an exclamation.
 */
export function unclearAlone(sentence: string): boolean {
	const own = withoutQuoted(sentence);
	return (
		[announces, pointsBehindOpening, itBehindTime, firstThenIt, theDenial, nobodyAsked].some((sign) =>
			sign.test(own),
		) ||
		pointsWithThat(own) ||
		isLabelled(sentence) ||
		quotedWord.test(sentence) ||
		pointsInText(sentence) ||
		(exclamation.test(own) && !howStatement.test(own)) ||
		/!["”’')]*$/u.test(own)
	);
}
