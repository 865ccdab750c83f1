import { cuedPack, wordSet } from '../cued/pack.ts';
import { firstNames } from './first-names.ts';
import { leans } from './leaning.ts';

const offices = wordSet(`
	anwalt anwältin arzt ärztin bauer bäuerin bischof bischöfin bürgermeister chef chefin chefarzt direktor doktor dr
	fahrgast bischof bischöfin kommissar kommissarin general veteran veteranin forscher forscherin frontmann gast geschäftsführer graf gründer gründerin hausarzt historiker imam intendant
	intendantin kapitän kapitänin kanzler kanzlerin kläger klägerin koch köchin könig königin kollege kollegin künstler
	lehrer lehrerin leiter leiterin major meteorologe meteorologin minister ministerin nachbar nachbarin oberst ökonom
	ökonomin pfarrer pfarrerin pilot pilotin pressesprecher präsident präsidentin professor professorin prof psychologe
	psychologin rektor rektorin richter richterin senator senatorin soziologe soziologin sprecher sprecherin staatsanwalt
	staatsanwältin trainer trainerin verteidiger vater mutter vorsitzende vorsitzender vorstand wirt wirtin witwe zeuge
	zeugin biologe biologin geologe geologin archäologe archäologin schauspieler schauspielerin regisseur regisseurin
	abgeordnete abgeordneter beamter beamtin beauftragte beauftragter angeklagte angeklagter bewohner bewohnerin
`);
/** What nouns of people end in: "Taxifahrer", "Autorin", "Polizist", "Klimaforscherin". */
const ending =
	/(.{2}((er|ist|kommissar|veteran|general|kanzler|bischöf|ent|ant|eur|or|og|log|chef|rat|wart|anwält|ärzt|rät|bot|könig)in|er|ist|ent|ant|eur|or|oge|log|experten?|chef|bischof|kommissar|general|veteran|kanzler|rat|wart|mann|frau|anwalt|arzt|könig|bote)|vorsitzende[rn]?|abgeordnete[rn]?|beauftragte[rn]?|angestellte[rn]?|beamte[rn]?|jährige[rn]?|zeug(e|in)|kund(e|in)|schütz(e|in)|biolog(e|in)|geschwister)$/u;
/** What compounds of offices end in: a "Rechtsanwältin" is an "Anwältin". */
const heads =
	/(anwalt|anwältin|arzt|ärztin|bürgermeister(in)?|meister(in)?|chef(in)?|direktor(in)?|forscher(in)?|kanzler(in)?|leiter(in)?|minister(in)?|präsident(in)?|richter(in)?|sprecher(in)?|trainer(in)?|vorsitzende[rn]?|expert(e|in))$/u;
/** Things and bodies that end so too. */
const things = wordSet(`
	sender computer roboter motor sommer winter wasser oktober november dezember september januar februar moment kontinent
	prozent parlament dokument argument instrument faktor reaktor monitor theater zimmer meter kilometer liter opfer ufer
	feuer alter messer fenster center termin magazin medizin berlin wien köln ursprung restaurant garant elefant
	kommentar finger körper fehler leser ausländer jänner bundesrat stadtrat nationalrat gemeinderat aufsichtsrat
	verwaltungsrat betriebsrat zentralrat vorrat heirat apparat weiter
`);

