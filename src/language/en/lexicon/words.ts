const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

const contracted = 'i you he she it we they who that there what here'
	.split(' ')
	.flatMap((word) => ["'s", "'m", "'re", "'ve", "'ll", "'d"].map((end) => word + end));

/** Words of closed classes: capitalised, they only start a sentence, and never a name. */
export const functionWords: ReadonlySet<string> = new Set([
	...contracted,
	...set(
		'a an the this that these those some any no every each all both either neither another other such what which whose ' +
			'i you he she it we they me him her us them my your his its our their mine yours hers ours theirs who whom ' +
			'myself yourself himself herself itself ourselves themselves someone somebody anyone anybody everyone everybody ' +
			'nobody nothing something anything everything one two three four five six seven eight nine ten ' +
			'and or but nor so yet for if because although though while whereas unless until since when whenever where ' +
			'wherever whether as than like once after before during in on at by with from to of into onto over under above ' +
			'below between among amid against about across along around behind beside besides beyond despite down inside ' +
			'near off out outside past per through throughout toward towards up upon via within without ' +
			'is are was were be been being am has have had having do does did doing done will would shall should may might ' +
			'can could must not never also still even just only again already always often sometimes soon then there here ' +
			'now later today yesterday tomorrow tonight perhaps maybe however therefore thus hence moreover furthermore ' +
			'meanwhile instead indeed yes no well oh how why very too more most less least much many few several first ' +
			'second third last next new old own same ago else rather quite almost nearly earlier recently finally ' +
			'according asked speaking given despite regarding following including eventually overall additionally ' +
			'clearly certainly obviously apparently ultimately typically generally usually unfortunately fortunately ' +
			'there’s that’s it’s he’s she’s i’m i’ve i’ll we’re we’ve they’re don’t didn’t isn’t wasn’t won’t can’t ' +
			"there's that's it's he's she's i'm i've i'll we're we've they're don't didn't isn't wasn't won't can't " +
			'none whatever whoever whichever people others anything including contacted reached asked pressed informed walking ' +
			'let please thanks ok okay hey hi hello somehow elsewhere otherwise nonetheless nevertheless likewise anyway afterwards ' +
			'beforehand hopefully',
	),
]);

/** Words that deny or limit what the sentence says. */
export const negations: ReadonlySet<string> = set(
	"no not never none nobody nothing nowhere neither nor cannot without hardly barely scarcely rarely seldom n't don't " +
		"doesn't didn't isn't aren't wasn't weren't won't wouldn't can't couldn't shouldn't mustn't haven't hasn't hadn't " +
		"ain't needn't mightn't refuse refuses refused deny denies denied unless except lack lacks lacked fail fails failed",
);

/** "We do not have a dam", "we have no dam" for "we have a dam". */
export const besideNegations: ReadonlySet<string> = set('do does did a an any some');

export const numberWords: ReadonlySet<string> = set(
	'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen ' +
		'eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands ' +
		'million millions billion billions trillion dozen dozens half third quarter first second once twice double triple ' +
		'percent per cent',
);

/** Pronouns by the gender and number that they show. */
export const pronouns: ReadonlyMap<string, 'm' | 'f' | 'p' | 'n' | 'first'> = new Map([
	['he', 'm'],
	['him', 'm'],
	['his', 'm'],
	['himself', 'm'],
	['she', 'f'],
	['her', 'f'],
	['hers', 'f'],
	['herself', 'f'],
	['they', 'p'],
	['them', 'p'],
	['their', 'p'],
	['i', 'first'],
	['we', 'first'],
	['me', 'first'],
	['my', 'first'],
	['it', 'n'],
]);

export const calendar: ReadonlySet<string> = set(
	'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august ' +
		'september october november december jan feb mar apr jun jul aug sep sept oct nov dec christmas easter ' +
		'thanksgiving spring summer autumn winter',
);

/** Lower-case words that are inside a name ("van der Berg", "al-Rashid"). */
export const particles: ReadonlySet<string> = set(
	'binti van von der den de del della di da dos das du la le el al bin ibn ben ter ten zu zur af av bint abu y',
);

export const nameSuffixes: ReadonlySet<string> = set('jr jr. sr sr. ii iii iv esq esq. phd ph.d. m.d. md');

/** Nouns for several people: at the start of a sentence they are no names. */
export const crowds: ReadonlySet<string> = set(
	'police residents protesters voters supporters officials critics fans workers students teachers parents neighbors ' +
		'neighbours demonstrators authorities investigators prosecutors lawyers doctors nurses experts analysts activists ' +
		'organizers organisers researchers scientists economists lawmakers senators aides advisers advisors sources witnesses ' +
		'people men women children friends relatives families crowds opponents backers allies reporters journalists members ' +
		'leaders employees customers readers viewers users drivers farmers fishermen passengers commuters tenants owners ' +
		'soldiers veterans refugees migrants pilots players crews unions lawmaker onlookers bystanders marchers attendees',
);

/** Words of labels before lines of the page: "READ MORE: …", "WATCH: …", "EDITOR'S NOTE: …". */
export const pageLabels: ReadonlySet<string> = set(
	'read watch look see listen video videos photo photos picture pictures gallery live update updates updated breaking ' +
		'latest related explainer explained analysis opinion comment exclusive poll quiz timeline factbox correction ' +
		"clarification note note's editor's source sources advertisement sponsored subscribe follow click warning caption " +
		'image images graphic map chart podcast audio interview transcript review recap preview summary key numbers ' +
		'topics tags date time place where when what who why how tickets price website email phone contact address',
);

/** Words of labels that members of a server put before what they post: "FACT CHECK: …", "Edit: …". */
export const postLabels: ReadonlySet<string> = set(
	'fake false real true fact facts check checked checking headline headlines article news alert edit edited claim claimed ' +
		'claims quote quotes quoted question reminder spoiler thread post tweet wow lol omg fyi ps btw imo tldr hmm ' +
		'monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow',
);
