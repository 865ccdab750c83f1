import { isAgo } from './calendar.ts';
import { findMoment, findTime, type Moment, tidy } from './dates.ts';
import { remembered } from './remembered.ts';

/** What a line with dates says: times are null where they are named but not certain. */
export interface Stamp {
	readonly publishedAt?: string | null;
	/** The day alone, "2031-05-03", where it was published at a moment that is not certain. */
	readonly publishedOn?: string;
	readonly updatedAt?: string | null;
	/** A moment with nothing to say what happened then. */
	readonly bare?: Pick<Moment, 'at' | 'day' | 'weekday' | 'timeFirst'>;
}

/** Words before those that say what happened. */
const inFront = `(?:first|originally|last|latest|article|artikel|beitrag|page|this article|this story|zuletzt|letzte|letztes|online|última|ultima|ultimo|
	último|dernière|senast|sist|sidst|laatst|naposledy|ostatnia|son|data|дата|fecha de|data de|date de|le|la|den|am)`;
/** Words between them and the moment. */
const between = `(?:on|at|online|date|time|am|um|le|el|em|il|den|kl|op|dne|em|pada|w dniu|tarihi|heute|seit)`;
/** "Published" in the languages that news is written in. */
const publishedWords = `published|posted|created|issued|date|publication|publish|publiziert|veröffentlicht|erschienen|erstellt|online seit|publié|publiée|paru|
	publicado|publicada|publicación|publicação|pubblicato|pubblicata|pubblicazione|gepubliceerd|geplaatst|publicerad|publicerat|publisert|publiceret|udgivet|
	julkaistu|opublikowano|publikacji|publikacja|zveřejněno|publikováno|publikované|zverejnené|közzétéve|megjelent|publicat|objavljeno|objavljen|objavljeno u|
	објављено|опубликовано|опубликована|опубликован|публикации|опубліковано|публикувано|публикувана|δημοσιεύτηκε|δημοσίευση|yayınlanma|yayın|yayınlandı|diterbitkan|tayang|
	dipublikasikan|diterbitkan pada|đăng|avaldatud|paskelbta|publicēts|birt|publikuar|نشر|نشر في|تاريخ النشر|منتشر شده|פורסם|प्रकाशित|发布|发布时间|發布|發布時間|公開|公開日|
	掲載|配信|投稿|入力|입력|등록|승인|기사입력`;
const updatedWords = `updated|modified|edited|changed|revised|update|amended|aktualisiert|aktualisierung|geändert|stand|bearbeitet|mis à jour|mise à jour|modifié|modifiée|
	actualizado|actualizada|actualización|modificado|atualizado|atualizada|atualização|aggiornato|aggiornata|aggiornamento|modificato|bijgewerkt|gewijzigd|uppdaterad|
	uppdaterat|ändrad|oppdatert|endret|opdateret|päivitetty|muokattu|aktualizacja|zaktualizowano|aktualizováno|aktualizované|frissítve|actualizat|ažurirano|ažuriran|ажурирано|
	обновлено|обновлена|оновлено|изменено|обновена|ενημερώθηκε|güncelleme|güncellendi|güncellenme|diperbarui|cập nhật|تحديث|آخر تحديث|به روز شده|עודכן|अपडेटेड|更新|更新日|最終更新|
	수정|최종수정|업데이트|uuendatud|atnaujinta|atjaunots|uppfært`;
const either = (words: string) => words.replace(/\s*\n\s*/g, '');
const labelled = (words: string) =>
	new RegExp(
		`^(?:${either(inFront)} ){0,2}(?:${either(words)})(?![\\p{L}\\p{M}])(?: ${either(between)}(?![\\p{L}\\p{M}]))* ?[:：–-]? ?(?:${either(between)} )?`,
		'iu',
	);
const published = labelled(publishedWords);
const updated = labelled(updatedWords);
/** Whether a text begins by saying that something was changed. */
export const saysUpdated = (text: string): boolean => updated.test(text);
const anyWord = `${either(publishedWords)}|${either(updatedWords)}`;
const nextStamp = new RegExp(
	`[\\s,;|·•([/–-]*(?<![\\p{L}\\p{M}])(?=(?:${either(inFront)} )?(?:${anyWord})(?![\\p{L}\\p{M}]))`,
	'iu',
);
/** Every place in a line where a word says what happened at the moment behind it. */
export const anyStampWord = new RegExp(`(?<![\\p{L}\\p{M}])(?:${anyWord})(?![\\p{L}\\p{M}])`, 'giu');
const stampWord = new RegExp(`(?<![\\p{L}\\p{M}])(?:${anyWord})(?![\\p{L}\\p{M}])`, 'iu');
const relative =
	/^(?:about |an? |\d{1,3} ?)?(?:\d{1,3} ?)?(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|weeks?|months?|y|years?|just now|yesterday|today)(?: ago)?$/i;
