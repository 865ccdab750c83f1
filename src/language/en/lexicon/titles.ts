const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Forms of address: they say nothing of an office. */
export const honorifics: ReadonlyMap<string, 'm' | 'f' | null> = new Map([
	['mr', 'm'],
	['mrs', 'f'],
	['ms', 'f'],
	['miss', 'f'],
	['mx', null],
	['sir', 'm'],
	['dame', 'f'],
	['lady', 'f'],
	['lord', 'm'],
	['dr', null],
	['prof', null],
	['rev', null],
	['herr', 'm'],
	['frau', 'f'],
	['señor', 'm'],
	['señora', 'f'],
	['madam', 'f'],
	['madame', 'f'],
	['monsieur', 'm'],
	['shri', 'm'],
	['smt', 'f'],
	['datuk', null],
	['dato', null],
	['datin', 'f'],
]);

/** Nouns for an office or a part that may be, capitalised or not, directly before a name. */
export const offices: ReadonlySet<string> = set(
	'president vice-president senator sen congressman congresswoman representative rep governor gov mayor secretary ' +
		'minister premier chancellor king queen prince princess pope cardinal bishop archbishop reverend father pastor rabbi ' +
		'imam sheikh ayatollah judge justice general gen colonel col major maj captain capt lieutenant lt sergeant sgt admiral ' +
		'adm corporal private officer detective inspector sheriff chief commissioner superintendent marshal director chairman ' +
		'chairwoman chair chairperson ceo cfo cto coo founder co-founder cofounder owner manager executive analyst economist strategist ' +
		'pollster adviser advisor aide spokesman spokeswoman spokesperson attorney lawyer counsel prosecutor solicitor ' +
		'barrister doctor dr professor prof researcher scientist historian author writer journalist reporter editor columnist ' +
		'correspondent anchor host commentator pundit actor actress singer musician artist director filmmaker producer comedian ' +
		'coach player quarterback captain trainer candidate nominee contender rival opponent activist organizer organiser advocate ' +
		'leader speaker deputy ambassador envoy diplomat delegate councilman councilwoman councilor councillor councilmember alderman ' +
		'assemblyman assemblywoman lawmaker legislator treasurer comptroller auditor clerk principal teacher student dean provost ' +
		'nurse physician surgeon psychologist psychiatrist farmer businessman businesswoman billionaire millionaire developer mogul ' +
		'magnate entrepreneur investor banker veteran resident neighbor neighbour voter supporter volunteer operative consultant ' +
		'official staffer intern secretary-general whip democrat republican libertarian conservative liberal independent tory ' +
		'democratic labour gop fellow colleague former ex-president incumbent wife husband son daughter brother sister mother ' +
		'mom dad uncle aunt cousin grandfather grandmother widow firefighter paramedic driver pilot worker engineer architect ' +
		'head boss member guru expert scholar lecturer curator critic agent broker trader baker chef brewer librarian sculptor painter poet ' +
		'harbourmaster harbormaster skipper fisherman fisherwoman shopkeeper headteacher headmaster headmistress warden ranger ' +
		'constable landlord landlady tenant passenger commuter cyclist survivor witness patient protester demonstrator ' +
		'commander brigadier major-gen maj-gen lt-gen brig-gen major-general lieutenant-general brigadier-general vice-admiral ' +
		'rear-admiral cllr pm mec mp mep msp mla mpp ' +
		'novelist playwright goalkeeper defender midfielder striker winger batsman bowler jockey sprinter plumber electrician ' +
		'carpenter accountant campaigner marcher hydrologist glaciologist astronomer biologist geologist chemist physicist ' +
		'operator landrat landrätin bürgermeister bürgermeisterin kanzler kanzlerin',
);

