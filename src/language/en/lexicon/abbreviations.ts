/** Abbreviations that are before a name and so never end a sentence. */
export const beforeNames: ReadonlySet<string> = new Set(
	(
		'mr mrs ms mx dr drs prof profs sens reps govs gens rev fr sr jr st gen lt col sgt capt cpl cmdr adm maj pvt sen rep gov pres hon supt ' +
		'det insp atty asst assoc messrs mme mlle msgr sra srta hr herr ste pfc ald cllr rt wm chas geo thos jos'
	).split(' '),
);

/** Abbreviations that may also end a sentence: they do when a sentence plainly starts after them. */
export const inSentences: ReadonlySet<string> = new Set(
	(
		'jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun ' +
		'ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ' +
		'ore pa penn tenn tex vt va wash wis wyo inc co corp ltd llc bros vs v no nos vol ed eds approx est dept ' +
		'univ assn ave blvd rd ft mt fig pp pg etc al e.g i.e a.m p.m u.s u.k u.n d.c n.y n.j l.a'
	).split(' '),
);

/** Abbreviations in small letters that end no sentence, whatever follows. */
export const neverLast: ReadonlySet<string> = new Set('approx ca cf esp excl incl resp v viz vs'.split(' '));

/** Abbreviations that end no sentence before a number. */
export const beforeNumbers: ReadonlySet<string> = new Set(
	'approx art c ca ch circa est excl ext fig incl max min no nos p par pp sec tel vol vols'.split(' '),
);

/** Words that plainly start a sentence behind an abbreviation. */
export const starters: ReadonlySet<string> = new Set(
	'the a an he she it they we i but and in on at this that there these those his her'.split(' '),
);
