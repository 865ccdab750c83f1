import { withoutQuoted } from './pointing.ts';

const told =
	'mentioned|said|noted|discussed|wrote|written|explained|described|listed|outlined|shown|showed|seen|saw|stated|pointed out|covered|linked';
const pages = 'articles?|posts?|blogs?|guides?|pages?|videos?|reviews?|pieces?|stor(?:y|ies)|lists?|links?';
const pictures =
	'pictures?|photos?|photographs?|images?|videos?|clips?|charts?|graphs?|graphics?|tables?|maps?|figures?|diagrams?|screenshots?|code|snippets?|tweets?|posts?';
/** "Shown below", but not "seen below the pier". */
const elsewhere = '(?:above|below)(?! (?:the|an?|this|that|these|those|its|his|her|their)(?!\\p{L}))';
/** "As I mentioned above", "the points discussed here", "the following chart", "the rest of the story at", "check out our blog". */
const places = new RegExp(
	`(?<![\\p{L}’'-])(?:as (?:i|we|i[’']ve|we[’']ve|i have|we have) (?:\\p{Ll}+ )?(?:${told})|(?:${told}) (?:${elsewhere}|here|earlier (?:here|in this (?:${pages})))|` +
		`the (?:following|above|aforementioned|accompanying) (?:\\p{L}+ )?(?:${pictures}|${pages})|(?:read|see|watch|hear) the (?:rest|full (?:${pages}|interview|transcript|clip|version))|` +
		`(?:check out|see|read|visit|browse) (?:our|my) (?:\\p{L}+ ){0,3}(?:${pages}))(?![\\p{L}’'-])`,
	'iu',
);
/** "You can download it here.": a link that is not shown. */
const link =
	/(?<![\p{L}’'-])(?:download|subscribe|listen|register|sign up|find|(?:can|could|may|might|will) be found|buy|watch|read|available|order|donate|apply|click)(?![\p{L}]).{0,60}(?<![\p{L}’'-])here[.!)]*$/iu;

/**
 * Whether a sentence points at another place of its text or at what stands beside it there: a picture, a link, what was
 * said above.
 */
export const pointsInText = (sentence: string): boolean => {
	const own = withoutQuoted(sentence);
	return places.test(own) || link.test(own);
};
