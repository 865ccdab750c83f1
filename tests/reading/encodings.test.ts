import { describe, expect, it } from 'vitest';
import { decode } from '../../src/reading/decode.ts';

/** The bytes of a text in an encoding of single bytes. */
function encode(text: string, encoding: string): Uint8Array {
	const all = new TextDecoder(encoding).decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
	return Uint8Array.from([...text], (character) => {
		const byte = all.indexOf(character);
		if (byte < 0) throw new RangeError(`${character} is not in ${encoding}`);
		return byte;
	});
}

const texts = {
	russian:
		'Совет гавани одобрил новый причал\n\nСовет гавани во вторник одобрил строительство нового причала после спора, который длился два года.\n\n«Мы всё посчитали», — сказала глава совета.\n',
	ukrainian:
		'Рада гавані схвалила новий причал\n\nРада гавані у вівторок схвалила будівництво нового причалу після суперечки, яка тривала два роки. Мешканці їздили на збори щотижня.\n',
	arabic:
		'مجلس الميناء يوافق على رصيف جديد\n\nوافق مجلس الميناء يوم الثلاثاء على بناء رصيف جديد بعد خلاف استمر عامين مع الصيادين.\n\nوقالت رئيسة المجلس إن العمل سيبدأ في الربيع.\n',
	greek:
		'Το λιμάνι αποκτά νέα προβλήτα\n\nΤο συμβούλιο του λιμανιού ενέκρινε την Τρίτη τη νέα προβλήτα, έπειτα από διαφωνία δύο ετών με τους ψαράδες.\n',
	hebrew:
		'מועצת הנמל אישרה רציף חדש\n\nמועצת הנמל אישרה ביום שלישי לבנות רציף חדש אחרי מחלוקת של שנתיים עם הדייגים.\n',
	czech:
		'Přístav dostane nové molo\n\nRada přístavu v úterý schválila stavbu nového mola. Spor s rybáři trval dva roky a řešil se i u soudu, řekla předsedkyně.\n',
	polish:
		'Port dostanie nowe molo\n\nRada portu zgodziła się we wtorek na budowę nowego mola. Spór z rybakami trwał dwa lata i zakończył się ugodą, powiedziała przewodnicząca.\n',
	turkish:
		'Limana yeni iskele yapılacak\n\nLiman meclisi salı günü yeni iskelenin yapımını onayladı. Balıkçılarla süren anlaşmazlık iki yıl sürdü, dedi başkan.\n',
	french:
		'Le port aura une nouvelle jetée\n\nLe conseil du port a approuvé mardi la construction d’une nouvelle jetée, après deux ans de débats avec les pêcheurs.\n',
	english:
		'The pier gets longer\n\nThe harbour board said “yes” on Tuesday – after two years of talks – and the town’s fishers said “at last”.\n',
};

describe('a file that is no UTF-8', () => {
	it.each([
		['russian', 'windows-1251'],
		['russian', 'koi8-r'],
		['russian', 'ibm866'],
		['ukrainian', 'windows-1251'],
		['ukrainian', 'koi8-u'],
		['arabic', 'windows-1256'],
		['greek', 'windows-1253'],
		['hebrew', 'windows-1255'],
		['czech', 'windows-1250'],
		['czech', 'iso-8859-2'],
		['polish', 'windows-1250'],
		['polish', 'iso-8859-2'],
		['turkish', 'windows-1254'],
		['french', 'windows-1252'],
		['english', 'windows-1252'],
	] as const)('with a text in %s is read in its encoding, %s', (language, encoding) => {
		// KOI8 and IBM 866 have neither these quotation marks nor the dash.
		const text = texts[language].replace(/[«»—]/gu, (mark) => (/koi8|ibm/.test(encoding) ? '-' : mark));
		expect(decode(encode(text, encoding), 'pier.txt')).toBe(text);
	});

	it.each([null, 'windows-1252', 'utf-8'])(
		'whose signs were lost before it was saved is read as it is (declared %s)',
		(declared) => {
			const text = `The pier \uFFFD of Ellery is closed. ${'Its boards have rotted in the salt. '.repeat(9)}`;
			expect(decode(new TextEncoder().encode(text), 'pier.txt', declared)).toBe(text);
		},
	);

	// Word by word in steps that grow with the square of a word's length, this would take minutes.
	it('may have long words without a letter beyond ASCII', () => {
		const long = `${texts.czech.replaceAll('\n', ' ')}\n`.repeat(2) + 'a'.repeat(17_000);
		for (let times = 0; times < 10; times++) expect(decode(encode(long, 'windows-1250'), 'a.txt')).toBe(long);
	});

	it('is refused where it is a text in no encoding', () => {
		const noise = Uint8Array.from({ length: 2000 }, (_, at) => 0x80 + ((at * 7919 + (at >> 3) * 31) % 128));
		expect(() => decode(noise, 'noise.txt')).toThrow('noise.txt is not UTF-8 text: save it again');
	});
});

describe('UTF-8 that was read in another encoding and saved again', () => {
	const misread = (text: string, encoding: string) =>
		new TextEncoder().encode(new TextDecoder(encoding).decode(new TextEncoder().encode(text)));

	it.each([
		['french', 'windows-1252'],
		['czech', 'windows-1252'],
		['english', 'windows-1252'],
		['russian', 'windows-1251'],
		['russian', 'windows-1252'],
		['arabic', 'windows-1252'],
	] as const)('is read once more: %s in %s', (language, encoding) => {
		expect(decode(misread(texts[language], encoding), 'pier.txt')).toBe(texts[language]);
	});

	it.each([
		...Object.values(texts),
		'The sign said Ã©, and “nobody” knew – not even Zoë – what it meant.\n\nShe wrote “É” beside it.\n',
		'CAFÉ “Été” – À la carte – “DÉJÀ VU” – « NOËL » – Ñandú – ÆRØ\n',
	])('is left as it is where it was not: %s', (text) => {
		expect(decode(new TextEncoder().encode(text), 'pier.txt')).toBe(text);
	});
});
