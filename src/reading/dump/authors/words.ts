/** "Ann Lee reports from the coast": the name is before the word. */
export const reportsPattern =
	/^(.{4,50}?) (?:reports|writes|reporting|berichtet|schreibt|rapporte|informa|riporta) (?:from|in|for|aus|für|de|depuis|desde|da) \p{Lu}[^.!?]{1,40}$/u;

/** Joins the alternatives of a list that is written over several lines. */
const either = (...lists: readonly string[]) =>
	lists.map((list) => list.trim().replace(/\s*\|\s*/gu, '|')).join('|');

/** "By", in the languages that news is written in. The name may be glued to it ("byAnn"). */
const by = either(
	'by|written by|words by|story by|report by|text by|posted by|published by|submitted by|reported by|opinion by|analysis by|review by|commentary by',
	'von|par|por|di|da|de|av|af|door|oleh|yazan|przez|od|autorstwa|redigerat av|skrevet av|skrivet av|skrevet af|tekst av|text av|tekst af|tekst door|bởi|eftir',
	'от|автор|автора|від|από|γράφει|της|του|بقلم|كتب|كتبت|کی تحریر|מאת|नि|द्वारा|ni|na|nga|ngu|ngo|ke|kirjoittanut|írta|kirjutas|parengė|sagatavoja',
);
/** Labels before a name, with or without a colon. */
const label = either(
	'author|authors|writer|writers|reporter|reporters|byline|text|words|story|author of the article|article by|about the author|contributor',
	'autor|autorin|autoren|autorin/autor|autor/in|autor:in|autoren/in|autoři|autorka|autorzy|autora|autore|autori|autores|auteur|auteurs|autrice|tekst|texto|testo|texte|teksti|teksts|szöveg|szerző|szerzők',
	'forfatter|journalist|journalister|reporter|redaktör|skribent|författare|redaktion|redacción|redazione|rédaction|redactie|toimittaja|kirjoittaja|redaktor|opracował|opracowanie|opracowała|napsal|napsala|připravil',
	'автор|авторы|автори|текст|журналист|αρθρογράφος|συντάκτης|κείμενο|yazar|haber|haber merkezi|muhabir|editör|penulis|reporter|editor|laporan|tác giả|theo|ผู้เขียน|โดย',
	'作者|记者|記者|文|撰文|责编|責編|責任編輯|责任编辑|编辑|編輯|글|기자|작성자|執筆|كاتب|الكاتب|نویسنده|כתב|כתבת',
);
/** Labels before a source that a report was taken from. */
const source = either(
	'source|sources|quelle|quellen|fonte|fuente|zdroj|zdroje|źródło|forrás|kilde|källa|bron|источник|джерело|πηγή|kaynak|sumber|nguồn|来源|來源|출처|المصدر',
);

export const byPattern = new RegExp(`^(?:${by})(?![\\p{L}\\p{M}])[ :]*(?=\\S)`, 'iu');
/** Glued to the name: "byAnn Lee", "vonAnn Lee". */
export const gluedBy = /^(?:[Bb]y|[Vv]on|[Pp]ar|[Pp]or)(?=\p{Lu}\p{Ll})/u;
export const labelPattern = new RegExp(
	`^\\(?(?:${label})(?:[ ]?[:：|][ ]?|[ ]+(?=\\p{L}))(?:(?:by|von|par|por|di|av|af)[ ]+)?(?=\\S)`,
	'iu',
);
export const labelAlone = new RegExp(`^(?:(?:${label})|(?:${by})) ?[:：]?$`, 'iu');
/** "Ein Kommentar von Ann Lee", "Column by Ann Lee", "Kolumne von Ann Lee", "Analyse | Von Ann Lee". */
export const pieceBy =
	/^(?:(?:eine?|un[ae]?|uno|an?|en|ett|et) )?(?:\p{L}[\p{L}\p{M}-]*[ ]){0,2}?(?:kommentar|kolumne|analyse|gastbeitrag|interview|essay|reportage|bericht|rezension|leitartikel|glosse|porträt|opinion|column|analysis|review|commentary|report|comment|chronique|analyse|tribune|éditorial|crónica|análisis|columna|opinión|commento|analisi|krönika|kommentaari|kolumni|felieton|komentarz|komentář|комментарий|колонка)(?:[ ](?:by|von|par|por|de|di|av|af))[ ]+(?=\p{Lu})/iu;

const sourcePattern = new RegExp(`^\\(?(?:${source}) ?[:：] ?(?=\\S)`, 'iu');
/**
 * Whether a line may name authors by its own words: a word for it in front or within, a date, or what somebody is.
 * Most lines of a page are let go here.
 */
export function maySign(text: string): boolean {
	if (/\d/.test(text) || / by \p{Lu}/u.test(text) || gluedBy.test(text)) return true;
	if (byPattern.test(text) || labelPattern.test(text) || pieceBy.test(text)) return true;
	return text.length <= 100 && hasRole(text);
}

/** What may be before a name, the longest first. */
export const markers: readonly (readonly ['by' | 'label' | 'source', RegExp])[] = [
	['source', sourcePattern],
	['by', pieceBy],
	['label', labelPattern],
	['by', byPattern],
];

let last: { readonly text: string; readonly words: readonly string[] } = { text: '', words: [''] };

