import { labelled } from './labels.ts';
import { hasBullet, withoutBullet } from './prose.ts';
import { remembered } from './remembered.ts';

/** Lines with words of their own, by how they are built. Every pattern is anchored and looks at a short line. */
const patterns: readonly (readonly [what: string, pattern: RegExp])[] = [
	[
		'reading time',
		/^(?:reading time:?|read time:?|estimated reading time:?)? ?(?:~|about )?\d{1,3}[ -]?min(?:ute)?s?\.?(?: (?:read|reading|to read|reading time|listen))?$/i,
	],
	[
		'share button',
		/^(?:share|tweet|pin|like|follow|email|send|save|add)(?: (?:this|the|us|on|via|to|by|with|article|story|page|in|as|your))*(?: (?:on )?(?:facebook|twitter|x|whatsapp|linkedin|telegram|e-?mail|instagram|reddit|google news|reading list|friends?|youtube|bluesky))*$/i,
	],
	['counter', /^[\d.,km |·•/]*\d[\d.,km |·•/]*$/i],
	['share counter', /^\d[\d.,]*[km]? ?(?:shares?|likes?|tweets?|views?|reads?|reactions?|retweets?)$/i],
	['view counter', /^(?:views?|viewed|reads?|hits|shares?|likes?):? \d[\d.,]*[km]?(?: times)?$/i],
	[
		'advertisement',
		/^(?:advertisement|ad|story|article)\b.{0,30}\b(?:scroll|continues?|continue reading)\b.{0,30}$/i,
	],
	['advertisement', /^[-–—=*[( ]*(?:advertisement|ad|sponsored)[-–—=*\]) ]*$/i],
	[
		'newsletter',
		/^(?:sign up|subscribe|register|enter your e-?mail|get|join|receive|never miss)\b.{0,160}\b(?:newsletters?|inbox|briefing|e-?mail|updates|alerts|subscribers)\b.{0,80}$/i,
	],
	['newsletter', /^(?:subscribe|sign up) (?:to|for|now|today)\b.{0,120}$/i],
	['cookie notice', /\b(?:uses?|using|sets?|stores?|accept)(?: of| our| the| all)? cookies\b/i],
	[
		'cookie notice',
		/^(?:we value your privacy|your privacy(?: matters)?|cookie (?:notice|consent|settings))\b.{0,40}$/i,
	],
	// What German sites put in place of a video or a message, until the reader allows it.
	[
		'notice of outside content',
		/^(?:an dieser stelle (?:finden sie|findest du|befindet sich|steht) .{0,60}extern|ich bin damit einverstanden, dass mir .{0,40}inhalte? .{0,40}angezeigt w|(?:damit können )?personenbezogene daten können an dritt|du kannst ihn dir mit einem klick anzeigen|(?:ein )?externer inhalt (?:von|nicht|wird)).{0,400}$/i,
	],
	['promotion', /^(?:download|get|install|try) (?:our|the) .{0,40}\bapps?\b.{0,60}$/i],
	['promotion', /^(?:follow|like|find|join) us (?:on|in|at)\b.{0,80}$/i],
	[
		'promotion',
		/^(?:support (?:us|our|independent|quality)|donate (?:now|today|to us)|become a (?:member|supporter|subscriber)|already a (?:member|subscriber)|this article is (?:for|free)|you have \d+ free articles?)\b.{0,100}$/i,
	],
	['copyright', /^(?:copyright\b|\(c\)|©) ?(?:\(c\)|©)? ?(?:copyright )?\d{4}\b.{0,200}$/i],
	['copyright', /^(?:©|\(c\)|copyright).{0,160}\ball rights reserved\b.{0,60}$/i],
	[
		'reporting credit',
		/^\(?(?:additional )?(?:reporting|writing|editing|edited|translated|compiled)(?: and \w+)? by .{1,160}$/i,
	],
	['navigation', /^(?:you are here:?|home) ?[>›»/].{0,160}$/i],
	['navigation', /^[^>›»]{1,40}(?: [>›»] [^>›».!?]{1,40}){1,6}$/],
	['navigation', /^.{1,60} [-–—|] back to (?:the )?home(?: ?page)?$/i],
	['navigation', /^(?:list of \d{1,3} items?|end of list)$/i],
	['age notice', /^this (?:article|story) is (?:more than|over) .{1,20} old\.?$/i],
	['source', /^source: .{2,80}$/i],
	['share button', /^(?:you can )?share this (?:story|article|page) on .{2,40}:$/i],
	['share button', /^share or comment on this (?:article|story)\b.{0,250}$/i],
	['date label', /^(?:published|updated|posted)(?: on)?:?$/i],
	['newsletter', /^privacy notice: newsletters\b.{0,300}$/i],
	['promotion', /^follow [^.!?]{1,30} on$/i],
	['footer', /^[^.!?]{1,40} (?:is|are) not responsible for the content of external .{1,20}$/i],
	['footer', /^a version of this (?:article|story) (?:appears|appeared) in print\b.{1,300}$/i],
	['footer', /^our standards: .{3,80}$/i],
	['navigation', /^(?:page )?\d{1,3} (?:of|\/) \d{1,3}$/i],
	['gallery counter', /^(?:image|photo|picture|slide|gallery)s? \d{1,3}(?: ?(?:of|\/) ?\d{1,3})?$/i],
	['time code', /^\d{1,2}:\d{2}(?::\d{2})?(?: ?\/ ?\d{1,2}:\d{2}(?::\d{2})?)?$/],
	['rule', /^[\s\-–—_=*#~•·.|+<>^:/\\]+$/],
	[
		'comment counter',
		/^(?:show|load|view|see|read)? ?(?:all|new|more|previous|older)? ?\(?\d[\d.,]*\)? ?(?:new |more )?(?:comments?|replies|reply|responses?)(?: .{0,20})?$/i,
	],
	[
		'comment counter',
		/^(?:(?:show|load|view|see|read) )?(?:(?:all|new|more|previous|older|readers?['’]?s?) )?(?:comments?|replies|responses|discussion) ?[([:]? ?\d[\d.,]*[)\]]?$/i,
	],
	['comment counter', /^showing \d+.{0,20}\bof \d+ comments?$/i],
	[
		'comment form',
		/^(?:what (?:our |the )?readers (?:say|said|write|wrote|think)|letters from (?:our )?readers|readers (?:write|respond|reply))\b.{0,20}$/i,
	],
	[
		'comment form',
		/^(?:log ?in|sign ?in|register|you must be logged in|please (?:log ?in|sign ?in))\b.{0,40}\b(?:comment|reply|discussion|conversation).{0,20}$/i,
	],
	[
		'comment form',
		/^(?:this (?:thread|discussion|article) is closed|comments (?:are|have been|will be|on this)|commenting (?:is|on)|the comments? (?:section |below |above )?(?:is|are|have been)|comments (?:may|must)|please (?:keep|read|be) .{0,40}comment(?:s|ing)?)\b.{0,140}$/i,
	],
	['comment button', /^\d* ?\^ ?\| ?v ?\d*$/i],
	['comment button', /^[▲▼△▽👍👎❤♥⬆⬇+−-] ?\d*$/u],
	['comment button', /^\d+ ?(?:points?|upvotes?|votes?|thumbs up|people (?:like|found) this.{0,20})$/i],
];
const longest = 420;
/** Pictures before a label: "✉ Subscribe". */
const icons = /^(?:\p{Extended_Pictographic}\uFE0F?\s*)+(?=\p{L})/u;

const lookUp = remembered(look, 2_000);

/** What a line is that belongs to the page and not to the article; null where it is none that is known. */
export function furnitureOf(line: string): string | null {
	return line.length > longest ? null : lookUp(line);
}

function look(line: string): string | null {
	return labelled(line.replace(icons, '')) ?? patterns.find(([, pattern]) => pattern.test(line))?.[0] ?? null;
}

/** The same of a line that may be in a list: "• Comment". */
export function listedFurniture(line: string): string | null {
	return furnitureOf(line) ?? (hasBullet(line) ? furnitureOf(withoutBullet(line)) : null);
}
