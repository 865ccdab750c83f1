import { cuedPack, wordSet } from '../cued/pack.ts';
import { firstNames } from './first-names.ts';
import { leans } from './leaning.ts';

/** Offices and parts of people whose form does not tell the gender. */
const common = wordSet(`
	maire ministre juge architecte artiste journaliste spécialiste responsable membre porte-parole capitaine collègue
	pilote peintre philosophe géographe biologiste économiste chimiste géologue sociologue historien-géographe athlète
	élève secrétaire propriétaire bénévole guide dentiste vétérinaire comptable fonctionnaire syndicaliste garagiste
	libraire bibliothécaire analyste climatologue psychologue archéologue océanographe politologue écologiste député-maire
	commissaire gendarme notaire interprète chef cheffe témoin médecin professeur
`);
const men = wordSet(`
	président directeur entraîneur conseiller député sénateur préfet patron porte-parole avocat procureur chercheur
	historien musicien mécanicien chirurgien pharmacien gardien agriculteur éleveur pêcheur vigneron boulanger cuisinier
	ouvrier fermier instituteur enseignant étudiant habitant voisin vendeur acteur réalisateur auteur écrivain romancier
	éditeur ingénieur technicien constructeur fondateur administrateur gérant délégué adjoint élu maître colonel
	commandant lieutenant général pompier policier évêque curé pasteur premier-ministre roi prince défenseur attaquant
	gardien milieu joueur champion vainqueur candidat père fils frère oncle grand-père marin armateur plombier facteur
	négociateur inspecteur rapporteur vice-président secrétaire-général magistrat chanteur danseur sculpteur
	compositeur conservateur batelier passeur berger apiculteur
`);
const women = wordSet(`
	présidente directrice entraîneuse conseillère députée sénatrice préfète patronne avocate procureure chercheuse
	historienne musicienne mécanicienne chirurgienne pharmacienne gardienne agricultrice éleveuse pêcheuse vigneronne
	boulangère cuisinière ouvrière fermière institutrice enseignante étudiante habitante voisine vendeuse actrice
	réalisatrice autrice auteure écrivaine romancière éditrice ingénieure technicienne fondatrice administratrice gérante
	déléguée adjointe élue mairesse colonelle commandante pompière policière pasteure reine princesse joueuse championne
	candidate mère fille sœur tante grand-mère négociatrice inspectrice rapporteuse vice-présidente magistrate chanteuse
	danseuse sculptrice compositrice conservatrice bergère apicultrice infirmière
`);

