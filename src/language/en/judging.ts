/** What a writer demands or judges: "should", "The truth is", "I think", "one of the best". */
const judgement = new RegExp(
	`(?<![\\p{L}’'-])(?:${[
		"should|must|ought to|needs? to|ha(?:s|ve) to|cannot|can[’']t afford|had better|it[’']s time|it is time|time to",
		'the (?:truth|reality|lesson|real (?:problem|question|issue)|only way|point|problem|answer|upshot|bottom line) is',
		"i (?:think|believe|argue|suspect|recommend|prefer|love|hope|want|would (?:say|argue|recommend)|welcome|doubt|can[’']t)",
		'in my (?:view|opinion|experience)|it would seem|it seems|worth|responsibility|duty',
		'(?:is|are|was|were|makes? it|remains?) (?:also |still |really |very |truly |simply |probably |easily |just )?(?:an? |one of the |the |not )?(?:best|better|worst|worse|great|good|excellent|perfect|wrong|right|crucial|essential|necessary|dangerous|mistake|pressing|important|impossible|disaster|failure|must)',
	].join('|')})(?![\\p{L}’-])`,
	'iu',
);

/** Whether a sentence demands or judges, as the point of a comment or a review does. */
export const judges = (sentence: string): boolean => judgement.test(sentence);