/** Callings that many bear as a surname, or that are no office: a title only before a first name and a surname. */
export const callings: ReadonlySet<string> = set(
	'magistrate fishmonger ironmonger butcher grocer greengrocer tailor cobbler blacksmith locksmith goldsmith silversmith ' +
		'beekeeper shepherd gardener cleaner waiter waitress barber hairdresser florist pharmacist dentist midwife optician carer ' +
		'caretaker janitor miner sailor surveyor translator interpreter busker dancer choreographer composer conductor violinist ' +
		'cellist pianist drummer guitarist vicar curate bursar verger steward stewardess lifeguard postman postwoman milkman ' +
		'builder boatbuilder bricklayer roofer welder glazier potter weaver thatcher cooper joiner mechanic technician programmer ' +
		'designer illustrator photographer cartoonist blogger podcaster influencer referee umpire gymnast swimmer skier rower runner ' +
		'climber wrestler golfer cricketer footballer boxer miller fisher hunter forester woodcutter stonemason mason turner ' +
		'bookseller publican innkeeper lockkeeper lighthousekeeper gamekeeper goatherd cheesemaker winemaker watchmaker ' +
		'glassblower seamstress dressmaker milliner undertaker gravedigger stationmaster signalman lamplighter ferryman boatman ' +
		'bargee docker stevedore trawlerman archaeologist anthropologist sociologist criminologist meteorologist oceanographer ' +
		'veterinarian vet paediatrician pediatrician cardiologist oncologist epidemiologist virologist toxicologist pathologist ' +
		'coroner bailiff notary sommelier barista barman barmaid bartender grower dealer auctioneer estate-agent',
);

/** Letters behind a name for an order, a seat or a degree: no part of it. */
export const honours: ReadonlySet<string> = set(
	'MBE OBE CBE KBE DBE MP MEP MSP MLA MPP TD KC QC JP AO AM OAM FRS',
);

/** Last words of those who are credited with a picture: a name may follow in the same run of capitals. */
export const credits: ReadonlySet<string> = set('images pictures photos photography mail media press');

/** Capitalised words that modify an office or are around one ("US", "House", "Republican"). */
export const officeModifiers: ReadonlySet<string> = set(
	'us u.s. u.s uk u.k. un u.n. eu house senate white state states national federal deputy assistant acting interim former ' +
		'republican democratic democrat gop conservative liberal labour green libertarian tea party majority minority foreign ' +
		'prime defense defence interior finance treasury home health education labor justice attorney general first lady ' +
		'american british french german russian chinese israeli iranian canadian mexican italian spanish ukrainian turkish ' +
		'supreme court chief executive vice senior junior co press police fire county city district campaign staff ' +
		'new south north york jersey carolina dakota hampshire mexico virginia',
);

/** Last words of the names of bodies rather than people. */
export const bodies: ReadonlySet<string> = set(
	'party committee commission council congress senate house court university college school institute institution center ' +
		'centre foundation association union society group inc corp co company ltd llc bank department ministry agency bureau ' +
		'office administration service force army navy police guard board authority network news times post journal tribune ' +
		'herald globe guardian magazine press media radio television tv club league team federation alliance coalition front ' +
		'movement church hospital museum library partners associates fund trust project campaign caucus parliament assembly ' +
		'cabinet embassy airlines airport hotel street avenue road river lake mountain island islands county city state states ' +
		'province region republic kingdom bridge park square tower hall stadium theater theatre act bill law amendment ' +
		'constitution treaty agreement accord award prize festival olympics war battle day week month year game show series ' +
		'police equities securities holdings systems technologies industries solutions records reports studios entertainment ' +
		'laboratories labs airways railways motors utilities resources ventures guild chamber cooperative co-operative collective',
);

const women = set(
	'congresswoman chairwoman spokeswoman businesswoman councilwoman assemblywoman policewoman stateswoman saleswoman woman ' +
		'girl lady actress queen princess wife daughter sister mother mom aunt niece grandmother granddaughter widow bride ' +
		'heroine hostess waitress nun headmistress landlady fisherwoman mistress girlfriend stepmother stepdaughter ex-wife heiress duchess',
);
const men = set(
	'congressman chairman spokesman businessman councilman assemblyman policeman statesman salesman man boy gentleman king ' +
		'prince husband son brother father dad uncle nephew grandfather grandson widower monk headmaster landlord ' +
		'fisherman alderman boyfriend stepfather stepson ex-husband cardinal archbishop pope imam rabbi duke fireman frontman',
);

/** The gender that a noun for a person shows, or null. */
export const nounGender = (lower: string): 'm' | 'f' | null =>
	women.has(lower) ? 'f' : men.has(lower) ? 'm' : null;
