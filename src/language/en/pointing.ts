/** How English sentences point, anywhere, at what an earlier one tells of. */

const marked = /"[^"]*"|“[^”]*”/gu;

/** A sentence without what is quoted in it. */
export const withoutQuoted = (sentence: string): string => sentence.replace(marked, ' ');

/** Words behind "this" that point at nothing told: "this year", "this town", "this is". */
const notTold =
	'years?|months?|weeks?|weekend|mornings?|afternoon|evening|days?|season|spring|summer|autumn|fall|winter|term|time|century|decade|past|coming|' +
	'country|nation|world|town|city|state|planet|article|story|page|site|newspaper|column|book|review|piece|post|guide|' +
	'far|is|are|was|were|has|have|will|can|could|may|might|must|should|would|and|or|as|in|to|that|means';
/** What explains "those" behind it: "those who", "those in power", "those affected". */
const explained =
	'who|whom|whose|which|that|with|without|in|of|on|at|from|for|under|over|aged|already|not|still|most|are|were|is|was|have|had|will|\\p{L}+ing|\\p{L}+ed(?= (?:by|in|with|at|to|of|for|from|as|on)(?!\\p{L})|[.,;:!?])';
/** "this reaction", "those languages". */
const determiner = new RegExp(
	`(?<![\\p{L}’'-])(?:(?:this|these) (?!(?:${notTold})(?![\\p{L}-]))\\p{Ll}{3,}|` +
		`those (?!(?:${explained})(?![\\p{L}-]))\\p{Ll}{3,}(?! (?:who|that|which|whose|of|with|in)(?!\\p{L})))`,
	'iu',
);
/** "such a move", "such practices"; not "such as". */
const such = /(?<![\p{L}’'-])such (?!as\b)(?:an? )?(?!thing\b)\p{Ll}{3,}(?! (?:as|that)\b)/iu;
/** "in that case": behind a preposition, where "that" is no conjunction. */
const prepositionThat =
	/(?<![\p{L}’'-])(?:in|on|at|of|to|for|from|after|before|during|since|by|with|about|over|under|against|into|through|despite|behind|around) that (?!(?:which|is|was|are|were|the|an?|it|he|she|they|we|you|there)\b)\p{L}/iu;
/** "They did this.", "because of that, …" */
const bare =
	/(?<![\p{L}’'-])(?:all (?:this|that)(?= (?:is|was|means|has|will|would)(?!\p{L}))|(?:this|these|those)(?=[.,;:!?…]| (?:before|again|because|when|by|too|and|but|or|as well|either|way)\b)|(?:like|of|about|for|with|by|to|from|after|before|than|on|all|do|does|did|doing|done|say|said|know|see) that(?=[.,;:!?…]))/iu;
/** "the second kind", which goes on where an earlier sentence began to count. */
const counted =
	/(?<![\p{L}’'-])the (?:second|third|fourth|latter|former|other) (?:kind|type|sort|one|half|group|category)(?![\p{L}-])/iu;
/** "at the time", where nothing says of what. */
const atTheTime = /(?<![\p{L}])at the time(?! (?:of|when|that|the)(?!\p{L}))/iu;
/** What "they" may mean in the same sentence: a plural, a crowd, two that are joined, a body. */
const several =
	/\p{L}{3,}s(?![\p{L}])|(?<![\p{L}])(?:people|men|women|children|police|and|both|two|three|four|five|six|\d+|team|group|family|crew|company|council|government|couple|public|majority|everyone|everybody|anyone|anybody|someone|somebody|nobody|who|one|person|staff|\p{Lu}{2,})(?![\p{L}])/u;
const they = /(?<![\p{L}’'-])(?:they|them|their|themselves)(?![\p{L}-])/iu;

/** Whether a sentence says "they" before anything that it may mean: "It has promised not to remove them." */
function meansSeveral(own: string): boolean {
	const at = own.search(they);
	return at >= 0 && !several.test(own.slice(0, at));
}

/** "later that fall": a time that was told. */
const thatTime =
	/(?<![\p{L}])that (?:same )?(?:day|night|morning|afternoon|evening|week|weekend|month|year|spring|summer|fall|autumn|winter|season|moment|point|decade)(?![\p{L}-])/iu;
/** "To date, that figure is …", "She decided then that …" */
const thatSubject =
	/(?:^["'“‘(]*|, )that \p{Ll}{3,} (?:is|was|has|had|will|would|came|means)(?!\p{L})|(?<![\p{L}])(?:decided|knew|realized|realised|only|until|since|by|back|was|were) then(?![\p{L}-])/iu;
const all = [thatSubject, thatTime, atTheTime, counted, determiner, such, prepositionThat, bare];

/** Whether a sentence points, outside quotations, at what an earlier one tells of. */
export const pointsAtTold = (sentence: string): boolean => {
	const own = withoutQuoted(sentence);
	return all.some((pattern) => pattern.test(own)) || meansSeveral(own);
};

const pronounInTalk =
	/(?<![\p{L}’'-])(?:it|this|these|those|they|them|he|she|him|her|there(?! (?:is|are|was|were))|that(?=[.,;:!?…”"]|[’']s| (?:is|was|will|would)))(?![\p{L}])/iu;

/** Whether what a sentence quotes has a pronoun that may mean what was told before: “It is done,” she said. */
export const pointsInTalk = (sentence: string): boolean =>
	[...sentence.matchAll(marked)].some(([quoted]) => pronounInTalk.test(quoted));
