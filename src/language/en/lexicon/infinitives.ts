/**
 * The forms of irregular verbs, each row behind its infinitive. Forms that are mostly another word ("left", "ground",
 * "bound", "bore", "lay") are left out.
 */
const irregular = `
arise arose arisen
awake awoke awoken
beat beaten
become became
begin began begun
bend bent
bite bit bitten
blow blew blown
break broke broken
breed bred
bring brought
build built
burn burnt
buy bought
catch caught
choose chose chosen
cling clung
come came
creep crept
deal dealt
dig dug
draw drew drawn
dream dreamt
drink drank drunk
drive drove driven
eat ate eaten
fall fell fallen
feed fed
feel felt
fight fought
find found
flee fled
fly flew flown flies
forbid forbade forbidden
foresee foresaw foreseen
forget forgot forgotten
forgive forgave forgiven
freeze froze frozen
get got gotten
give gave given
go went gone
grow grew grown
hang hung
hear heard
hide hid hidden
hold held
keep kept
kneel knelt
know knew known
lead led
leap leapt
learn learnt
lend lent
light lit
lose lost
make made
mean meant
meet met
mislead misled
mistake mistook mistaken
overcome overcame
oversee oversaw overseen
overtake overtook overtaken
overthrow overthrew overthrown
pay paid
plead pled
prove proven
rebuild rebuilt
repay repaid
ride rode ridden
ring rang rung
rise rose risen
run ran
say said
see saw seen
seek sought
sell sold
send sent
shake shook shaken
shine shone
shoot shot
show shown
shrink shrank shrunk
sing sang sung
sink sank sunk
sit sat
slay slew slain
sleep slept
sling slung
speak spoke spoken
spend spent
spin spun
spit spat
spring sprang sprung
stand stood
steal stole stolen
stick stuck
sting stung
stride strode
strike struck stricken
strive strove striven
swear swore sworn
sweep swept
swim swam swum
swing swung
take took taken
teach taught
tear tore torn
tell told
think thought
throw threw thrown
tread trod trodden
undergo underwent undergone
understand understood
undertake undertook undertaken
undo undid undone
uphold upheld
wake woke woken
wear wore worn
weave wove woven
weep wept
win won
withdraw withdrew withdrawn
withhold withheld
withstand withstood
wring wrung
write wrote written
`;

/** Regular verbs too short for the rules of `stem`, which take "died" for a form of "di". */
const short = `
add added adding
cry cried cries
die died dies dying
dry dried dries
dye dyed
err erred erring
eye eyed
free freed
fry fried fries
glue glued gluing
lie lied lies lying
ply plied plies
pry pried pries
queue queued queuing
rue rued ruing
shy shied shies
spy spied spies
sue sued suing
tie tied ties tying
try tried tries
vie vied vies vying
`;

const rows = `${irregular.trim()}\n${short.trim()}`.split('\n').map((row) => row.split(' '));

/** Of each form that has another stem than its infinitive, the infinitive. */
export const infinitiveOf: ReadonlyMap<string, string> = new Map(
	rows.flatMap(([infinitive = '', ...forms]) => forms.map((form) => [form, infinitive] as const)),
);

const formsOf: ReadonlyMap<string, readonly string[]> = new Map(
	rows.flatMap((row) => row.map((form) => [form, row] as const)),
);

/** All forms of the irregular or short verb that a folded word is a form of, the word itself first; else the word alone. */
export const verbForms = (folded: string): readonly string[] => [
	...new Set([folded, ...(formsOf.get(folded) ?? [])]),
];
