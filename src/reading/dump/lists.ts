import { furnitureOf } from './furniture.ts';
import { isProse, withoutBullet, wordCount } from './prose.ts';

const relatedHeading =
	/^(?:read (?:more|also|next|on)|also read|see also|see more|related(?: (?:articles?|stor(?:y|ies)|news|content|links|coverage|topics and stories|reading))?|more (?:on (?:this|the) (?:story|topic|subject)|like this|stories like this|from (?:this|the) (?:section|series)|to read|stories)|further reading|you (?:may|might) (?:also )?(?:like|be interested in)|don['’]t miss|recommended(?: for you| reading| stories| articles)?|mehr zum thema|similar articles|background)(?: ?[:>»–-]+)?(?=$| )/i;
const otherHeading =
	/^(?:most (?:read|popular|viewed|shared|commented|watched)(?: (?:in|on) .{1,40})?|trending(?: now| stories)?|popular(?: now| articles| stories)?|top stories|latest (?:news|stories|headlines|articles)|(?:today['’]s|our) (?:best|picks)|editors?['’]s? (?:picks?|choice)|in other news|more (?:headlines|news|from .{1,40})|what (?:others|people) (?:are reading|read)|elsewhere on the web|from (?:around the web|our partners)|around the web|related internet links)(?: ?[:>»–-]+)?$/i;
const topicWords =
	'tags?|topics?|keywords?|filed under|posted in|categor(?:y|ies)|(?:related|suggested|more on these|explore more on these|in this story:?) topics?|(?:topics|people|places|companies|organi[sz]ations)? ?in this (?:article|story)|(?:topics|people|places|companies|organi[sz]ations) in (?:this|the) (?:article|story)|subjects?|more (?:about|on):?|labels?|themen|themen:?|schlagworte|schlagwörter|stichworte|mehr zu|mots[- ]clés|sujets|thèmes|temas|etiquetas|tópicos|argomenti|temi|onderwerpen|emner|ämnen|aiheet|témata|tematy|tagi|темы|теги|теми|θέματα|ετικέτες|etiketler|konular|topik|chủ đề|từ khóa|태그|标签|關鍵字';
const topicHeading = new RegExp(`^(?:${topicWords})(?: ?[:：–-]+|$)`, 'iu');
/** "More aboutHarboursStrikes": where a small letter meets a capital one, copying lost a break. */
const gluedHeading =
	/^(?:[Mm]ore (?:about|on)|[Tt]ags?|[Tt]opics?|[Kk]eywords?|[Ff]iled under|[Cc]ategories|[Rr]elated topics|Themen|Schlagworte|Temas|Etiquetas|Argomenti|Emner|Ämnen)(?=\p{Lu}\p{Ll})/u;
const gluedBreak = /(?<=\p{Ll}{2})(?=\p{Lu}\p{Ll})/u;

/** The headline behind "READ MORE:" ('' where it follows in the next lines), or null where the line has none. */
export function relatedBehind(line: string): string | null {
	const match = line.length <= 300 ? relatedHeading.exec(line) : null;
	if (!match) return null;
	const behind = line.slice(match[0].length).trim();
	if (behind === '') return '';
	return /[:>»–-]$/.test(match[0]) ? behind : null;
}

/** Whether the line is above headlines that have nothing to do with the article. */
export function isOtherHeading(line: string): boolean {
	return line.length <= 80 && otherHeading.test(line);
}

/** The topics behind "Tags:" (none where they follow in the next lines), or null where the line has no such word. */
export function topicsBehind(line: string): readonly string[] | null {
	if (line.length > 1000) return null;
	const glued = gluedHeading.exec(line);
	if (glued) return splitTopics(line.slice(glued[0].length).split(gluedBreak).join(' | '));
	const match = topicHeading.exec(line);
	if (!match) return null;
	const behind = line.slice(match[0].length).trim();
	return isProse(behind) && behind.length > 80 ? null : splitTopics(behind);
}

/** Topics apart by commas, bars, dots or as hashtags. */
export function splitTopics(list: string): readonly string[] {
	const parts = /^#/.test(list)
		? list.split(/[\s,;|·•]*(?:^|(?<=[\s,;|·•]))#/)
		: list.split(/ ?[,;|·•] ?| \/ /);
	const topics = parts.map((part) => withoutBullet(part).replace(/\.$/, '').trim());
	return [...new Set(topics.filter((topic) => topic !== '' && topic.length <= 80))];
}

const longestTopic = 50;

/**
 * The topics of a line that is nothing but a list of them, with no word in front; null for any other line. Three
 * or more, each at most five words, and hardly any of them long.
 */
export function bareTopics(line: string): readonly string[] | null {
	if (
		line.length > 1500 ||
		(isProse(line) && !/^[^.!?:;]*\.$/.test(line) && line.length < 160) ||
		/[.!?:]$/.test(line)
	)
		return null;
	// Between topics in lines of their own a comma may be in one as well.
	if (/^[,;|·•/]$/.test(line)) return [];
	if (/^(?:#[\p{L}\p{N}_-]+[ ,]*){2,}$/u.test(line)) return splitTopics(line);
	const parts = line.split(/, | \| | · | • /);
	const short = parts.filter((part) => part.length <= longestTopic && wordCount(part) <= 5);
	if (parts.length < 3 || short.length < parts.length) return null;
	if (parts.reduce((sum, part) => sum + wordCount(part), 0) > parts.length * 3) return null;
	return /(?:^| )(?:and|or) /.test(parts.at(-1) ?? '') || furnitureOf(line) ? null : splitTopics(line);
}
