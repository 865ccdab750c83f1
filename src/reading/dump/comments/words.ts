import { listedFurniture } from '../furniture.ts';

const noun =
	'(?:comments?|replies|responses?|kommentare?|leserkommentare?|ergänzung(?:en)?|beiträge|commentaires?|réactions?|comentarios?|comentários?|commenti|commento|reacties|kommentarer|kommentit|kommenttia|komentáře?|komentářů|komentarz[ey]?|komentari|komentara|комментари[йяеив]+|комментариев|коментар[іиів]*|коментари|σχόλια|yorum(?:lar)?|komentar|bình luận|댓글|评论|評論|コメント|تعليقات|تعليق|תגובות)';
const number = '(\\d[\\d.,]*)';
/** "12 comments", "Kommentare (12)", "34 responses to “…”", "10 thoughts on “…”", "[ 167 comments ]". */
const counted = [
	new RegExp(`^[([]? ?${number} ${noun}(?: (?:to|on|zu|sur|a|en|von|from)\\b.{1,200}| ?[)\\]])?$`, 'iu'),
	new RegExp(`^(?:all |alle |reader )?${noun} ?[:(\\[]? ?${number} ?[)\\]]?$`, 'iu'),
	new RegExp(`^${number} (?:thoughts|replies|reactions|opinions) (?:on|to)\\b.{1,200}$`, 'iu'),
];
const plain = new RegExp(
	`^(?:${noun}:?|(?:top|best|top rated|reader|readers['’]?|user|all|alle|leser) ?-?${noun}|what (?:our |the )?readers (?:say|wrote|write|think)\\b.{0,20}|letters from (?:our )?readers\\b.{0,20}|die neuesten ${noun}|discussion|diskussion|join the (?:conversation|discussion|debate))$`,
	'iu',
);
const button =
	/^(?:.{0,40} )?(?:antworten|melden|kommentar melden|kommentieren|bewerten|répondre|signaler|j['’]aime|responder|denunciar|me gusta|rispondi|segnala|mi piace|svar|svara|rapportera|anmäl|rapporter|vastaa|odpovědět|nahlásit|odpowiedz|zgłoś|ответить|пожаловаться|відповісти|beantwoorden|rapporteer|beğen|cevapla|yanıtla|balas|trả lời|답글|신고|回复|回复\(\d*\)|举报|返信|permalink|rating: \d+ votes?)$/iu;
const closing =
	/^(?:comments? (?:are|is) (?:now )?closed\.?|commenting is closed\.?|(?:leave|post|add|write) (?:a|your) (?:comment|reply)\b.{0,40}|die kommentare sind geschlossen\.?|lire les \d+ .{1,20}|ver (?:los )?\d+ .{1,20}|alle \d+ kommentare.{0,20}|about me|keep my name.{1,100}|your email address will not be published.{0,60}|previous post|next post|meistkommentiert|most commented|meistgelesen|.{0,30}most (?:read|popular)|à lire aussi|sur le même thème|lesen sie auch|mehr zum thema|lee también|leggi anche|read more:?|read also|subscribe to .{1,60}|sign up for .{1,60}|newsletter)$/iu;

/** A heading above comments; `count` is null where it does not say how many there are. */
export interface CommentHeading {
	readonly count: number | null;
	/** Whether it names comments and promises them, and is no form or button. */
	readonly sure: boolean;
}

/** What a line says that is above comments; null for any other line. */
export function commentHeading(text: string): CommentHeading | null {
	if (text.length > 250) return null;
	for (const pattern of counted) {
		const match = pattern.exec(text);
		if (match) return { count: Number((match[1] ?? '').replace(/\D/g, '')), sure: true };
	}
	// "Comment" alone is a button more often than a heading.
	if (plain.test(text)) return { count: null, sure: !/^comment:?$/i.test(text) };
	const what = text.length <= 200 ? listedFurniture(text) : null;
	if (what === 'comment counter') {
		const said = /\d[\d.,]*/.exec(text);
		return { count: said ? Number(said[0].replace(/\D/g, '')) : null, sure: said !== null };
	}
	return what === 'comment form' || what === 'comment order' ? { count: null, sure: false } : null;
}

const link =
	/^(?:link kopieren|copier le lien|copiar (?:el )?enlace|copia (?:il )?link|kopiera länk|kopier lenke|kopiér link|kopieer link|kopírovat odkaz|kopiuj link|скопировать ссылку)$/iu;

/** "Copy link", in other languages than English. */
export function isLinkButton(text: string): boolean {
	return text.length <= 40 && link.test(text);
}

/** A button under a comment, in English and the other languages of the pages. */
export function isCommentButton(text: string): boolean {
	if (text.length > 80) return false;
	return listedFurniture(text) === 'comment button' || button.test(text);
}

/** What is under a comment: its buttons, and how many like it or answer it. */
export function isUnderComment(text: string): boolean {
	if (isCommentButton(text)) return true;
	const what = text.length <= 80 ? listedFurniture(text) : null;
	return what === 'comment counter' || what === 'share counter';
}

/** A line that ends a thread, whatever was before it. */
export function closesThread(text: string): boolean {
	return text.length <= 120 && closing.test(text);
}
