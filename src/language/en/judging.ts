/** What a writer demands or judges: "should", "The truth is", "I think", "one of the best". */
const judgement = new RegExp(
	`(?<![\\p{L}’'-])(?:${[
		"should|must|ought to|needs? to|ha(?:s|ve) to|cannot|can[’']t afford|had better|it[’']s time|it is time|time to",
		'the (?:truth|reality|lesson|real (?:problem|question|issue)|only way|point|problem|answer|upshot|bottom line) is',
		"i (?:think|believe|argue|suspect|recommend|prefer|love|hope|want(?! to (?:know|have|share|talk|start|begin|say|tell|show|thank|see|hear|be able))|would (?:say|argue|recommend)|welcome|doubt|can[’']t)",
		'in my (?:view|opinion|experience)|it would seem|it seems|worth|responsibility|duty',
		'(?:is|are|was|were|makes? it|remains?) (?:also |still |really |very |truly |simply |probably |easily |just )?(?:an? |one of the |the |not )?(?:best|better|worst|worse|great|good|excellent|perfect|wrong|right|crucial|essential|necessary|dangerous|mistake|pressing|important|impossible|disaster|failure|must)',
	].join('|')})(?![\\p{L}’-])`,
	'iu',
);

/** What a text teaches or finds: "the lesson", "a mistake", "not X but Y", "is worth the money", "can help". */
const claim = new RegExp(
	`(?<![\\p{L}’'-])(?:${[
		'lessons? (?:is|here|learned|from this)|(?:my|the|a|our) (?:big(?:gest)? |main |worst |real |first )?(?:mistake|takeaway|verdict|advice|recommendation|conclusion|lesson)',
		"(?:is|are|was|were|do|does|did)(?: not|n[’']t) (?:just |only |about |so much )?[^.;:“\"]{3,80}(?:,| —|;) ?(?:but|it[’']s|it is|they[’']re) ",
		"it[’']s (?:the |an? )?[\\p{L}-]+(?: [\\p{L}-]+)?,? not (?:the |an? )?[\\p{L}-]+(?: [\\p{L}-]+)?,? that",
		'(?:best|worst|smartest|wisest|only) (?:way|thing|choice|option|approach|part|buy|value|time|place|strategy|defen[cs]e|move)|the (?:key|trick|secret|catch|trouble) (?:is|to)',
		"(?:is|are|isn[’']t|aren[’']t|be|not|well) worth|falls? short|fell short|stands? out|let(?:s)? (?:you |us |it )?down|excels?|disappoints?|delivers?|lives? up to|recommend(?:ed)?|overpriced|underwhelming|impress(?:es|ive)",
		"(?:can|may|will|could|does) help|helps|make sure|be sure to|avoid|try to|don[’']t|never|instead of|rather than|matters? (?:more|most)|amounts? to|tantamount|makes? (?:no|little|perfect) sense|negligence|sloppiness|conclude(?:s|d)? that|increasingly|proves?|fails? to|risks?|threatens?|undermines?|deserves?",
	].join('|')})(?![\\p{L}’-])`,
	'iu',
);

/** Whether a sentence says what a text teaches, finds or advises, by a weaker sign than a judgement. */
export const claims = (sentence: string): boolean => claim.test(sentence);

/** Whether a sentence demands or judges, as the point of a comment or a review does. */
export const judges = (sentence: string): boolean => judgement.test(sentence);

/** Whether a headline asks, or promises to tell why, how or what: "What Ostwick could do", "The storm: why it came". */
export const asks = (headline: string): boolean =>
	/\?|(?:^|[:–—-] )["“‘']?(?:here[’']s )?(?:why|how|what|when|where|who|should|could|can|\d+ (?:ways|reasons|things|tips|lessons))(?!\p{L})/iu.test(
		headline,
	);
