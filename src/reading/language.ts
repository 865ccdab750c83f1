/** Words that a language cannot do without, and that are no words of the others here. */
const functionWords: Readonly<Record<string, string>> = {
	en: 'the and of to was that with for has were is are from which this have been would their',
	de: 'der die das und nicht mit ist ein eine auf sich dem den von wird auch für sei',
	fr: 'le les des et une est dans que qui pour sur avec pas plus par au aux du',
	es: 'el los las y una es que por con para del se su más como pero fue',
	it: 'il di che e gli della per una con del sono non alla nel più anche',
	pt: 'o os uma que não com para do da em dos das foi mais ao pela',
	nl: 'het een van en dat niet met voor zijn op ook aan wordt heeft naar',
	sv: 'och att det som en på är av för med den inte har till ett',
	pl: 'nie się na że jest do jak przez oraz po który dla od za',
	ru: 'и в не на что с по как это из для его от он за',
	uk: 'і в не на що з за як це та для його від він або',
};

const sample = 2000;
/** Of all words, how many must be function words of the one language, and how far it must be ahead. */
const enough = 0.12;
const ahead = 1.5;
const fewest = 20;

const sets = Object.entries(functionWords).map(([tag, words]) => ({ tag, words: new Set(words.split(' ')) }));

/** The language of a text as a BCP 47 tag, by its commonest words; null where they do not settle it. */
export function detectLanguage(paragraphs: readonly string[]): string | null {
	const words: string[] = [];
	for (const paragraph of paragraphs) {
		if (words.length >= sample) break;
		words.push(
			...(paragraph
				.slice(0, 10_000)
				.toLowerCase()
				.match(/\p{L}+/gu) ?? []),
		);
	}
	if (words.length < fewest) return null;
	const ranks = sets
		.map(({ tag, words: known }) => ({ tag, count: words.filter((word) => known.has(word)).length }))
		.sort((a, b) => b.count - a.count);
	const [first, second] = ranks;
	if (!first || !second || first.count < words.length * enough) return null;
	return first.count >= second.count * ahead ? first.tag : null;
}