/** Words of a text in lower case; numbers and marks part them. The last answer is kept: each list asks again. */
export function wordsOf(text: string): readonly string[] {
	if (last.text !== text) last = { text, words: text.toLowerCase().split(/[^\p{L}\p{M}]+/u) };
	return last.words;
}

const setOf = (...lists: readonly string[]): ReadonlySet<string> => new Set(lists.join(' ').split(/\s+/));

/** What somebody is, in a line with a name or directly under it. */
const roles = setOf(
	'reporter reporters writer writers editor editors correspondent correspondents columnist columnists contributor contributors contributing',
	'journalist journalists chief special senior deputy assistant director producer analyst critic fellow professor freelance associate presenter photographer',
	'volontär volontärin autor autorin ressortleiter ressortleiterin leiter leiterin mitarbeiter mitarbeiterin redaktor redaktorin kolumnist kolumnistin praktikant praktikantin journalistin',
	'journaliste rédacteur rédactrice envoyé envoyée correspondant correspondante chroniqueur chroniqueuse cheffe',
	'redactor redactora corresponsal enviado enviada periodista columnista jornalista repórter correspondente editora redattore giornalista inviato inviata corrispondente',
	'redaktør redaktör toimittaja verslaggever redacteur dziennikarz dziennikarka redaktorka novinář novinářka reportér reportérka šéfredaktor újságíró szerkesztő ziarist novinar novinarka urednik',
	'корреспондент журналист журналистка редактор обозреватель кореспондент журналістка δημοσιογράφος muhabir muhabiri editörü yazarı wartawan jurnalis 기자 특파원 記者 特派员',
);
const roleEnd = /(?:redakteur(?:in|e|innen)?|korrespondent(?:in|en)?|reporter(?:in)?)$/u;

/** Whether a text says what somebody is: "political editor", "Sportredakteurin". */
export function hasRole(text: string): boolean {
	return wordsOf(text).some((word) => roles.has(word) || roleEnd.test(word));
}

/** "홍길동 기자": Korean reporters are named with what they are. */
export const koreanReporter =
	/^(\p{Script=Hangul}{2,4}) ?(?:선임기자|전문기자|인턴기자|기자|특파원|논설위원|에디터|PD)(?: 외 \d{1,2}명)?$/u;
/** Lines with one of these are about a picture and who took it. */
const photos = setOf(
	'photo photos photograph photographs photography picture pictures image images illustration illustrations graphic graphics video getty imago shutterstock istock alamy handout courtesy archive file',
	'foto fotos bild bilder bildrechte grafik archiv archivbild symbolbild illustratie beeld billede kuva kuvat fot snímek zdjęcie kép fotó fotografía imagen imágenes immagine crédit nuotr foton ảnh gambar',
	'фото снимка фотография φωτογραφία 사진 写真 图 圖 صورة תמונה keystone legende',
);

export function isOfPicture(text: string): boolean {
	return wordsOf(text).some((word) => photos.has(word));
}

/** Agencies and publishers that take the place of an author. */
export const agencyPattern = new RegExp(
	`^(?:${either(
		'(?:the )?associated press|ap|ap news|reuters|thomson reuters|afp|agence france-presse|agence france presse|dpa|dpa-infocom|apa|sda|keystone-sda|sid|epd|kna|efe|ansa|agi|adnkronos|europa press|ritzau|ntb|tt|tt nyhetsbyrån|stt|lusa|belga|anp|pap|čtk|čtk\\.|tasr|mti|agerpres|tanjug|hina|sta|bta|ana-mpe|tass|tacc|тасс|interfax|интерфакс|риа новости|ukrinform|укринформ|xinhua|新华社|新華社|新华网|kyodo|jiji press|共同通信|時事通信|yonhap|연합뉴스|pti|ians|ani|antara|bernama|vna|aa|anadolu agency|iha|dha|spa|wam|the canadian press|canadian press|pa media|press association|bloomberg(?: news)?|upi|cnn|bbc(?: news)?|news agencies|agencies|agenturen|agences|agencias|agenzie|byråer|staff|newsroom|dpa/lhe|kyiv independent',
	)})$`,
	'iu',
);
/** Words of papers and offices: "Valley Courier" looks like a name and is none. */
const houses = setOf(
	'news post times herald tribune gazette courier chronicle journal mail observer guardian daily weekly press agency agencies desk team bureau newsroom staff editors editorial media tv radio network magazine today report',
	'redaktion onlineredaktion redaksi redacción redazione rédaction redactie redakcja redakce redakcija toimitus редакция редакція agentur agenturen zeitung zeit nachrichten anzeiger blatt presse tagblatt tageblatt kurier morgenpost allgemeine rundschau',
	'monde figaro país haber gazete gazeta dnevnik noticias notícias notizie nieuws nyheter nyheder uutiset images club inc gmbh ltd llc spiegel focus euronews ajansı',
);

export function isHouse(text: string): boolean {
	return wordsOf(text).some((word) => houses.has(word));
}

/** Between the people of one line; a capital is on both sides. */
export const andPattern =
	/(?<=(?:^| )[\p{Lu}\p{Lo}]\S*) (?:and|und|et|y|e|og|och|en|i|и|та|і|ja|jeb|ir|un|dan|ve|và|e|és|și|şi|te|a|na|&|\+) (?=[\p{Lu}\p{Lo}])/gu;
