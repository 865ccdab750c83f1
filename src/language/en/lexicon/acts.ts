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

/**
 * Stances and turns of a life, each with words that tell it: who opposed something, and when somebody died, is not told by
 * a sentence without any of its row. Word vectors hold "oppose" and "approve" for alike.
 */
export const stances = table(`
die death dead died kill murder slay execute perish funeral obituary late
born birth bear native birthplace birthday
marry marriage wed wedding husband wife spouse bride groom widow widower
divorce divorced separate separation split
against oppose object objection opponent opposition resist resistance protest criticise criticize criticism critic disagree complain
oppose object objection opponent opposition resist resistance protest against criticise criticize criticism critic condemn denounce attack decry slam reject veto disagree complain complaint fight hostile sceptical skeptical
criticise criticize criticism critic condemn denounce attack slam decry blame fault rebuke scold accuse oppose object against complain mock disappoint
reject rejection refuse refusal veto decline rebuff against
support supporter back backer backing endorse endorsement favour favor approve approval welcome praise defend advocate champion agree
praise applaud hail welcome commend thank admire congratulate celebrate laud salute
welcome praise applaud hail support greet glad pleased
condemn denounce criticise criticize decry deplore attack slam
blame accuse fault responsible charge
accuse blame charge allege allegation accusation denounce
deny denial refute dispute reject contradict
warn warning caution alarm threaten threat fear alert
promise vow pledge commit guarantee swear assure commitment
threaten threat warn warning
doubt question sceptical skeptical sceptic skeptic unsure suspect doubtful
fear afraid worry worried concern concerned anxious dread alarm
apologise apologize apology sorry regret
protest protester demonstrate demonstration demonstrator march rally oppose
boycott avoid strike shun
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
