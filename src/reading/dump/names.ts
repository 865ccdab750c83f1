const particle =
	/^(?:de|del|della|der|den|des|di|da|do|dos|du|la|le|van|von|vom|zu|zur|ten|ter|af|av|al|el|bin|ibn|bint|abu|y|e|mc|mac|o['’]|st\.?)$/i;
const namePart = /^(?:\p{Lu}[\p{L}\p{M}'’.-]*|\p{Lo}[\p{Lo}\p{M}]*)$/u;
const noName =
	/^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|june|july|august|september|october|november|december|the|this|that|his|her|our|your|my|its|all|why|how|what|when|where|who)$/i;
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
		parts.every((part) => !noName.test(part) && (namePart.test(part) || particle.test(part)))
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
