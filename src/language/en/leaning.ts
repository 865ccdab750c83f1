const opensWithPronoun =
	/^["'“‘]?(?:he|she|it|they|this|that|these|those|his|her|their|its|such|both|there|here|we|i|you|one)\b/iu;
const opensWithConnective =
	/^["'“‘]?(?:but|and|however|so|yet|also|then|meanwhile|instead|still|or|nor|moreover|therefore|besides|in addition|on the other hand)\b/iu;
const opensPointingBack =
	/^["'“‘]?(?:\p{L}+,? ){0,3}?(?:about|of|on|in|at|after|before|during|since|for|to|by|from|with|over|under|against|despite|asked)\s+(?:(?:that|this|those|these|such)\s+\p{Ll}|(?:it|him|her|them|this|that)\b,?)/iu;
const pageLine =
	/^(?:by\b.{0,60}$|by \.|(?:last )?updated\b|published\b|scroll down|video\b|see also\b|read more\b|click here|follow us|e-mail|share\b|photo(?:graph)?s?:)/iu;
const partOfTalk =
	/^(?:he|she|it|they|this|that|these|those|his|her|their|its|such|there|but|and|so|because|which|who|also|then)\b/iu;
const stand =
	/\b(?:must|never|will|shall|should|cannot|need|want|demand|promise|refuse|believe|hope|fear|always|only|nobody|everybody|enough|wrong|right)\b/iu;

/** Whether a sentence depends on the one before it: it starts with a pronoun or a connective. */
export const leansOnBefore = (sentence: string): boolean =>
	opensWithPronoun.test(sentence) || opensWithConnective.test(sentence);

/** Whether a sentence begins with something that only an earlier one explains: "Asked about that night, …". */
export const pointsBack = (sentence: string): boolean => opensPointingBack.test(sentence);

/** Whether a line is of the page rather than of the text. */
export const isPageLine = (line: string): boolean => pageLine.test(line);

/** Whether an utterance needs the one before it to be understood. */
export const isPartOfTalk = (utterance: string): boolean => partOfTalk.test(utterance);

export const takesAStand = (utterance: string): boolean => stand.test(utterance);
