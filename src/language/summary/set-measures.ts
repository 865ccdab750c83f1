/** What is measured of a set of sentences, besides what it is expected to cover. */
export const setMeasures = [
	...['words expected', 'pairs expected', 'share of words', 'share of pairs', 'share of open words'],
	...['hits of words', 'hits of pairs', 'hits of open words', 'hits of closed words', 'likely words'],
	...['length', 'shortest', 'longest', 'brevity', 'long sentences', 'quoted', 'quotations', 'reported'],
	...['first', 'second', 'third', 'fourth', 'places', 'first place', 'last place', 'share of places', 'far'],
	...[
		'capitals',
		'numbers',
		'has number',
		'repeated',
		'frequent words',
		'of beginning',
		'share in beginning',
	],
	...['additions', 'leaning', 'neighbours', 'share of all words', 'shared with beginning'],
	...[
		'chance',
		'least chance',
		'most chance',
		'likeliest pairs',
		'likely pairs',
		'recurring',
		'least recurring',
	],
	...['chance of pairs', 'least chance of pairs'],
] as const;
