/** Words of closed classes that say how a sentence hangs on others, by class; a word of two is of the first. */
const classes: readonly (readonly [string, string])[] = [
	['he', "he she him her his hers himself herself he's she's he'd she'd he'll she'll"],
	['they', "they them their theirs themselves they're they've they'd they'll"],
	['it', "it its itself it's it'd it'll"],
	['this', 'this these'],
	['that', "that that's"],
	['those', 'those'],
	['such', 'such'],
	['same', 'same'],
	['similar', 'similar'],
	['other', 'other others else otherwise elsewhere different'],
	['another', 'another'],
	['also', 'also too likewise similarly either'],
	['again', 'again neither as'],
	['still', 'still even already yet only just'],
	['instead', 'instead rather however though although nevertheless despite while unlike'],
	['then', "then there here now there's meanwhile later earlier since before after"],
	['both', 'both each latter former respectively two three four'],
	['more', 'more less better worse fewer further bigger higher lower greater larger smaller longer'],
	['first', 'first second third last next final'],
	['so', 'so thus therefore hence because'],
	['one', 'one ones'],
	['we', "we our us ours ourselves we're we've we'll we'd"],
	['i', "i my me mine i'm i've i'd i'll myself"],
	['you', "you your yours you're you'll you've you'd"],
	['every', 'everyone everybody nobody someone somebody all none some many most few several any'],
	['but', 'but and or nor'],
	['what', 'what why how whether who where when if'],
	['in', 'in on at for with by from under over during about among between through of to into'],
	['not', "not no never don't doesn't didn't isn't wasn't can't won't cannot without"],
	['must', 'must should need needs ought shall let'],
	['would', 'would could may might can will'],
	['most', 'best worst most biggest greatest largest only real true main key'],
	['was', 'was were had did been'],
	['is', 'is are has have do does be'],
];

/** The class of each of these words, in lower case. */
export const signWords: ReadonlyMap<string, string> = new Map(
	classes
		.flatMap(([name, list]) => list.split(' ').map((word): [string, string] => [word, name]))
		.toReversed(),
);
