import { crowds, functionWords } from './lexicon/words.ts';
import { withoutQuoted } from './pointing.ts';

/** Words before what an opening leans on: "(“)But", "“He". */
const mark = '^["\'“‘(]*';
const pronoun =
	'he|she|it|they|this|that|these|those|his|her|hers|their|theirs|him|them|its|such|both(?! (?!of |was |were |are |is |have |had |will |would |can |could |say |said |men |women |sides )(?:[^\\s,;]+ ){1,6}and )|here|neither(?! (?:[^\\s,;]+ ){1,6}nor )|either(?! (?:[^\\s,;]+ ){1,6}or )|' +
	"here['’]s|it['’]s|he['’]s|she['’]s|they['’]re|that['’]s|" +
	'none|others|another|similar|worse|better still|the same(?= (?:is|was|goes|applies|day|year|night|month|week|time)\\b)|' +
	'each(?= (?:of (?:them|these|those)|is|was|has|had|will)\\b)|' +
	'(?:most|many|some|few|all|several|one|two|three)(?= (?:of (?:them|these|those|whom)|have|are|were|had|say|said|will|would|also)\\b)';
const connective =
	'but|and|however|regardless|especially|particularly|specifically|essentially|ultimately|eventually|finally|lastly|firstly|secondly|thirdly|' +
	'(?:first|second|third|next)(?=,)|next up|in so|the other(?! than)|the one(?! (?:who|that|of|in|thing))|among the (?:hundreds|thousands|dozens|scores|many|few|first|last|victims|dead|injured|others|items|highlights|changes|\\d+)|' +
	'more (?:specifically|precisely|generally)|(?:more|most) importantly|that said|having said|' +
	'in any (?:case|event)|either way|in the end|at the same time|to (?:this|that)(?= \\p{Ll}|,)|once again|to make matters worse|' +
	'aside from (?:that|this|it|these|those)|other than (?:that|this)|speaking of|case in point|as for|for (?:when|if|once|while|there)|other(?! (?:than|people))|so|yet|now(?= (?:consider|imagine|think|look|let|take|for)\\b)|also|then|meanwhile|instead|still|or|nor|moreover|therefore|besides|thus|hence|' +
	'because(?! of (?:the|a|an) )|which|that is why|nevertheless|nonetheless|otherwise|likewise|similarly|conversely|' +
	'additionally|furthermore|consequently|accordingly|indeed|afterwards?|later(?! (?:this|on \\p{Lu}|in|today))|earlier(?! (?:this|on \\p{Lu}|in|today))|' +
	'plus(?! \\d)|notably|(?:yes|no|ok(?:ay)?|all ?right|really|well|sure|again|anyway|frankly|honestly|naturally|clearly|obviously|of course|no wonder|in short|in all|overall)(?=,)|since then|until then|by then|' +
	'even so|even then|at (?:the|that) (?:time|point|moment)|in (?:the )?(?:addition|contrast|response|turn|return|fact|other words|' +
	'the meantime|that case|this case|this way|doing so)|in (?:each|both|either|neither) cases?|as (?:a result|a consequence|such|well)|for (?:example|instance|that|this|his|her|their|its)|' +
	'by (?:contrast|comparison|that|this)|on the (?:other|one) hand|on the contrary|on top of that|after all|' +
	'(?:a|an) (?:further|additional) |further(?: |,)|to do (?:so|this|that)|elsewhere|closer to home|separately|among them|like (?:him|her|them)|unlike (?:him|her|them)|' +
	"what(?:'|’)s more|not (?:so|only that|that|everyone|all)|of (?:these|those|course|them)|if so|only then|" +
	'the \\d+-year-olds?(?=,| (?:said|says|told|added|also|has|had|was|is|will|\\p{Ll}+ed)\\b)|' +
	'(?:a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|several|some|many|a few|a couple of|less than an?|more than an?|\\d+) (?:minutes?|hours?|days?|weeks?|months?|years?|decades?) (?:later|earlier|before|after|afterwards|on)|' +
	'(?:moments|seconds|minutes|hours|days|weeks|months|years|decades) (?:later|earlier|before|afterwards?)|' +
	'the (?:following|next|same|previous) (?:\\p{Ll}+)|the (?:first|second|third|other|latter|former) (?:(?:type|kind|part|half|point|reason|step|one|group|category|option|problem|rule|lesson|thing|way|sort|question|issue|case|section)s?)|(?:my|our) (?:talk|speech|point|answer|conclusion|suggestion|proposal|question|argument)|' +
	'the (?:first|second|third|last|other|two|three|four)(?= (?:was|is|were|are|has|had|have|came|took|will|would|to|also|said)\\b|,)|' +
	'the (?:latter|former|pair|duo|trio|couple|others|rest|result|answer|upshot|' +
	'reason|idea|aim|point|problem|trouble|catch|difference)(?! (?:of|for) )|' +
	'the (?:proceeds|outcome|implications?|consequences?|message|workflow|effects?|results?|reaction|response|upside|downside|gesture|exchange|admission|revelations?|allegations?|accusations?|threat|warning|offer|request|appeal|award|honou?r|discovery|loss|win|victory|defeat|move|decision|incident|news|latest|announcement|comments?|remarks?|claims?|figures?|findings?|ruling|verdict|changes?|statement|attack|blast|crash|accident)(?! (?:of|by|on|in|at) )|' +
	'the (?:paper|report|study|survey|document|letter|book|film|article|interview|post|video|clip|footage|images?|pictures?|photos?)(?! (?:of|by|on|from|in) )';
