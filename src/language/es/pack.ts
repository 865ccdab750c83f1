import { cuedPack, wordSet } from '../cued/pack.ts';
import { firstNames } from './first-names.ts';
import { leans } from './leaning.ts';

const common = wordSet(`
	alcalde juez portavoz líder artista periodista especialista responsable cantante estudiante capitán piloto
	economista sindicalista electricista taxista dentista analista fiscal testigo representante comerciante teniente
	comandante concejal policía guía atleta deportista futbolista ayudante dirigente residente habitante general
	coronel canciller jefe príncipe rey obispo padre hijo hermano cura
`);
const women = wordSet(
	'alcaldesa jueza jefa actriz reina princesa madre hija hermana líder capitana presidenta ministra directora',
);
/** Endings of what people do: "directora", "pescador", "vecino". */
const ending =
	/(dor|dora|tor|tora|sor|sora|ero|era|ario|aria|ólogo|óloga|ógrafo|ógrafa|ático|ática|ónomo|ónoma|ista|ente|enta|iente|ante|ado|ada|ino|ina|ano|ana|ico|ica|ajal|astra|astro)$/u;
const nouns = wordSet(`
	presidente presidenta vicepresidente vicepresidenta ministro ministra director directora consejero consejera
	secretario secretaria portavoz diputado diputada senador senadora gobernador gobernadora embajador embajadora
	entrenador entrenadora médico médica doctor doctora enfermero enfermera profesor profesora maestro maestra investigador
	investigadora científico científica biólogo bióloga historiador historiadora arquitecto arquitecta ingeniero ingeniera
	abogado abogada escritor escritora autor autora actor músico música pintor pintora vecino vecina pescador pescadora
	agricultor agricultora ganadero ganadera panadero panadera cocinero cocinera obrero obrera empresario empresaria
	propietario propietaria fundador fundadora gerente delegado delegada candidato candidata jugador jugadora delantero
	delantera portero portera campeón campeona bombero bombera inspector inspectora farmacéutico farmacéutica geólogo geóloga
	meteorólogo meteoróloga climatólogo climatóloga sociólogo socióloga psicólogo psicóloga politólogo politóloga
	arqueólogo arqueóloga rector rectora decano decana coordinador coordinadora encargado encargada técnico técnica
	marinero marinera patrón patrona barquero barquera pastor pastora apicultor apicultora bibliotecario bibliotecaria
	comisario comisaria magistrado magistrada letrado letrada experto experta pasajero pasajera conductor conductora
	camarero camarera dueño dueña abuelo abuela viudo viuda nieto nieta compañero compañera edil exalcalde exministro
	exministra mandatario mandataria titular veterinario veterinaria librero librera
`);

