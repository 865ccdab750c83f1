import { contentWords } from './content-words.ts';
import { discussion } from './discussion.ts';
import { calendar } from './lexicon/words.ts';

const light =
	'back long half full early late high low open close top bottom side end head hand number several member friend ' +
	'comment statement report source story news photo picture video page article spokesman spokeswoman spokesperson ' +
	'former latest recent current previous potential possible likely able available important different special ' +
	'come came went gone made took taken gave given got saw found left held kept told led won lost set put ran began ' +
	'going coming making taking getting looking working trying using saying having seeing finding holding ' +
	'travelling moving waiting living leaving becoming allowing involving ' +
	'mum dad guy lady gentleman kid child family parent name home house room street city town area country state ' +
	'nation public local national international social political issue problem issue situation process result ' +
	'plan system group team level term amount range list part piece set couple pair total average rest ' +
	'fourth fifth sixth seventh eighth ninth tenth dozen ' +
	'say said asked added told year-old fan bit lot stuff look';

/** What the key phrases of an English article need to know. */
export const keyPhrases = {
	lightWords: new Set([...discussion.lightWords, ...light.split(' ').flatMap(contentWords)]),
	breaks: calendar,
	/** Adverbs, and participles at the end of a phrase. */
	isNoNoun: (word: string, isLast: boolean) =>
		/\p{L}{2}ly$/u.test(word) || (isLast && /\p{L}{2}ed$/u.test(word)),
};