const opens = new RegExp(`${mark}(?:${pronoun}|${connective})(?![\\p{L}’'-])`, 'iu');
/** "It is clear that", "It would seem": an "it" that means nothing told. */
const dummy = new RegExp(
	`${mark}it(?:[’']s| is| was| (?:would|will|may|might|must|should|could|can) be| (?:has|had|should have|must have|could have) been| remains| became| becomes)? ` +
		'(?:(?:not|also|still|now|only|just|almost|therefore|perhaps|probably|likely|increasingly|very|so|too|no|far from|been|hardly|really|often|simply|quite|rather|certainly|truly|absolutely|especially|particularly|more|less|most|altogether|all) )*' +
		'(?:(?:seems?|appears?|turns? out|turned out|would (?:seem|appear)) (?:that|as if|as though|to me|likely|clear)|' +
		'(?:clear|likely|unlikely|possible|impossible|important|crucial|essential|necessary|vital|imperative|time|hard|difficult|easy|easier|harder|tempting|worth (?:noting|remembering|asking|considering|mentioning|saying|recalling|pointing out|thinking)|true|secret|surprise|wonder|coincidence|accident|news|early|late|enough|' +
		'often|known|well known|said|believed|thought|understood|reported|estimated|expected|unclear|wise|wrong|right|fair|safe|understandable|good|bad|best|better|critical|obvious|rare|common|natural|ironic|surprising|remarkable|' +
		'extraordinary|alleged|feared|hoped|astounding|amazing|astonishing|shocking|outrageous|absurd|ridiculous|telling|noteworthy|interesting|instructive|fitting|appropriate|inevitable|conceivable|unthinkable|incredible|unbelievable|disgraceful|shameful|sad|tragic|troubling|disturbing|alarming|encouraging|reasonable|sensible|foolish|naive|dangerous|irresponsible|hypocritical|unfair|unjust|unfortunate|incumbent|common sense|no exaggeration|(?:high|long past|past) time|a (?:(?:very |really )?(?:big|long|busy|good|bad|hard|difficult|tough|quiet|strange|wild|great) (?:year|month|week|day|night|season|decade|summer|winter|time)|mistake|myth|shame|pity|fact|truth|cliche|crime|paradox)|our (?:duty|responsibility)|up to) ' +
		"(?:\\p{L}[\\p{L}’'-]* ){0,6}?(?:that|to|for|whether|if|when|how|why|where|who)(?![\\p{L}]))",
	'iu',
);
/** "The company", which an earlier sentence has named, unless more follows that explains it. */
const known =
	/^["'“‘(]*(?:[Tt]he|(?:In|At|On|During|After|Before|Under|For|With|According to|Inside|Outside) the(?: \p{N}{4})?) (?:\p{Ll}[\p{Ll}-]+ ){0,2}?(?:film|movie|book|report|study|survey|letter|video|article|document|interview|website|newspaper|outlet|magazine|channel|filing|complaint|indictment|affidavit|statement|speech|post|email|plans?|deal|agreement|proposals?|bill|law|measures?|policy|case|trial|lawsuit|suit|investigation|probe|inquiry|victims?|suspects?|man|woman|boy|girl|men|women|teenagers?|driver|officers?|officials?|couple|family|company|firm|group|team|club|organisation|organization|agency|committee|council|board|programme|program|project|scheme|event|meeting|vote|order|visit|trip|storm|fire|shooting|killing|murder|protests?|strike|site|building|device|service|system|method|technology|researchers?|scientists?|authors?|team|players?|game|match|session|product|features?|version|update|process|problems?|issues?|failures?|ministry|department|force|centre|center|region|area|town|city|country|island)(?:,|[’']s?\b|(?= (?:has|have|had|is|are|was|were|will|would|can|could|may|might|should|must|did|does|do|also|said|came|went|took|fell|sold|left|began|made|found|gave|got|won|lost|hit|held|met|kept|saw|sent|set|ran|told|wrote|\p{Ll}{2,}(?:ed|s))(?!\p{L})))/u;
/** Nobody is named before the pronoun: "When he arrived, …", "In his speech …", "Asked whether she would, …". */
const beforeName =
	/^["'“‘(]*(?:\p{Lu}?\p{Ll}+,? ){1,4}?(?:he|she|they|his|her|their|him|them|it)(?![\p{L}’'-])/u;
const early =
	/^["'“‘(]*(?:when|while|as|if|after|before|since|until|although|though|once|in|on|at|with|for|to|from|during|despite|asked|speaking|according|unlike|like|under|by|over|throughout|among|all|one|two|three|some|many|most|both|part|half|of|about|whether|what|where|why|how|not|only|even|among|following|under)\b/iu;
/** "Working with a friend, they had …": whom the sentence is about has no name before it. */
const participleFirst =
	/^["'“‘(]*(?:\p{Lu}\p{Ll}+ing|Born|Based|Faced|Armed|Given|To \p{Ll}+|Once|Unlike)(?![\p{L}’'-])[^;:“"]{0,150}?, (?:he|she|they)(?![\p{L}-])/u;
const opensPointingBack =
	/^["'“‘]?(?:\p{L}+,? ){0,3}?(?:about|of|on|in|at|after|before|during|since|for|to|by|from|with|over|under|against|despite|like|asked)\s+(?:(?:that|this|those|these|such)\s+\p{Ll}|(?:it|him|her|them|this|that)\b,?)/iu;
/** "Sometimes, they …", "Now she …": "it" only where it does what things do not do by themselves ("Today it rains"). */
const adverbFirst =
	/^["'“‘(]*\p{Lu}\p{Ll}+,? (?:(?:he|she|they)(?:[’'](?:s|re|ve|d|ll))?|it (?:has|had|will|would|can|could|plans|wants|says|said|\p{Ll}+ed))(?![\p{L}-])/u;
/** "If this is so", "When that happens". */
const pointsBack =
	/^["'“‘(]*(?:if|when|while|as|because|since|although|though|once|unless|until|whether) (?:this|that|these|those)(?![\p{L}’-])/iu;
/** "Venn also said", "The council, however, …": what else is said elsewhere. */
const alsoSoon =
	/^["'“‘]?(?:[\p{L}\p{N}’'.-]+,? ){1,5}?(?:also|too|however|meanwhile|instead|therefore|nevertheless|added|then|further(?= \p{Ll}+ed))\b/iu;
const pageLine =
	/^(?:[qa] ?[:.] |here(?:[’']s| is| are) (?:what|how|why|everything|some|our|my|where|who|more|all|\d|\p{L}+ (?:things|ways|reasons|tips)|(?:the|an?) (?:\p{L}+ ){0,3}(?:list|guide|look|transcript|statement|breakdown|schedule|results|video|photos?|things|ways|reasons|tips))\b|here(?:[’']s| is| are) [^.]{2,80}:$|(?:so,? |now,? )?let(?:[’']s| us| me) (?:start|begin|look|take|dive|get|go|turn|move|first|explain|talk|see|break)\b|(?:read|keep|stay|coming|up) (?:on|reading|next|tuned)\b|(?:watch|read|see|listen|more)(?: below| more| also| here| on this)? ?:|(?:also,? )?we (?:also )?hope (?:that )?(?:you|to|this)\b|i hope (?:that )?(?:you|this (?:helps|review|guide|article|post))\b|(?:today|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday): |by\b.{0,60}$|by \.|below[,:]|(?:we )?hope (?:to see )?you\b|we hope to\b|see you (?:soon|there|next)|stay tuned|thank(?:s| you) for (?:read|watch|listen)ing|(?:last )?updated\b|published\b|scroll down|video\b|see also\b|read more\b|click here|follow us|e-mail|share\b|sign up|subscribe|advertisement|related\b|(?:photo(?:graph)?s?|images?|pictures?|credit|source|watch|listen|read|correction|editor['’]s note)\b ?:|this (?:article|story|report|post|piece|essay|interview|conversation|version|column) (?:was|is|has|first|originally)|additional reporting|reporting by|editing by|copyright|all rights reserved)|\((?:pictured|left|right|above|below|centre|center|file (?:photo|image|picture))[^)]{0,30}\)|^(?:above|pictured|left|right)[,:]|, (?:(?:second|third|fourth|fifth|far|front|top|bottom) )?(?:left|right|cent(?:er|re)),|\b(?:shown|listed|described|outlined|diagrammed|detailed|explained|discussed|illustrated|see|seen) (?:below|above)\b|\bbelow\.$|^(?:content |trigger )?warning ?:|^(?:now )?you can (?:now )?(?:also )?(?:hear|listen|watch|subscribe|follow|sign up)\b|^(?:you can )?(?:also )?(?:get|find|read|see|click|download|sign|learn|watch|listen|check|buy|order|register)\b.{0,80}\bhere[.!]?$|\b(?:is|are) pictured (?:here|near|at|in|on|outside|during|leaving|arriving|speaking|with|above|below)\b|\b(?:is|are) (?:shown|seen) here\b|\b(?:in|on) this (?:\p{Ll}+ )?(?:\d{4} )?(?:file |undated )?(?:photo|image|picture|photograph)\b|\b(?:as follows|the following (?:reasons|ways|steps|points|questions|list|things|tips|options|rules|answers|examples?))\b.{0,20}$|getty images|(?:photo|image|picture)(?:graph)?s? (?:by|credit|courtesy)/iu;
/** What is on a picture: "is seen near", where the line names a picture or ends with the day on which it was taken. */
const seen = new RegExp(
	'\\b(?:is|are) (?:shown|seen) (?:(?:near|at|in|on|outside|during|leaving|arriving|speaking|with)\\b.{0,300}' +
		'(?:\\b(?:photo(?:graph)?s?|images?|pictures?|pictured|footage|portrait|selfie|screenshot|courtesy|getty)\\b|\\d, (?:19|20)\\d\\d\\.?$)|' +
		'(?:near|outside|during|with)\\b.{0,300}(?:\\bon (?:mon|tues|wednes|thurs|fri|satur|sun)day|\\bin (?:19|20)\\d\\d)\\.?$)',
	'iu',
);
/** What a video beside the text shows: "Lena Holt discusses the vote on 'Morning Pier.'" */
const videoLine =
	/^.{3,200}\b(?:discuss(?:es)?|joins?|weighs? in|reacts?|breaks? down|explains?|reports?|speaks?|talks?)\b.{0,250}\bon ['‘“"]\p{Lu}[^'‘’“”"]{2,40}(?:['’”"]\.?|\.['’”"])$/u;
const background =
	/^["'“‘(]*(?:(?:earlier|early|late) (?:this|last) (?:year|spring|summer|autumn|fall|winter)|last (?:year|month|spring|summer|autumn|fall|winter)|back in|(?:\p{L}+ )?(?:years|decades|centuries) ago|for (?:\p{L}+ )?(?:years|decades|centuries)|once upon)\b/iu;
const partOfTalk =
	/^(?:he|she|it|they|this|that|these|those|his|her|their|its|such|there|but|and|so|because|which|who|also|then)\b/iu;
const stand =
	/\b(?:must|never|will|shall|should|cannot|need|want|demand|promise|refuse|believe|hope|fear|always|only|nobody|everybody|enough|wrong|right)\b/iu;

/**
 * Whether a sentence depends on an earlier one: it starts with a pronoun, a connective or something that was told
 * ("Asked about that night, …"), or has a pronoun before anybody is named.
 */
export const leansOnBefore = (sentence: string): boolean =>
	(opens.test(sentence) && !dummy.test(sentence)) ||
	opensPointingBack.test(sentence) ||
	pointsBack.test(sentence) ||
	adverbFirst.test(sentence) ||
	participleFirst.test(sentence) ||
	(early.test(sentence) && beforeName.test(sentence)) ||
	namesNobodyFirst(sentence);

const person = /(?<![\p{L}’'-])(?:he|she|him|her|his|hers)(?![\p{L}’-])/iu;

/** Whether the reporter's own words say "he" or "she" before they name anybody: "…, she said." */
function namesNobodyFirst(sentence: string): boolean {
	const own = withoutQuoted(sentence);
	const at = own.search(person);
	return at >= 0 && !/[\p{L},’'] +\p{Lu}\p{Ll}/u.test(own.slice(0, at)) && !opensWithName(own.slice(0, at));
}

/** Whether its first word may be a name: "Venn thought that she …"; a plural ("Doctors") or "When" is none. */
function opensWithName(beginning: string): boolean {
	const [first = ''] = /^\p{Lu}[\p{L}’'-]+(?= )/u.exec(beginning) ?? [];
	return (
		first !== '' &&
		!first.endsWith('s') &&
		!first.endsWith('ing') &&
		!functionWords.has(first.toLowerCase()) &&
		!crowds.has(first.toLowerCase())
	);
}

/** Whether a sentence opens with what an earlier one nearby names: "The company", "The plan". */
export const namesKnown = (sentence: string): boolean => known.test(sentence);

/** Whether a sentence adds to what was told, and can still be read alone: "Venn also said …". */
export const addsToBefore = (sentence: string): boolean =>
	alsoSoon.test(sentence) || labelled.test(sentence) || /^\(/u.test(sentence);

/** A line of a list of short news: "Ferries up: Ostwick has …" */
const labelled = /^(?:[\p{L}’'-]+ ){0,3}[\p{L}’'-]+: \p{Lu}/u;

/** Whether a line is of the page rather than of the text, or tells what is on a picture. */
export const isPageLine = (line: string): boolean =>
	pageLine.test(line) || videoLine.test(line) || seen.test(line);

/** Whether a sentence tells what was before the news: "Earlier this year, …". */
export const isBackground = (sentence: string): boolean => background.test(sentence);

/** Whether a paragraph says what the article had wrong, which is the opposite of what it tells. */
export const isCorrection = (paragraph: string): boolean =>
	/^\P{L}*(?:corrections?|clarification|corrected|editor[’']?s note)(?!\p{L})|(?<!\p{L})(?:earlier|previous) versions? of (?:this|the) (?:article|story|report|piece|page|column|post)(?!\p{L})/iu.test(
		paragraph,
	);

const wordSet = (words: string): ReadonlySet<string> => new Set(words.split(' '));

export const articles = {
	definite: wordSet('the'),
	indefinite: wordSet('a an one two three some'),
	points: wordSet('this these those such'),
	owns: wordSet('his her their its'),
	opens: wordSet(
		'as after when while since because before once if although though until in at on for during with by from under over despite',
	),
	explains: wordSet(
		'of for to that who which whose in on at between about behind from with against by where when into',
	),
	unique: wordSet(
		'police government president public world country nation city state internet weather economy market sun moon sky sea senate house white united supreme federal local national prime first second third last next past end start beginning early late morning afternoon evening night day days week weeks weekend month months year years summer winter spring autumn fall decade decades middle north south east west meantime process face wake absence event pandemic war media law rest best worst most same only other new old whole number',
	),
};

/** Whether an utterance needs the one before it to be understood. */
export const isPartOfTalk = (utterance: string): boolean => partOfTalk.test(utterance);

export const takesAStand = (utterance: string): boolean => stand.test(utterance);
