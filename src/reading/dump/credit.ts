const agencies =
	'getty(?: images)?|reuters|afp|ap photo|associated press|epa(?:-efe)?|efe|dpa|tass|shutterstock|istock(?:photo)?|alamy(?: stock photo)?|bloomberg|pa wire|pa media|pa images|anadolu(?: agency)?|xinhua|zuma(?: press)?|imago|keystone|ntb|tt nyhetsbyrån|ritzau|flickr|wikimedia(?: commons)?|unsplash|pexels|pixabay|handout|file photo|creative commons|cc[ -]by(?:-[a-z]+)*(?: [\\d.]+)?';
const label =
	/^(?:(?:photo(?:graph)?|picture|image|pic|foto|video still|illustration|graphic|cover)s?(?: (?:credits?|source|copyright|by|courtesy(?: of)?))?|credits?|copyright|courtesy of)(?: ?:| by\b:?|(?<=by)|(?<=of)|(?= ?©)) ?(?=\S)/i;
const agencyFirst = new RegExp(`^\\(?(?:${agencies}|ap)\\b ?(?:[/|,–-] ?[^.!?]{1,80})?\\)?$`, 'i');
const agencyLast = new RegExp(
	`^[(\\[]?[^.!?/]{1,80} ?(?:/| via | for ) ?(?:[^.!?/]{1,40} ?(?:/|via) ?)?(?:${agencies}|ap)\\b[^.!?]{0,30}[)\\]]?$`,
	'i',
);
const sign = /^(?:©|\(c\)) ?\S.{0,120}$/i;
const longest = 160;
/** Without one of these no line has a credit. */
const hint = new RegExp(
	`©|\\(c\\)|\\b(?:${agencies}|ap|photos?|photographs?|pictures?|images?|pic|foto|credits?|courtesy|copyright|illustration|graphic|cover|video still)\\b`,
	'i',
);

/** A company, or the rights that it keeps: the line is the site's, and not of a picture. */
const owner =
	/\b(?:gmbh|inc|ltd|llc|corp|corporation|company|co\.|s\.a\.|a\.s\.|s\.r\.l\.|s\.p\.a\.|ООО|limited|plc|publishing|holdings?|media group)(?![\p{L}])|rights reserved|rechte vorbehalten|droits réservés|derechos reservados|direitos reservados|diritti riservati|rettigheter|rättigheter|все права|prawa zastrzeżone|práva vyhrazena|版权所有/iu;
const years = /(?<!\d)(?:19|20)\d{2}(?:\s*[-–]\s*(?:19|20)?\d{2})?(?!\d)/u;

/** "© 2031 The Post Company", "© Post GmbH 2001 - 2031": the owner of the page. A year next to an agency is a picture's. */
export function isOwner(line: string): boolean {
	if (line.length > 300 || !sign.test(line.slice(0, 120))) return false;
	if (owner.test(line)) return true;
	return years.test(line) && !new RegExp(`\\b(?:${agencies}|photo|ap)\\b`, 'i').test(line);
}

/** The credit of a picture as it is written, without a label ("Photo:") in front; null where the line is none. */
export function readCredit(line: string): string | null {
	if (line.length > longest || !hint.test(line) || isOwner(line)) return null;
	const bare = line.replace(/^[([](.*)[)\]]$/, '$1');
	const named = label.exec(bare);
	if (named) {
		const credit = bare.slice(named[0].length);
		return credit.length <= 100 && !/[^.]{40}[.!?]$/.test(credit) ? credit : null;
	}
	if (sign.test(line) || agencyFirst.test(line) || agencyLast.test(line)) return bare;
	return null;
}

const trailing = [
	/^(.{10,}[.!?…"”’)]) ?[([]?((?:photo(?:graph)?|picture|image|pic|credit)s?(?: credit| by)?: ?[^.!?]{2,80}[^)\].!?])[)\].]*$/i,
	/^(.{10,}?) ?((?:©|\(c\)) ?[^.!?©]{2,80})$/i,
	/^(.{10,}[.!?…"”’)]?) [([]([^()[\]]{2,80})[)\]]\.?$/,
	/^(.{10,}[.!?…"”’)]) ([^.!?]{2,80})$/,
];

/** "… in the capital [Ann Lee/Harbour News]": two names at least, which an aside in a quotation hardly has. */
const bracketed = /^([^[\]]{10,}) \[(\p{Lu}[^[\]/ ]+ [^[\]/]{2,40}\/ ?\p{Lu}[^[\]/]{1,30})\]$/u;

/** A caption with its credit behind it in one line; null where the line has no credit at its end. */
export function splitCaption(line: string): { caption: string; credit: string } | null {
	if (line.length > 600) return null;
	const [, told, people] = bracketed.exec(line) ?? [];
	if (told && people) return { caption: told, credit: people };
	if (!hint.test(line.slice(10))) return null;
	for (const pattern of trailing) {
		const [, caption, behind] = pattern.exec(line) ?? [];
		const credit = behind && readCredit(behind);
		if (caption && credit) return { caption: caption.trim(), credit };
	}
	return null;
}

const captionLabel =
	/^(?:image caption|photo caption|picture caption|caption|media caption|bild|file photo|in this (?:file )?photo)(?: ?[:–-] ?| )(?=\S)/i;

/** A caption that says that it is one; null where the line does not. */
export function labelledCaption(line: string): string | null {
	const match = line.length <= 600 ? captionLabel.exec(line) : null;
	if (!match) return null;
	return /caption/i.test(match[0]) ? line.slice(match[0].length) : line;
}

/** Whether a line speaks as captions do: "… (left)", "… is pictured …", "File photo". */
export function soundsLikeCaption(line: string): boolean {
	return /\((?:[LRC]|left|right|cent(?:re|er)|file|pictured)\)|\b(?:pictured|file photo|photographed|seen here|seen in this|seen from|shown here|from left|(?:second|third|fourth|far|top|bottom|front) (?:left|right))\b/i.test(
		line,
	);
}
