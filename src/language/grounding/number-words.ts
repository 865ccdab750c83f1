/** Words for numbers: units add up, and multiply what stands before them where that is smaller ("two hundred"). */
const lists: Readonly<Record<string, string>> = {
	en: `zero 0 one 1 two 2 three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9 ten 10 eleven 11 twelve 12 thirteen 13
		fourteen 14 fifteen 15 sixteen 16 seventeen 17 eighteen 18 nineteen 19 twenty 20 thirty 30 forty 40 fifty 50 sixty 60
		seventy 70 eighty 80 ninety 90 hundred 100 thousand 1000 million 1000000 billion 1000000000 trillion 1000000000000
		dozen 12 score 20`,
	de: `null 0 zwei 2 zwo 2 drei 3 vier 4 fünf 5 sechs 6 sieben 7 acht 8 neun 9 zehn 10 elf 11 zwölf 12 sechzehn 16
		siebzehn 17 zwanzig 20 dreißig 30 vierzig 40 fünfzig 50 sechzig 60 siebzig 70 achtzig 80 neunzig 90 hundert 100
		tausend 1000 million 1000000 millionen 1000000 milliarde 1000000000 milliarden 1000000000 dutzend 12 eins 1`,
	fr: `zéro 0 deux 2 trois 3 quatre 4 cinq 5 six 6 sept 7 huit 8 neuf 9 dix 10 onze 11 douze 12 treize 13 quatorze 14
		quinze 15 seize 16 vingt 20 vingts 20 trente 30 quarante 40 cinquante 50 soixante 60 septante 70 huitante 80 nonante 90
		cent 100 cents 100 mille 1000 million 1000000 millions 1000000 milliard 1000000000 milliards 1000000000 douzaine 12
		dizaine 10 centaine 100 millier 1000`,
	es: `cero 0 uno 1 dos 2 tres 3 cuatro 4 cinco 5 seis 6 siete 7 ocho 8 nueve 9 diez 10 once 11 doce 12 trece 13 catorce 14
		quince 15 dieciséis 16 diecisiete 17 dieciocho 18 diecinueve 19 veinte 20 veintiuno 21 veintiún 21 veintidós 22
		veintitrés 23 veinticuatro 24 veinticinco 25 veintiséis 26 veintisiete 27 veintiocho 28 veintinueve 29 treinta 30
		cuarenta 40 cincuenta 50 sesenta 60 setenta 70 ochenta 80 noventa 90 cien 100 ciento 100 doscientos 200 doscientas 200
		trescientos 300 trescientas 300 cuatrocientos 400 cuatrocientas 400 quinientos 500 quinientas 500 seiscientos 600
		seiscientas 600 setecientos 700 setecientas 700 ochocientos 800 ochocientas 800 novecientos 900 novecientas 900
		mil 1000 millón 1000000 millones 1000000 docena 12`,
	ru: `ноль 0 два 2 две 2 двух 2 двум 2 двумя 2 двое 2 три 3 трёх 3 трех 3 тремя 3 трое 3 четыре 4 четырёх 4 четырех 4
		четверо 4 пять 5 пяти 5 пятью 5 шесть 6 шести 6 семь 7 семи 7 восемь 8 восьми 8 девять 9 девяти 9 десять 10 десяти 10
		одиннадцать 11 одиннадцати 11 двенадцать 12 двенадцати 12 тринадцать 13 четырнадцать 14 пятнадцать 15 шестнадцать 16
		семнадцать 17 восемнадцать 18 девятнадцать 19 двадцать 20 двадцати 20 тридцать 30 тридцати 30 сорок 40 сорока 40
		пятьдесят 50 пятидесяти 50 шестьдесят 60 семьдесят 70 восемьдесят 80 девяносто 90 сто 100 ста 100 двести 200
		двухсот 200 триста 300 трёхсот 300 четыреста 400 пятьсот 500 пятисот 500 шестьсот 600 семьсот 700 восемьсот 800
		девятьсот 900 тысяча 1000 тысячи 1000 тысяч 1000 тысячу 1000 миллион 1000000 миллиона 1000000 миллионов 1000000
		миллиард 1000000000 миллиарда 1000000000 миллиардов 1000000000`,
};

/**
 * Words that say how many without being a cardinal number. Each stands for itself: where the passages do not have it,
 * a sentence may not either.
 */