const longest = 200;
/** Without one of these no line is about a time; most lines of a page are let go here. */
export const namesTime =
	/\d|\b(?:ago|now|yesterday|today|hours?|minutes?)\b|(?:^| )(?:heute|gestern|aujourd['’]hui|hier|hoy|ayer|oggi|ieri|hoje|ontem|idag|i dag|igår|vandaag|gisteren|сегодня|вчера|dnes|včera|dziś|wczoraj)\b/i;

/** Reads "Published …", "Updated …", both in one line, or a bare date; null where the line is nothing of these. */
export function readStamp(line: string): Stamp | null {
	return line.length > longest || !namesTime.test(line) ? null : stampOf(line);
}

const stampOf = remembered(stampsIn, 500);

function stampsIn(line: string): Stamp | null {
	const [first = '', ...more] = splitStamps(unglued(line).replace(/^[([](.*)[)\]]$/, '$1'));
	const stamps = [readOne(first), ...more.map(readOne)];
	if (stamps.some((stamp) => stamp === null)) return null;
	return Object.assign({}, ...stamps);
}

const gluedTime = /(?<=[\p{L}.] \d{1,2},? \d{4})(?=\d{1,2}:\d{2})|(?<=\d{1,2}\.\d{1,2}\.\d{4})(?=\d)/gu;
const gluedWord = /(?<=\d|[apAP]\.?[mM]\.?|[A-Z]T|\p{Ll}{3})(?=\p{Lu}\p{Ll}{2})/gu;
const gluedCapitals = /(?<=\d|[AP]M|[A-Z]T)(?=(?:LAST )?(?:UPDATED|PUBLISHED|POSTED)\b)/g;

/** "October 4, 20291:22 PM GMT+2Updated 3 hours ago" with a space where copying lost it: a year has four digits. */
export function unglued(line: string): string {
	return line.replace(gluedTime, ' ').replace(gluedWord, ' ').replace(gluedCapitals, ' ');
}

/** "Published A, updated B" as its two parts. */
function splitStamps(line: string): string[] {
	if (!stampWord.test(line)) return [line];
	const marker = (published.exec(line) ?? updated.exec(line))?.[0].length ?? 1;
	const second = nextStamp.exec(line.slice(marker));
	if (!second) return [line];
	const at = second.index + marker;
	return [line.slice(0, at), line.slice(at + second[0].length)].filter((part) => part !== '');
}

function readOne(part: string): Stamp | null {
	const said = /[([]/.test(part) ? part : part.replace(/[)\]]$/, '');
	for (const [marker, field] of [
		[published, 'publishedAt'],
		[updated, 'updatedAt'],
	] as const) {
		const match = marker.exec(said);
		if (!match) continue;
		const value = said.slice(match[0].length);
		const moment = findMoment(value, true);
		if (moment ? moment.rest.length > 12 : !isTimeOnly(value)) return null;
		const at = moment?.at ?? null;
		const isDay = field === 'publishedAt' && at === null && moment?.day != null;
		return { [field]: at, ...(isDay && { publishedOn: moment.day }) };
	}
	const moment = findMoment(said);
	return moment && moment.rest === '' ? { bare: moment } : null;
}

/** A time of day without a date, "3 hours ago", "heute um 12:19 Uhr": no certain moment. */
export function isTimeOnly(value: string): boolean {
	return value.length <= 60 && isShortTimeOnly(value);
}

const isShortTimeOnly = remembered(timeOnly, 500);

function timeOnly(value: string): boolean {
	if (isRelativeTime(value)) return true;
	const time = findTime(value);
	if (!time) return false;
	const rest = tidy(`${value.slice(0, time.index)}\u0001${value.slice(time.index + time.length)}`);
	return rest === '' || /^[A-Z]{2,4}$/.test(rest) || isRelativeTime(rest);
}

/** "3 hours ago", "2h", "yesterday", "vor 3 Stunden". */
export function isRelativeTime(value: string): boolean {
	if (value.length >= 40) return false;
	if (isAgo(value)) return true;
	return relative.test(value) && (/\d|^an? /.test(value) || /(?:now|yesterday|today)/i.test(value));
}