/** What is known of French. */
export const french = cuedPack({
	language: 'fr',
	abbreviations: 'm mm mme mmes mlle dr pr me st ste etc cf av p art no vol env',
	beforeNumbers: 'chap env n tél',
	functionWords: `
		le la les l un une des du de d au aux à et ou où mais donc or ni car que qu qui quoi dont ce cet cette ces c se s
		sa son ses leur leurs notre nos votre vos mon ma mes ton ta tes il elle ils elles on nous vous je j tu me te lui
		eux en y ne n pas plus moins très trop aussi ainsi alors après avant avec sans sous sur dans par pour vers chez
		contre depuis dès pendant entre malgré selon comme si quand lorsque puisque parce bien encore déjà toujours jamais
		ici là hier aujourd'hui demain est sont était étaient être a ont avait avaient avoir fait font peut peuvent doit
		tout tous toute toutes même autre autres chaque plusieurs quelques aucun aucune cela ça ceci celui celle ceux
		celles pourtant cependant toutefois enfin puis ensuite désormais notamment surtout seulement presque lundi mardi
		mercredi jeudi vendredi samedi dimanche interrogé interrogée invité invitée interrogés face outre grâce
	`,
	negations: `
		ne n n' pas non jamais rien personne aucun aucune ni sans nul nulle guère plus sauf
	`,
	besideNegations: 'un une des du de d',
	numberWords: `
		zéro un une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt
		trente quarante cinquante soixante quatre-vingt cent cents mille million millions milliard milliards
		dizaine dizaines douzaine centaine centaines millier milliers moitié tiers quart double triple pour
	`,
	cueVerbs: `
		dit disait dire déclare déclarait déclaré affirme affirmait affirmé explique expliquait expliqué ajoute ajoutait
		ajouté précise précisait précisé raconte racontait raconté souligne soulignait souligné estime estimait estimé
		assure assurait assuré confie confiait confié indique indiquait indiqué rappelle rappelait rappelé note notait noté
		regrette regrettait regretté dénonce dénonçait dénoncé critique critiquait critiqué répond répondait répondu
		répète répétait répété reconnaît reconnaissait reconnu admet admettait admis insiste insistait insisté
		prévient prévenait prévenu avertit averti promet promettait promis annonce annonçait annoncé constate constatait
		constaté résume résumait résumé lance lançait lancé glisse glissait glissé poursuit poursuivait poursuivi conclut
		concluait conclu commente commentait commenté martèle martelait martelé juge jugeait jugé considère considérait
		considéré observe observait observé soutient soutenait soutenu plaide plaidait plaidé écrit écrivait demande
		demandait demandé demandent interroge interrogeait s'interroge s'insurge s'indigne s'étonne s'inquiète s'agace s'amuse se réjouit
		réjouit réjoui félicite félicité salue saluait salué évoque évoquait évoqué détaille détaillait détaillé témoigne
		témoignait témoigné soupire soupirait soupiré sourit souriait souri plaisante plaisanté crie tranche tranché nuance nuancé renchérit renchéri tempère
		tempéré ironise ironisé déplore déploré fustige fustigé réplique répliqué rétorque rétorqué s'exclame s'exclamait exclamé
		accuse accusait accusé accusent s'emporte confirme confirmait confirmé qualifie qualifié parle parlait décrit décrivait complète complété
		disent déclarent affirment expliquent estiment assurent réclament réclame réclamé exige exigé espère espérait
		espéré pense pensait croit se souvient souvient souvenait balaie balayé murmure murmuré crie crié reprend reprenait
		défend défendu défendait vante vanté analyse analysé promettent jure juré avoue avoué révèle révélé
	`,
	complementizers: "que qu'",
	leans,
	rules: {
		pronouns: new Map([
			['il', 'm'],
			['elle', 'f'],
		]),
		auxiliaries: wordSet("a ont avait avaient est était s'est s'était aura"),
		fillers: wordSet(`
			lui leur nous m'a l'a encore aussi ainsi alors donc hier lundi mardi mercredi jeudi vendredi samedi dimanche
			matin soir ensuite enfin également notamment d'abord d'emblée toutefois cependant même déjà simplement plus tard
			de son côté pour sa part en avec par ailleurs quant à lui elle aujourd'hui toujours souvent volontiers longuement
			nous-mêmes à l'antenne hier jeudi soir d'ailleurs sobrement ce cette se
		`),
		prepositions:
			wordSet(`à au aux de du des d' en dans par pour sur sous chez vers avec sans contre entre depuis devant derrière
			auprès selon parmi dont face envers malgré`),
		toWhom: wordSet('auprès devant'),
		articles: new Map([
			['le', 'm'],
			['la', 'f'],
			['les', null],
			['un', 'm'],
			['une', 'f'],
			['son', null],
			['sa', null],
			['notre', null],
			['cet', 'm'],
			['cette', 'f'],
			['ce', 'm'],
		]),
		indefinite: wordSet('un une'),
		ofWords: wordSet("de du des d'"),
		conjunctions: wordSet('et'),
		accordingTo: [['selon'], ["d'après"], ['pour'], ['dixit']],
		accordingToBehind: wordSet(''),
		honorifics: new Map([
			['m', 'm'],
			['monsieur', 'm'],
			['mme', 'f'],
			['madame', 'f'],
			['mlle', 'f'],
			['me', null],
			['dr', null],
			['docteur', null],
			['pr', null],
		]),
		honorificOffices: new Map([['me', 'avocate']]),
		firstNames,
		notNames: wordSet(`
			français française européen européenne photo vidéo lire afp ong
		`),
		particles: wordSet('de du des la le d van von el ben al ter der'),
		bodies: wordSet(`
			police gendarmerie préfecture mairie ville commune gouvernement ministère parti association syndicat fédération
			entreprise société groupe banque université hôpital clinique agence journal quotidien commission tribunal parquet
			collectif club région département conseil assemblée rapport étude lettre communiqué
		`),
		nounsHaveCapitals: false,
		dropsSubject: false,
		hasDashes: true,
		isCommonNoun: () => false,
		officeOf: (noun) =>
			women.has(noun)
				? { gender: 'f' }
				: men.has(noun)
					? { gender: 'm' }
					: common.has(noun)
						? { gender: null }
						: null,
		headsOf: () => [],
		isEpithet: (noun) =>
			/^(trentenaire|quadragénaire|quinquagénaire|sexagénaire|septuagénaire|octogénaire|adolescente?)$/u.test(
				noun,
			),
		genderOfSurname: () => null,
		genderOfVerb: () => null,
		isPlural: (verb) => verb.endsWith('ent') && verb.length > 4,
		inverted: (word) => {
			const [, verb, pronoun] = /^(\p{L}[\p{L}']*?)(?:-t)?-(ils?|elles?)$/u.exec(word) ?? [];
			return verb && pronoun ? { verb, pronoun } : null;
		},
		withoutElision: (word) => word.replace(/^(l|d|qu|n|s|m|j|t|c)'(?=\p{L})/u, ''),
		stem: (word) => word,
		isNominative: () => true,
	},
});