const vague: Readonly<Record<string, string>> = {
	en: `once twice thrice half halves third thirds quarter quarters tenth tenths double doubled doubles doubling triple
		tripled quadruple quadrupled halved dozens hundreds thousands millions billions trillions couple pair trio both
		first second fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth
		seventeenth eighteenth nineteenth twentieth thirtieth fortieth fiftieth hundredth thousandth majority single sole
		unanimous unanimously decade decades century centuries`,
	de: `halb halbe halben halbes hälfte drittel viertel fünftel zehntel doppelt doppelte doppelten verdoppelt dreifach
		beide beiden einmal zweimal dreimal dutzende hunderte tausende erste ersten erster zweite zweiten zweiter dritte
		dritten dritter vierte vierten fünfte fünften sechste siebte achte neunte zehnte mehrheit einstimmig jahrzehnt
		jahrzehnte jahrhundert`,
	fr: `demi demie moitié tiers quart quarts double doublé triple triplé deux-fois dizaines douzaines centaines milliers
		premier première deuxième second seconde troisième quatrième cinquième sixième septième huitième neuvième dixième
		couple paire unanimité majorité décennie siècle`,
	es: `medio media mitad tercio tercios cuarto cuartos doble triple duplicó triplicó docenas decenas cientos miles millones
		primer primero primera segundo segunda tercer tercero tercera cuarto cuarta quinto quinta sexto séptimo octavo noveno
		décimo ambos ambas mayoría unanimidad década siglo`,
	ru: `половина половины половину половине треть трети четверть четверти вдвое втрое дважды трижды десятки сотни сотен
		первый первая первое первые первого второй вторая второе второго третий третья третье третьего четвёртый пятый
		шестой седьмой восьмой девятый десятый оба обе большинство единогласно десятилетие век`,
};

const readList = (text: string): ReadonlyMap<string, number> => {
	const parts = text.split(/\s+/u).filter(Boolean);
	return new Map(parts.flatMap((word, at) => (at % 2 === 0 ? [[word, Number(parts[at + 1])] as const] : [])));
};

const cardinals = new Map(Object.entries(lists).map(([language, text]) => [language, readList(text)]));
const vagueWords = new Map(
	Object.entries(vague).map(([language, text]) => [language, new Set(text.split(/\s+/u).filter(Boolean))]),
);

/** Words for numbers in one language that mean something else in another, where they are not looked for. */
const ambiguous = new Set(
	(
		'null acht elf cent cents mille once dos son score six dix million mil tres seis cinq onze seize double ' +
		'triple second media medio miles quart couple premier minute demi sept'
	).split(' '),
);

/** The value of a word for a number in a language, or in another one where it means nothing else; else null. */
export function cardinalOf(word: string, language: string): number | null {
	const own = cardinals.get(language)?.get(word) ?? (language === 'de' ? germanCompound(word) : null);
	if (own !== null && own !== undefined) return own;
	if (ambiguous.has(word)) return null;
	for (const [other, values] of cardinals) {
		const value = other === language ? undefined : values.get(word);
		if (value !== undefined) return value;
	}
	return germanCompound(word);
}

/** Whether a word says how many in a vague way, in a language, or in another one where it means nothing else. */
export function isVagueNumber(word: string, language: string): boolean {
	if (vagueWords.get(language)?.has(word)) return true;
	if (ambiguous.has(word)) return false;
	return [...vagueWords].some(([other, words]) => other !== language && words.has(word));
}

const germanUnits = 'ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun';
const germanSmall = new Map<string, number>([
	...(cardinals.get('de') ?? new Map<string, number>()),
	['ein', 1],
	...[...'drei vier fünf acht neun'.split(' ')].map(
		(unit) => [`${unit}zehn`, 10 + (cardinals.get('de')?.get(unit) ?? 0)] as const,
	),
]);
const germanTens = new RegExp(
	`^(${germanUnits})und((?:zwan|drei|vier|fünf|sech|sieb|acht|neun)(?:zig|ßig))$`,
	'u',
);

/** "zweihundertvierunddreißig": numbers are written in one word. Null for any other word. */
function germanCompound(word: string): number | null {
	if (word.length > 60) return null;
	const known = word === 'ein' ? null : germanSmall.get(word);
	if (known !== undefined && known !== null) return known;
	for (const [name, factor] of [
		['tausend', 1_000],
		['hundert', 100],
	] as const) {
		const at = word.indexOf(name);
		if (at < 0) continue;
		const before = at === 0 ? 1 : (germanSmall.get(word.slice(0, at)) ?? germanCompound(word.slice(0, at)));
		const rest = word.slice(at + name.length).replace(/^und/u, '');
		const after = rest === '' ? 0 : (germanSmall.get(rest) ?? germanCompound(rest));
		return before === null || after === null ? null : before * factor + after;
	}
	const [, unit = '', tens = ''] = germanTens.exec(word) ?? [];
	const sum = (germanSmall.get(unit) ?? Number.NaN) + (germanSmall.get(tens) ?? Number.NaN);
	return Number.isNaN(sum) ? null : sum;
}
