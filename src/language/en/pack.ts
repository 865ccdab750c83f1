import type { LanguagePack } from '../pack.ts';
import { mannerOfComment } from './comments.ts';
import { contentWords } from './content-words.ts';
import { discussion } from './discussion.ts';
import { joiningIn, setsAgainst } from './joining.ts';
import { asks, claims, judges } from './judging.ts';
import { keyPhrases } from './key-phrases.ts';
import {
	addsToBefore,
	articles,
	isBackground,
	isCorrection,
	isPageLine,
	isPartOfTalk,
	leansOnBefore,
	namesKnown,
	takesAStand,
} from './leaning.ts';
import { beforeNames, beforeNumbers, inSentences, neverLast, starters } from './lexicon/abbreviations.ts';
import { contractions } from './lexicon/contractions.ts';
import { cueVerbs, plainCues, speechNouns } from './lexicon/cues.ts';
import { oppositeWords } from './lexicon/opposites.ts';
import { questionWords } from './lexicon/questions.ts';
import { relatedWords } from './lexicon/related.ts';
import { honorifics } from './lexicon/titles.ts';
import {
	besideNegations,
	functionWords,
	nameSuffixes,
	negations,
	numberWords,
	pageLabels,
	particles,
	postLabels,
} from './lexicon/words.ts';
import { isShortFormOf } from './names/alike.ts';
import { hasOwnerBefore, isDoneTo, isInstance, needsFirst, sourcesIn, speaksAsI } from './needs-first.ts';
import { numerals } from './numerals.ts';
import { introducedIn } from './of-writer.ts';
import { pointsAtTold, pointsInTalk } from './pointing.ts';
import { attribution, clipped, finite, firstPerson, interviews, minor, quotedPronouns } from './quoted.ts';
import { saysNothing } from './says-nothing.ts';
import { signWords } from './sign-words.ts';
import { speakers } from './speakers.ts';
import { stem } from './stem.ts';
import { isTitleCase } from './title-case.ts';
import { needsNamedNear, unclearAlone } from './unclear-alone.ts';
import { opensUnnamed } from './unnamed-opening.ts';

/** The pack for English. */
export const english: LanguagePack = {
	language: 'en',
	words: {
		beforeNames,
		inSentences,
		starters,
		neverLast,
		beforeNumbers,
		functionWords,
		negations,
		besideNegations,
		numberWords,
		contractions,
		numberJoiners: new Set(['and']),
		cueVerbs,
		plainCues,
		complementizers: new Set(['that']),
		finite,
		minor,
		pronouns: quotedPronouns,
		firstPerson,
		spoken: /(?<![\p{L}])(?:I|[Mm]y|me|[Ww]e|[Oo]ur|us)(?![\p{L}])/u,
		addressed: /(?<![\p{L}])(?:you|your|yours)(?![\p{L}])/iu,
		particles,
		nameSuffixes,
		honorifics,
		statements: speechNouns,
		passives: new Set(['was', 'were', 'is', 'are', 'been', 'being', 'be']),
		asked: new Set(['asked', 'pressed', 'questioned', 'quizzed']),
		negated: /^[a-z]+n't$/u,
		determiners: new Set(['the', 'this', 'that', 'these', 'those', 'its', 'his', 'her', 'their', 'our']),
		opensClause: new Set('that the a an he she it they we i you there his her its our my no'.split(' ')),
		within: new Set(['at', 'of', 'in', 'from', 'for', 'with', 'to']),
		speaksFor: new Set(['for', 'of', 'at', 'from', 'with']),
		beforeOthers: new Set(['for', 'of', 'at', 'from', 'with', 'in', 'on', 'about', 'to', 'against']),
		addressing: new Set(
			'ask tell inform warn question press describe call dub label brand term announce bill advertise characterize characterise portray depict hail dismiss denounce deride ridicule condemn'.split(
				' ',
			),
		),
		questionLabels: new Set(['q', 'question']),
		answerLabels: new Set(['a', 'answer']),
		pageLabels,
		postLabels,
		interviews,
		clipped,
		attribution,
		isShortFormOf,
		isParticiple: (lower) => lower.endsWith('ing'),
		isTitleCase,
	},
	speakers,
	cued: null,
	questions: questionWords,
	relatedWords,
	oppositeWords,
	contentWords,
	stem,
	isCorrection,
	leansOnBefore,
	pointsAtTold,
	pointsInTalk,
	opensUnnamed,
	judges,
	claims,
	asks,
	needsFirst,
	isInstance,
	sourcesIn,
	speaksAsI,
	hasOwnerBefore,
	isDoneTo,
	unclearAlone,
	needsNamedNear,
	saysNothing,
	introducedIn,
	joiningIn,
	setsAgainst,
	signWords,
	numerals,
	addsToBefore,
	namesKnown,
	articles,
	isBackground,
	isPageLine,
	isPartOfTalk,
	takesAStand,
	keyPhrases,
	discussion,
	mannerOfComment,
};