/** What is known of Spanish. */
export const spanish = cuedPack({
	language: 'es',
	abbreviations: 'sr sra sres srta dr dra d dª prof profa ud uds etc av pág núm art aprox gral lic ing',
	beforeNumbers: 'aprox cap máx mín núm pág tel',
	functionWords: `
		el la los las lo un una unos unas de del al a y e o u pero mas sino que quien quienes cual cuales cuyo cuya este esta
		estos estas ese esa esos esas aquel aquella eso esto ello él ella ellos ellas yo tú nosotros vosotros usted ustedes
		me te se nos os le les su sus mi mis tu tus nuestro nuestra nuestros nuestras en con sin por para según sobre tras
		ante bajo desde hasta hacia entre contra durante mediante como cuando donde porque si no sí ni ya muy más menos también
		tampoco así entonces luego después antes ahora hoy ayer mañana siempre nunca aquí allí es son era eran fue fueron
		ser está están estaba ha han había habían hay tiene tienen puede pueden debe todo todos toda todas otro otra otros otras
		mismo misma cada varios varias algunos algunas ningún ninguna algo nada alguien nadie aunque mientras pues además
		sin embargo finalmente además preguntado preguntada lunes martes miércoles jueves viernes sábado domingo
	`,
	negations: `
		no ni nunca jamás nada nadie ningún ninguno ninguna tampoco sin apenas excepto salvo
	`,
	besideNegations: 'un una unos unas',
	numberWords: `
		cero un uno una dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince veinte
		treinta cuarenta cincuenta sesenta setenta ochenta noventa cien ciento cientos doscientos quinientos mil
		miles millón millones docena docenas mitad medio tercio cuarto doble triple por
	`,
	cueVerbs: `
		informó informa informaron ironizó ironiza dijo dice decía dicho dijeron dicen afirmó afirma afirmaba afirmado afirmaron aseguró asegura aseguraba asegurado
		aseguraron explicó explica explicaba explicado explicaron añadió añade añadía añadido agregó agrega agregado señaló
		señala señalaba señalado señalaron declaró declara declaraba declarado declararon indicó indica indicaba indicado
		manifestó manifiesta manifestado manifestaron sostuvo sostiene sostenía sostenido subrayó subraya subrayado destacó
		destaca destacado recordó recuerda recordaba recordado contó cuenta contaba contado relató relata relatado advirtió
		advierte advertía advertido denunció denuncia denunciado denunciaron criticó critica criticado criticaron lamentó
		lamenta lamentaba lamentado reconoció reconoce reconocía reconocido admitió admite admitido insistió insiste insistía
		insistido respondió responde respondía respondido contestó contesta contestado replicó replica comentó comenta comentaba
		comentado confirmó confirma confirmado anunció anuncia anunciado prometió promete prometido pidió pide pedía pedido
		pidieron preguntó pregunta preguntaba preguntado exclamó exclama reiteró reitera reiterado concluyó concluye concluido
		precisó precisa precisado apuntó apunta apuntaba apuntado opinó opina opinaba opinado consideró considera consideraba
		considerado celebró celebra celebrado defendió defiende defendía defendido confesó confiesa confesado resumió resume
		bromeó bromea escribió escribe escrito detalló detalla detallado puntualizó puntualiza matizó matiza zanjó zanja
		sentenció sentencia reclamó reclama reclamado exigió exige exigido calificó califica calificado describió describe
		definió define tildó tilda espetó espeta susurró gritó avisó avisa avisado alertó alerta alertado argumentó argumenta
		argumentado justificó justifica aclaró aclara aclarado enfatizó enfatiza valoró valora valorado resaltó resalta
		quejó queja felicitó felicita agradeció agradece cuestionó cuestiona planteó plantea rechazó rechaza vaticinó remarcó
		remarca evocó narra narró prosiguió prosigue
	`,
	complementizers: 'que',
	leans,
	rules: {
		pronouns: new Map([
			['él', 'm'],
			['ella', 'f'],
		]),
		auxiliaries: wordSet('ha han había habían fue'),
		fillers: wordSet(`
			se le les nos ayer hoy también además luego después entonces este esta lunes martes miércoles jueves viernes sábado
			domingo mañana tarde noche ya no así siempre ante la los prensa medios periodistas en un una comunicado entrevista
			declaraciones a por su parte poco antes al término del acto reunión con ironía tras pleno rueda de el
		`),
		prepositions: wordSet(
			'a al de del en con sin por para según sobre tras ante bajo desde hasta hacia entre contra durante',
		),
		toWhom: wordSet('ante'),
		articles: new Map([
			['el', 'm'],
			['la', 'f'],
			['los', null],
			['las', null],
			['un', 'm'],
			['una', 'f'],
			['su', null],
			['este', 'm'],
			['esta', 'f'],
		]),
		indefinite: wordSet('un una'),
		ofWords: wordSet('de del'),
		conjunctions: wordSet('y e'),
		accordingTo: [
			['según'],
			['para'],
			['a', 'juicio', 'de'],
			['en', 'palabras', 'de'],
			['en', 'opinión', 'de'],
		],
		accordingToBehind: wordSet(''),
		honorifics: new Map([
			['sr', 'm'],
			['señor', 'm'],
			['don', 'm'],
			['sra', 'f'],
			['señora', 'f'],
			['doña', 'f'],
			['srta', 'f'],
			['dr', 'm'],
			['dra', 'f'],
		]),
		honorificOffices: new Map(),
		firstNames,
		notNames: wordSet(`
			foto vídeo leer efe españa europa ong oenegé
		`),
		particles: wordSet('de del la las los y e da do di van von der den ter bin al'),
		bodies: wordSet(`
			policía ayuntamiento gobierno ministerio partido asociación sindicato federación empresa compañía grupo banco
			universidad hospital agencia diario periódico comisión tribunal fiscalía plataforma club consejo asamblea informe
			estudio carta comunicado junta alcaldía cofradía ciudad región organización emisora cadena televisión radio unidad
		`),
		nounsHaveCapitals: false,
		dropsSubject: true,
		hasDashes: true,
		isCommonNoun: () => false,
		officeOf: (noun) => {
			if (!nouns.has(noun) && !common.has(noun) && !women.has(noun)) return null;
			if (women.has(noun)) return { gender: 'f' };
			if (common.has(noun)) return { gender: null };
			return { gender: ending.test(noun) && noun.endsWith('a') ? 'f' : 'm' };
		},
		headsOf: () => [],
		isEpithet: (noun) =>
			/^(joven|mandatari[oa]|treintañer[oa]|cuarentañer[oa]|septuagenari[oa]|octogenari[oa])$/u.test(noun),
		genderOfSurname: () => null,
		genderOfVerb: () => null,
		isPlural: (verb) => /(ron|en|an)$/u.test(verb) && verb.length > 4,
		inverted: () => null,
		withoutElision: (word) => word,
		stem: (word) => word,
		isNominative: () => true,
	},
});
