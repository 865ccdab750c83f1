const table = (rows: string): readonly (readonly string[])[] =>
	rows
		.trim()
		.split('\n')
		.map((row) => row.split(' '));

/**
 * Acts that stand in the same places of a sentence, so that word vectors hold them for alike, and that are not the same:
 * who built something need not have designed it.
 */
export const distinctActs = table(`
design build paint repair pay own fund insure inspect visit
write edit translate illustrate review
direct produce compose perform conduct
arrest charge convict sentence acquit
attend organise organize host chair cancel
`);

/** Verbs of two words, and the verbs of one word that say the same. */
export const phrasalVerbs: readonly (readonly [verb: string, particle: string, ...means: string[]])[] =
	table(`
turn down reject refuse decline
call off cancel scrap
put off postpone delay
tear down demolish destroy
pull down demolish destroy
knock down demolish destroy
take over acquire
bring in introduce
carry out conduct perform
set up found establish create
shut down close
step down resign quit
give up abandon surrender
break out begin start erupt
hand over deliver surrender
lay off dismiss fire
vote to approve decide agree back support
vote for approve back support
vote against reject oppose refuse
sign off approve
agree to approve accept
`) as readonly (readonly [string, string, ...string[]])[];
