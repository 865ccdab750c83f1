const particle =
	/^(?:de|del|della|der|den|des|di|da|do|dos|du|la|le|van|von|vom|zu|zur|ten|ter|af|av|al|el|bin|ibn|bint|abu|y|e|mc|mac|o['’]|st\.?)$/i;
const namePart =
	/^(?:\p{Lu}[\p{L}\p{M}'’-]*(?:\.\p{Lu})*(?<!\p{L}{4})\.?|\p{Lu}[\p{L}\p{M}'’-]*|\p{Lo}[\p{Lo}\p{M}]*)$/u;
/** Words that no name begins with or holds: of English, and what pages of other languages put on their buttons. */
const noName = new RegExp(
	`^(?:${[
		'(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|june|july|august|september|october|november|december',
		'the|this|that|his|her|our|your|my|its|all|why|how|what|when|where|who|more|most|read|see|show|view|get|top|best|new|latest|related|key|points?|news|newsletters?|video|videos|photos?|images?|story|stories|about|with|and|for|from|not|no|are|is|was|you|we|in|on|at|to|of|sign|log|subscribe|share|follow|comments?|advertisement|breaking|live|share|copy|link|buying|guides?|getty|popular|recommended|trending|edition|click|here|next|previous|back|home|search|menu|contact|terms|privacy|policy|cookies?|use|help|join|listen|watch|play|sections?',
		'ihre?|ihr|meine?|unsere?|eigene|recherche|mehr|weitere|alle|alles|neue|neuste|neueste|teilen|lesen|hören|abo|suche|artikel|themen?|jetzt|meist|meistgelesen|der|das|die|ein|eine|und|für|mit|zum|zur|nach|aus|über|auf|im|am|beim|kostenlose|verwendete|quellen|anzeige|senden|twittern|merken|drucken|kommentare?|startseite|impressum|datenschutz|aktuelle|angebote',
		'ver|más|mas|leer|los|las|una|uno|para|por|con|noticias|compartir|comentarios|suscríbete|lire|voir|tous|toutes|nos|notre|les|une|pour|avec|sur|partager|commentaires|tutti|tutte|leggi|altre|vedi|gli|con|condividi|abbonati|mais|leia|veja|compartilhar',
		'mer|läs|les|dela|del|siste|seneste|senaste|flere|fler|kommentarer|lees|meer|deel|reacties|lue|lisää|jaa|czytaj|więcej|udostępnij|více|číst|sdílet|viac|další|daha|tüm|paylaş|haberler|baca|juga|berita|bagikan|xem|thêm',
		'читать|ещё|еще|все|новости|поделиться|подписаться|читайте|также|новини|більше',
	].join('|')})$`,
	'iu',
);
const role =
	/\b(?:staff|reporters?|writers?|editors?|correspondents?|columnists?|contributors?|journalists?|bureau|desk|agenc(?:y|ies)|news|newsroom|chief|special|senior|political|business|sports?|science|health|culture|post|times|herald|tribune|gazette|chronicle|courier|journal|mail|press|media|today|daily|weekly|observer|guardian|tv|radio|reuters|afp|ap|bbc|cnn|analyst|producer|and agencies)\b/i;

/** Whether the words could be a person's name: two to five parts, each with a capital, particles between them. */
export function isPersonName(words: string): boolean {
	const parts = words.split(' ');
	const capitals = parts.filter((part) => namePart.test(part));
	return (
		parts.length >= 2 &&
		parts.length <= 6 &&
		capitals.length >= 2 &&
		namePart.test(parts.at(-1) ?? '') &&
		parts.every((part, at) => (at > 0 && particle.test(part)) || (!noName.test(part) && namePart.test(part)))
	);
}

/** Whether the words are what somebody is, and not who: "political editor", "Harbour Post", "in Moscow". */
export function isRole(words: string): boolean {
	return (
		words.length <= 60 &&
		words.split(' ').length <= 6 &&
		(role.test(words) || /^(?:in|from|at|for) (?:the )?\p{Lu}/u.test(words))
	);
}

/** A name set in capitals is as it would be written in a sentence: "ANN DE VRIES" is "Ann de Vries". */
export function inMixedCase(name: string): string {
	if (/\p{Ll}/u.test(name) || name.length < 4) return name;
	return name
		.toLowerCase()
		.replace(/(^|[\s'’-])(\p{Ll})/gu, (_, before, letter) => before + letter.toUpperCase())
		.replace(/ (De|Der|Den|Van|Von|Di|Da|La|Le|Del) /g, (word) => word.toLowerCase());
}
