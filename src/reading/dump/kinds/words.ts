/**
 * Words by which pages in many languages name what is not the article. Stems, since a word's endings change; a dot
 * means a space, "^" in front asks for the line's start and "|" around a stem for a word's ends. A line that
 * holds one is not furniture for that: the model weighs it with all else that the line is like.
 */
const stems = {
	comments:
		'comment kommentar commentaire comentari commenti comentári reactie reageer kommentti komentar komentář комментари коментар yorum σχόλια تعليق 评论 評論 コメント 댓글 टिप्पणी bình.luận respond discussion diskussion disqus',
	share:
		'share teilen partag compart condivid delen dela.med del.på jaa udostępnij sdílet поделит поділит paylaş مشاركة 分享 シェア 공유 facebook twitter whatsapp telegram linkedin e-mail email copy.link follow folgen suivez suivre sígue sigue segui bookmark merken print drucken imprim stampa',
	sign: 'newsletter subscri abonn suscr iscriv inscri abbona prenumer subskry подпис підпис abone 订阅 購読 구독 log.in login sign.in signin sign.up signup anmeld registr connexion iniciar.sesi accedi logga inloggen zaloguj войти увійти ログイン 로그인 登录 account konto compte premium inbox password passwort',
	legal:
		'© copyright rights.reserved privacy cookie terms.of conditions datenschutz impressum agb mentions.légales política.de aviso.legal 著作権 저작권 무단 版权 editorial.standards personal.information disclaimer accessib contact kontakt contacto contatti advertise advertising imprint sitemap careers',
	other:
		'related read.more read.also read.next also.read see.also more.on more.from recommended most.read most.viewed popular trending latest mehr.zum lesen.sie auch.interessant meistgelesen meistgeklickt lire.aussi à.lire même.sujet te.puede.interesar lee.también más.leíd relacionad leggi.anche ti.potrebbe correlat leia.também leia.mais lees.ook läs.mer läs.även les.også læs.også lue.myös czytaj zobacz čtěte читайте читати по.теме ilgili اقرأ 相关 相關 関連 관련 you.may.like don’t.miss t.miss s.picks top.stories',
	advert:
		'advertis anzeige werbung publicit publicidad pubblicit publicidade advertentie annons annonse reklam mainos реклам 広告 광고 广告 sponsor promoted paid.content affiliate gewinnspiel rabatt deals shopping gutschein',
	photo:
		'photo foto bild image picture getty reuters |afp| |ap| dpa imago crédit credit фото 写真 사진 图 video vidéo gallery galerie caption illustration screenshot file.photo pictured courtesy',
	author:
		'^by| ^von| ^par| ^por| ^di| ^door| ^av| ^af| autor author redaktion redaktør journalist reporter correspondent korrespondent editor writer 记者 記者 기자 published updated veröffentlicht aktualisiert publié mis.à.jour publicado actualizado pubblicato aggiornato gepubliceerd publicerad publisert opublikowano опубликовано min.read minute.read lesezeit lecture',
	appeal:
		'|you| |your| |our| support donat help.us spende unterstütz soutenez soutenir apoya sostieni join get.the download app| click here klicken hier cliquez please bitte enable javascript browser available',
} as const;

export type Topic = keyof typeof stems;

/** The topics in the order of their bits. */
export const wordTopics = Object.keys(stems) as Topic[];

interface Stem {
	readonly text: string;
	readonly bit: number;
	readonly atStart: boolean;
	readonly wordStart: boolean;
	readonly wordEnd: boolean;
}

/**
 * The stems by their first two UTF-16 code units, or by the only one: a line is gone through once for all of them.
 * Keys are numbers, since a string for each character of a page would cost more than the lookups.
 */
const byStart = new Map<number, Stem[]>();
const pair = (first: number, second: number) => first * 0x10000 + second;

for (const [bit, list] of Object.values(stems).entries()) {
	for (const written of list.split(' ')) {
		const text = written.replace(/^[\^|]|\|$/g, '').replaceAll('.', ' ');
		const stem = {
			...{ text, bit: 1 << bit, atStart: written.startsWith('^') },
			...{ wordStart: written.startsWith('|'), wordEnd: written.endsWith('|') },
		};
		const first = text.charCodeAt(0);
		const start = text.length === 1 ? first : pair(first, text.charCodeAt(1));
		byStart.set(start, [...(byStart.get(start) ?? []), stem]);
	}
}
const looked = 160;
const letter = /\p{L}/u;
const isLetter = (character: string) => character !== '' && letter.test(character);

/** The topics that a line has words of, as bits. Looks at its first characters. */
export function topicBits(line: string): number {
	const text = `${(line.length > looked ? line.slice(0, looked) : line).toLowerCase()}\0`;
	let bits = 0;
	for (let at = 0; at < text.length - 1; at++) {
		const first = text.charCodeAt(at);
		const found =
			byStart.get(pair(first, text.charCodeAt(at + 1))) ?? (first > 0xa0 ? byStart.get(first) : undefined);
		if (!found) continue;
		for (const stem of found) {
			if ((bits & stem.bit) !== 0 || !text.startsWith(stem.text, at) || (stem.atStart && at > 0)) continue;
			if (stem.wordStart && isLetter(text.charAt(at - 1))) continue;
			if (stem.wordEnd && isLetter(text.charAt(at + stem.text.length))) continue;
			bits |= stem.bit;
		}
	}
	return bits;
}
