import { withoutQuoted } from './pointing.ts';

/** What a text says of itself before it begins: "In this article I’ll share", "Welcome to", "Just a thought on". */
const announces = new RegExp(
	'^["\'“‘(]*(?:welcome (?:to|back)|hello|hi|hey|greetings|good morning|happy (?:new year|holidays|(?:mon|tues|wednes|thurs|fri)day)|' +
		'just (?:a|some|one) (?:quick |brief |short )?(?:thoughts?|notes?|words?|reminder)|' +
		"(?:in|with|throughout|over the course of) (?:this|today[’']s|my (?:last|previous|next)|the (?:last|previous|next)) (?:\\p{Ll}+ )?(?:article|post|piece|guide|essay|column|tutorial|review|series|chapter|newsletter|video|talk|episode|instal?lment),? (?:i|we|you)|" +
		"in part (?:\\p{L}+|\\d+) of|here(?:[’']s| is| are) (?:the|my|our|some|a few|what)\\b|" +
		'(?:this|the following) (?:article|post|piece|guide|essay|column|tutorial|review|series) )|' +
		"(?<![\\p{L}])(?:i|we)(?:[’']ll| will| (?:a[mr]e?)? ?going to|[’'](?:m|re) going to| want to| wanted to| would like to|[’'](?:d like|m about|re about) to)(?: (?:also|now|briefly|first|then))? " +
		'(?:share|show you|walk (?:you )?through|explain|cover|discuss|look at|take a look|explore|build on|map out|go over|go through|describe|talk about|tell you|break down|outline|dive|review|examine|start (?:by|with)|begin (?:by|with))(?!\\p{L})|' +
		"(?<!\\p{L})(?:let[’']s|let us) (?:dive|begin|start|get (?:started|into)|take a look|look at|talk about)(?!\\p{L})|(?<!\\p{L})i can(?:no|[’'])t speak to(?!\\p{L})",
	'iu',
);
/** What says that nothing was said. */
const saysNothing =
	/(?<!\p{L})(?:declin(?:ed|es|ing) (?:to (?:comment|elaborate|answer|discuss|respond|give|provide)|(?:an? )?(?:interview )?requests?|comment)|(?:did|do|does|has|have|had)(?: not|n[’']t) (?:immediately |yet |promptly )*(?:respond(?:ed)?|repl(?:y|ied)|return(?:ed)?|answer(?:ed)?) (?:to )?(?:\p{L}+[’']s |an? |the |our |multiple |several )*(?:requests?|calls?|messages?|emails?|e-mails?|questions?|inquir(?:y|ies))|(?:could|can)(?: not|n[’']t) (?:immediately |be )*(?:be )?reached|not (?:immediately )?available (?:for comment|to comment)|(?:not|n[’']t) (?:possible|able) to (?:independently )?verify|could not (?:be )?(?:independently )?(?:be )?verif)/iu;
/** "In retrospect, this was …", "For me, that means …": behind a few words that name nothing. */
const pointsBehindOpening =
	/^["'“‘(]*[^,;:“"]{2,40}, (?:this|that|these|those)(?:[’']s)?(?= (?:is|was|are|were|will|would|has|had|means?|meant|makes?|made|came|comes|left|led|can|could|may|might|seems?|seemed|turned)(?!\p{L})| (?:\p{Ll}+ed)(?!\p{L}))/iu;
/** "Tuesday afternoon it came from …": an "it" behind a time, unless it is the weather or "it was clear that". */
const itBehindTime =
	/^["'“‘(]*(?:(?:late|early|on|by|in|at|last|this|next|one|that|the|back|around|until|since|for) )*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|tonight|january|february|march|april|june|july|august|september|october|november|december|(?:19|20)\d\d|recently|lately|nowadays|morning|afternoon|evening|night|week|weekend|month|year|spring|summer|fall|autumn|winter|decade|minute|moment|day)(?: (?:(?:19|20)\d\d|\d{1,2}|morning|afternoon|evening|night))*,? (?:it|they|its|their)(?:[’'](?:s|re|d|ll|ve))?(?! (?:rain|snow|pour|freez|froze|is (?:time|clear|possible|hard|easy)|was (?:clear|time|announced|reported|revealed|confirmed)|seem|emerged|became (?:clear|known)|turned out))(?![\p{L}-])/iu;
/** "I turned that sad lot into …": an adjective of judgement behind "that". */
const thatKind =
	/(?<!(?:say|said|says|think|thinks|thought|know|knows|knew|believe|believes|argue|argues|argued|warn|warned|added|told|claimed|noted|means|so|found|shows?|ensure|hope|agree|agreed|see|feel|felt) )(?<![\p{L}’'-])that (?:very |same |whole |entire |rather |slightly )*(?:sad|little|tiny|poor|single|whole|entire|same|very|kind|sort|strange|awful|terrible|great|brief|small|big|huge|lonely|old|first|last|final|original|early|particular|sorry|lovely|beautiful|ugly|dull|simple) (?!of\b)\p{Ll}{3,}(?:[.,;:!?]| (?:of|into|in|to|with|for|on|at|from|and|as|is|was|has|had|will|would|work|works)(?!\p{L}))/iu;
/** "reinforces that formal distance.": the same behind an adjective that its ending shows, at the end of a clause. */
const thatFormal =
	/(?<![\p{L}’'-])that (?!(?:went|sent|spent|meant|want|lent|bent)(?!\p{L}))\p{Ll}+(?:al|ous|ive|ful|less|ic|able|ible|ary|ant|ent) (?!(?:to|of|for|in|on|is|as|at|by)(?!\p{L}))\p{Ll}{4,}(?<!s|ly|ed)[.,;:!?]/iu;
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
/** A cry: "Oh how noble of the mayor!", "How brave!" */
const cry =
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
 * Whether a sentence shown apart from the others leaves open what it is about, or says nothing: it announces the text,
 * tells that nobody answered, points behind its opening words at what was told, is a label or a cry.
 */
export function unclearAlone(sentence: string): boolean {
	const own = withoutQuoted(sentence);
	return (
		[
			announces,
			saysNothing,
			pointsBehindOpening,
			itBehindTime,
			thatKind,
			thatFormal,
			firstThenIt,
			theDenial,
			nobodyAsked,
		].some((sign) => sign.test(own)) ||
		isLabelled(sentence) ||
		quotedWord.test(sentence) ||
		(cry.test(own) && !howStatement.test(own)) ||
		/!["”’')]*$/u.test(own)
	);
}
