const base =
	'say tell add ask reply answer explain note state claim argue insist write tweet announce declare warn admit ' +
	'acknowledge concede confirm deny suggest recall remark observe comment respond recount conclude continue ' +
	'complain joke quip vow pledge promise predict urge call describe stress emphasize emphasise reiterate repeat ' +
	'report reveal shout yell scream cry whisper mutter murmur muse exclaim lament boast brag charge allege assert ' +
	'contend maintain believe think feel caution counter retort rejoin interject object protest praise condemn ' +
	'criticize criticise blast slam dismiss deride denounce hail laud applaud thank apologize apologise agree disagree accuse ' +
	'advise recommend propose demand order implore plead beg offer post quote read speak testify inform refer label dub ' +
	'brand term deem compare liken signal indicate hint imply point cite mention relate tout decry bemoan ' +
	'crow gush rave rant fume rail thunder bellow roar chant sing recite chide scold admonish taunt tease mock ridicule ' +
	'opine theorize theorise speculate surmise reason reflect remember reminisce chuckle laugh smile sigh shrug nod beam grin ' +
	'sob wail groan moan snap bark growl sneer hiss snarl intone drawl sum elaborate expand clarify specify detail ' +
	'outline explicate interrupt inquire enquire wonder question query press challenge rebut refute fire shoot text email ' +
	'e-mail blog chime pipe crack deadpan ad-lib echo parrot rule find hold conclude assess characterize characterise portray ' +
	'depict frame paint couch defend justify assure reassure guarantee swear attest certify affirm underscore underline ' +
	'highlight volunteer venture proclaim pronounce profess preach lecture marvel enthuse exult rejoice celebrate ' +
	'mourn grumble gripe carp cheer invite encourage exhort instruct direct command appeal suggest summarize summarise begin start ' +
	'finish end close open conclude go';

const irregular: Record<string, string> = {
	say: 'said saying says',
	tell: 'told telling tells',
	write: 'wrote written writing writes',
	think: 'thought thinking thinks',
	feel: 'felt feeling feels',
	speak: 'spoke spoken speaking speaks',
	sing: 'sang sung singing sings',
	find: 'found finding finds',
	hold: 'held holding holds',
	read: 'read reading reads',
	begin: 'began begun beginning begins',
	shoot: 'shot shooting shoots',
	swear: 'swore sworn swearing swears',
	go: 'went going goes',
	forbid: 'forbade forbidden forbidding forbids',
	put: 'put putting puts',
	beg: 'begged begging begs',
	refer: 'referred referring refers',
	brag: 'bragged bragging brags',
	rebut: 'rebutted rebutting rebuts',
	quip: 'quipped quipping quips',
	admit: 'admitted admitting admits',
	nod: 'nodded nodding nods',
	sob: 'sobbed sobbing sobs',
	grin: 'grinned grinning grins',
	snap: 'snapped snapping snaps',
	slam: 'slammed slamming slams',
	hint: 'hinted hinting hints',
	sum: 'summed summing sums',
	shrug: 'shrugged shrugging shrugs',
	label: 'labeled labelled labeling labelling labels',
	dub: 'dubbed dubbing dubs',
	'ad-lib': 'ad-libbed ad-libbing ad-libs',
};

function forms(verb: string): string[] {
	const known = irregular[verb];
	if (known) return [verb, ...known.split(' ')];
	if (verb.endsWith('e')) return [verb, `${verb}d`, `${verb.slice(0, -1)}ing`, `${verb}s`];
	if (/[^aeiou]y$/.test(verb)) {
		const stem = verb.slice(0, -1);
		return [verb, `${stem}ied`, `${verb}ing`, `${stem}ies`];
	}
	if (/(s|sh|ch|x|z)$/.test(verb)) return [verb, `${verb}ed`, `${verb}ing`, `${verb}es`];
	return [verb, `${verb}ed`, `${verb}ing`, `${verb}s`];
}

/** Each form of a verb that reports speech, to its base form: "told" to "tell". */
export const cueVerbs: ReadonlyMap<string, string> = new Map(
	base.split(' ').flatMap((verb) => forms(verb).map((form) => [form, verb] as const)),
);

/** Verbs that hardly ever do anything but report speech: safe without other evidence. */
export const plainCues: ReadonlySet<string> = new Set(
	(
		'said says say told tells added adds asked asks replied explained noted wrote writes tweeted recalled insisted ' +
		'argued warned stated concluded remarked quipped joked continued admitted acknowledged conceded responded ' +
		'declared announced stressed emphasized observed commented answered exclaimed shouted yelled whispered ' +
		'muttered lamented vowed suggested complained reiterated testified'
	).split(' '),
);

/** Nouns for what is said: "her remark that …", "Orrin’s words". */
export const speechNouns: ReadonlySet<string> = new Set(
	(
		'words word remark remarks statement statements comment comments call calls warning claim claims promise pledge ' +
		'question questions speech tweet tweets argument assertion message response answer announcement description ' +
		'declaration letter view advice reply criticism complaint quote line slogan phrase chant chants suggestion ' +
		'explanation observation accusation charge request demand insistence admission conclusion observation opinion ' +
		'post email note memo testimony rhetoric mantra motto joke quip insult plea appeal vow book article report'
	).split(' '),
);
