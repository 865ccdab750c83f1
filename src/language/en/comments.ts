const asks = /\?\s*["'”’)]*\s*$/u;
const objects =
	/\b(?:no|not|never|nonsense|wrong|disagree|lie|lies|lying|liar|absurd|ridiculous|shame|shameful|terrible|bad|worse|worst|waste|fail(?:s|ed|ure)?|hate|stupid|rubbish|against|cannot|can['’]t|don['’]t|doesn['’]t|didn['’]t|won['’]t|isn['’]t|wasn['’]t|shouldn['’]t)\b/giu;
const agrees =
	/\b(?:yes|agree|agreed|right|true|exactly|good|great|well|thanks|thank|glad|love|like|finally|bravo|fair|hope|support|best|better|excellent|brave|proud|happy|welcome)\b/giu;

/** What a comment does, roughly, by its words. */
export function mannerOfComment(text: string): 'asks' | 'objects' | 'agrees' | 'tells' {
	if (asks.test(text)) return 'asks';
	const against = text.match(objects)?.length ?? 0;
	const inFavour = text.match(agrees)?.length ?? 0;
	if (against === inFavour) return 'tells';
	return against > inFavour ? 'objects' : 'agrees';
}
