import type { QuestionWords } from '../../questions.ts';
import { distinctActs, phrasalVerbs, stances } from './acts.ts';
import { pastVerbs } from './lists.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Verbs in the past that may be other words as well, and so are not in the list of those that are nothing else. */
const irregular = set(
	'lost went made took gave came became began won led left held kept met said told ran saw sent sold built bought ' +
		'brought caught fought taught thought found got knew grew wrote drew spoke broke chose fell flew rose paid sat ' +
		'stood spent lent meant hit cut put set let shut',
);

/** How questions are asked in English, and what may answer them. */
export const questionWords: QuestionWords = {
	kinds: new Map([
		['who', 'who'],
		['whom', 'who'],
		['whose', 'who'],
		['when', 'when'],
		['where', 'where'],
		['why', 'why'],
		['how', 'how'],
		['what', 'what'],
		['which', 'what'],
		['whos', 'who'],
		['whens', 'when'],
		['wheres', 'where'],
		['whys', 'why'],
		['hows', 'how'],
		['whats', 'what'],
	]),
	measures: set('many much long old far often high tall big large fast deep wide few late early soon'),
	helpers: set(
		'is was are were be been do does did has have had can could will would shall should may might must to ' +
			"isn wasn aren weren doesn don didn hasn haven hadn isn't wasn't aren't weren't doesn't don't didn't",
	),
	doing: set('do does did don doesn didn'),
	telling: set(
		'two three four five six seven eight nine ten first second third last new old own before after during between ' +
			'against without most more less least only near under over above below behind inside outside people others',
	),
	light: set(
		'name named called call term type types kind kinds sort happen happened happens example examples used use uses ' +
			'using typically generally usually often sometimes main known form way ways thing things describe described ' +
			'describes referred refer give gave given made make makes year years day century percent percentage amount ' +
			'number person people group following considered according besides addition along today currently ' +
			'mainly commonly common many other others two three only more most less such particular certain result ' +
			'word phrase title said say says mean does did was',
	),
	wanted: new Map(
		Object.entries({
			when: 'year date day month century decade time era period season',
			where:
				'city country place location region state area town continent province county street building territory ' +
				'capital river village island sea venue',
			'how many':
				'percent percentage number amount population age price cost rate distance size length height depth ' +
				'temperature speed share total sum count fraction portion',
			who:
				'person leader president king queen mayor author name minister director architect engineer scientist ' +
				'man woman emperor founder inventor ruler general captain actor spokesman spokeswoman chairman pope ' +
				'philosopher mathematician economist company organization organisation group party people nation team',
			why: 'reason cause purpose motive explanation',
		}).flatMap(([kind, words]) => words.split(' ').map((word) => [word, kind] as const)),
	),
	months: set(
		'january february march april may june july august september october november december monday tuesday ' +
			'wednesday thursday friday saturday sunday spring summer autumn winter morning evening night midnight noon ' +
			'yesterday today tomorrow tonight century decade',
	),
	numbers: set(
		'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen ' +
			'eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion ' +
			'dozen half third quarter double twice once one none no several',
	),
	asksAmount: set('much percent percentage price cost fraction portion proportion amount'),
	counting: set('much many percent percentage price cost fraction portion proportion amount number'),
	units: set(
		'percent cent percentage dollar pound euro yen yuan crown krone krona franc lira ruble rouble rupee peso real ' +
			'rand won shekel dinar dirham riyal zloty forint mark shilling penny pence buck quid usd gbp eur ' +
			'm mn bn tn k thousand million billion trillion ' +
			'kg g kilogram gram tonne ton kilo ounce lb litre liter gallon pint barrel bushel acre hectare ' +
			'km kilometre kilometer mile metre meter foot feet inch yard watt kilowatt megawatt gigawatt kw mw gw kwh mwh volt ' +
			'degree hour minute day week month year fold byte megabyte gigabyte',
	),
	parts: set('half third quarter double triple twice'),
	reasons: set(
		'because since due owing reason cause therefore so thus order prevent avoid after sake allow enable',
	),
	places: set('in at near from to of on outside inside across over'),
	negations: set(
		'isn wasn aren weren doesn didn hasn haven hadn couldn wouldn shouldn not no never none nobody nothing neither nor without unable cannot hardly refuse fail deny lack except',
	),
	denials: set(
		'not never cannot isn wasn aren weren doesn didn hasn haven hadn couldn wouldn shouldn don won',
	),
	wishes: set('should could may might must'),
	past: set('did has have had was were'),
	pricing: set('cost costs worth price priced'),
	superlatives: set(
		'biggest largest smallest greatest tiniest lowest oldest youngest newest longest shortest tallest deepest widest ' +
			'fastest slowest strongest weakest richest poorest cheapest dearest heaviest lightest hottest coldest warmest ' +
			'busiest loudest quietest safest hardest easiest nearest farthest furthest least fewest',
	),
	alsoSuperlative: set('most first last only top highest best earliest latest main chief record no one'),
	distinctActs,
	stances,
	againstWords: set('against'),
	phrasalVerbs,
	isPast: (folded) =>
		pastVerbs.has(folded) || irregular.has(folded) || (folded.length > 4 && folded.endsWith('ed')),
	isPlural: (folded) => /[^siu]s$/u.test(folded) || folded.endsWith('ies'),
	pageLine:
		/^(?:scroll down|click (?:here|on the)|read more|see also|sign up|subscribe (?:to|now|here)|follow us|download (?:our|the) app|(?:watch|listen|read|related|more)\b[^.]{0,20}:|check out what['’]s (?:clicking|trending|new)|get (?:all )?the latest\b.{0,80}\b(?:here|inbox|newsletter|app)\b)|\bheadlines\b.{0,60}(?:\bare here\b|\bfor \p{L}+\.? \d{1,2}\.?$)/iu,
	whatSaid:
		/^(?:and\s+|so\s+|but\s+)?what\s+(?:did|does|do|has|have|had)\s+(?<who>[^?]{2,80}?)\s+(?:sa(?:y|id)|think|thought|claim(?:ed)?|argued?|repl(?:y|ied))(?:\s+(?:about|of|on|regarding)\s+(?<about>[^?]{1,200}?))?\s*[?.!]*$/iu,
	whetherSaid:
		/^(?:did|has|have|is it true that|was it)\b.*\b(?:sa(?:y|id)|t(?:ell|old)|claim(?:ed)?|call(?:ed)?|promised?)\b/isu,
};

/**
 * Words of closed classes that English questions often have. Those that only look like answered ones ("What was not
 * …?") have others than those that are answered ("Which …?").
 */
export const closedWords = (
	'what the of in to is did was a how who not for and are that by when were which many with does an on be from as ' +
	'where have do at first can has most this one there after two it between or if us why along much his during had ' +
	'into other its new would about they their up more t another out within typically under being been generally ' +
	'than three all some could any against same each often'
).split(' ');