/** What is known of German. */
export const german = cuedPack({
	language: 'de',
	abbreviations:
		'dr prof hr fr st ca bzw z.b u.a d.h nr str inkl ggf evtl mio mrd sog usw etc vgl ing med jur geb',
	beforeNumbers: 'abs bd mind nr rd tel zzgl abzgl',
	functionWords: `
		der die das den dem des ein eine einen einem einer eines und oder aber doch denn sondern auch noch nur schon sehr so
		wie als wenn weil weder entweder jeder obwohl angaben worten dass ob da dann damit dazu dafür dagegen daher darum dabei danach davor hier dort heute gestern
		morgen jetzt nun nicht kein keine keinen keiner ist sind war waren wird werden wurde wurden hat haben hatte hatten
		sein seine seinem seinen seiner ihr ihre ihrem ihren ihrer er sie es wir ihr ich du man mich mir dich uns euch ihm
		ihn ihnen sich dies diese dieser dieses diesem diesen jener jede jeder jedes alle alles viele viel mehr wenig
		weniger einige mehrere andere anderen in im an am auf aus bei beim bis durch für gegen hinter mit nach neben ohne
		seit trotz über um unter von vom vor während wegen zu zum zur zwischen laut zufolge was wer wo wohin woher warum
		wann welche welcher welches kann können konnte muss müssen soll sollen sollte will wollen darf dürfen mag bereits
		erst etwa zwar zudem außerdem allerdings jedoch trotzdem deshalb dennoch inzwischen zunächst schließlich derzeit
		bislang bisher künftig immer nie oft manchmal wieder weiter ganz genau gerade ja nein vielleicht sogar selbst
	`,
	negations: `
		nicht nichts nie niemals kein keine keinen keinem keiner keines niemand niemanden weder noch nein ohne
		kaum außer nirgends
	`,
	besideNegations: 'ein eine einen einem einer eines',
	numberWords: `
		null ein eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn
		zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig hundert tausend million millionen
		milliarde milliarden dutzend hälfte halb drittel viertel doppelt prozent
	`,
	cueVerbs: `
		sagt sagte sagten gesagt erklärt erklärte erklärten betont betonte betonten berichtet berichtete berichteten meint
		meinte meinten fordert forderte forderten kritisiert kritisierte kritisierten warnt warnte warnten kündigt kündigte
		räumt räumte teilt teilte teilten mitgeteilt schreibt schrieb schrieben geschrieben heißt hieß erzählt erzählte erzählten fragt
		fragte fragten antwortet antwortete antworteten entgegnet entgegnete ergänzt ergänzte ergänzten fügt fügte
		versichert versicherte versicherten behauptet behauptete behaupteten lobt lobte lobten spricht sprach sprachen nennt
		nannte nannten bezeichnet bezeichnete bezeichneten bestätigt bestätigte bestätigten bekräftigt bekräftigte
		unterstreicht unterstrich verspricht versprach gibt gab stellt stellte hält hielt findet fand glaubt glaubte
		verrät verriet klagt klagte ruft rief schimpft schimpfte freut freute wirft warf verteidigt verteidigte
		argumentiert argumentierte resümiert resümierte bilanziert bilanzierte scherzt scherzte äußert äußerte konstatiert
		konstatierte begründet begründete erinnert erinnerte kommentiert kommentierte mahnt mahnte appelliert appellierte
		beschreibt beschrieb zitiert zitierte sieht sah verweist verwies weist wies betonen sagen sagend beteuert beteuerte
		bedauert bedauerte prophezeit prophezeite urteilt urteilte rät riet präzisiert präzisierte hofft hoffte erwidert
		erwiderte führt führte rechnet rechnete erwartet erwartete befürchtet befürchtete fürchtet vermutet vermutete meldet meldete verlangt verlangte verkündet verkündete twittert twitterte postet postete gesteht gestand witzelt witzelte dankt dankte
		lästert lästerte lacht lachte prognostiziert prognostizierte jubelt jubelte stichelt stichelte spottet spottete
		poltert polterte kontert konterte flüstert flüsterte murmelt murmelte wettert wetterte moniert monierte bemängelt
		bemängelte bemängelten beklagt beklagte beklagten bemerkt bemerkte folgert folgerte wundert wunderte schreit schrie
		seufzt seufzte sinniert sinnierte empört empörte ärgert ärgerte unterstellt unterstellte informiert informierte
		informierten mutmaßt mutmaßte spekuliert spekulierte attestiert attestierte signalisiert signalisierte dementiert
		dementierte dementierten beschwert beschwerte droht drohte drohten wirbt warb rechtfertigt rechtfertigte analysiert
		analysierte ätzt ätzte höhnt höhnte grüßt bittet bat baten stöhnt stöhnte bekennt bekannte zeigt zeigte zeigten
		prahlt prahlte überlegt überlegte denkt dachte weiß wusste fährt fuhr fasst fasste bekundet bekundete
		erläutert erläuterte erläuterten schildert schilderte schilderten plädiert plädierte schwärmt schwärmte
	`,
	complementizers: 'dass daß',
	leans,
	rules: {
		pronouns: new Map([
			['er', 'm'],
			['sie', 'f'],
		]),
		auxiliaries: wordSet('hat habe hatte haben hatten ist war wird wurde worden sei'),
		fillers: wordSet(`
			am im heute gestern dann auch noch dazu nun jedoch aber weiter weiterhin dabei danach zudem außerdem später
			zunächst schließlich nach bei in auf dem der den einer einem anfrage montag dienstag mittwoch donnerstag freitag samstag
			sonntag montagabend dienstagabend mittwochabend donnerstagabend freitagabend vormittag nachmittag abend morgen
			unter anderem damals bereits selbst einmal immer wieder kürzlich jetzt hier etwa so ebenfalls sich uns mir ihm ihr
			gegenüber
		`),
		prepositions:
			wordSet(`an auf aus bei beim bis durch für gegen hinter in im mit nach neben ohne seit über um unter von vom vor zu zum
			zur zwischen gegenüber wegen trotz am ans`),
		toWhom: wordSet('gegenüber'),
		articles: new Map([
			['der', null],
			['die', null],
			['das', null],
			['ein', 'm'],
			['eine', null],
			['den', null],
			['dem', null],
			['des', null],
			['einer', null],
		]),
		indefinite: wordSet('ein eine einer einem'),
		ofWords: wordSet('von vom für im in'),
		conjunctions: wordSet('und'),
		accordingTo: [
			['laut'],
			['so'],
			['nach', 'angaben', 'von'],
			['nach', 'worten', 'von'],
			['nach', 'ansicht', 'von'],
		],
		accordingToBehind: wordSet('zufolge'),
		honorifics: new Map([
			['herr', 'm'],
			['herrn', 'm'],
			['frau', 'f'],
		]),
		honorificOffices: new Map(),
		firstNames,
		notNames: wordSet(`
			montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz april mai juni juli august
			september oktober november dezember anfang mitte ende jahr jahre woche monat uhr prozent euro deutschland europa
			eu berlin foto bild quelle video mehr stadt land kreis gemeinde regierung polizei feuerwehr zeitung
		`),
		particles: wordSet('von van de zu ter la le di al'),
		bodies: wordSet(`
			polizei feuerwehr regierung stadt gemeinde partei verband verein ministerium behörde gericht zeitung agentur
			unternehmen firma konzern bank universität klinik krankenhaus gewerkschaft kirche fraktion kommission
			staatsanwaltschaft verwaltung bericht mitteilung studie brief
		`),
		nounsHaveCapitals: true,
		dropsSubject: false,
		hasDashes: false,
		isCommonNoun: (word) =>
			/(ung|heit|keit|schaft|tion|ment|tät|nis|ismus|ungen|ien|ramm|pas|ie|en)$/u.test(word),
		officeOf: (noun) =>
			offices.has(noun) || /^expert(e|en|in)$/u.test(noun) || (ending.test(noun) && !things.has(noun))
				? {
						gender: /(in|ärztin|rätin|witwe|mutter)$/u.test(noun) ? 'f' : /(e|rat)$/u.test(noun) ? null : 'm',
					}
				: null,
		headsOf: (noun) => {
			const head = heads.exec(noun)?.[0];
			return head !== undefined && head !== noun ? [head] : [];
		},
		isEpithet: (noun) => /jährige[rn]?$/u.test(noun),
		genderOfSurname: () => null,
		genderOfVerb: () => null,
		isPlural: (verb) => /(ten|chen|ben|gen|fen|nen)$/u.test(verb),
		inverted: () => null,
		withoutElision: (word) => word,
		stem: (word) => word.replace(/['’]?s$/u, ''),
		isNominative: () => true,
	},
});
