const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/**
 * Words that open a question in other languages and are no English words or names ("dove", "Wen"), by language; also of
 * some whose words are not known otherwise.
 */
export const askingWords: ReadonlyMap<string, ReadonlySet<string>> = new Map([
	[
		'de',
		set('wer wem wessen wann wo woher wohin warum wieso weshalb wie wieviel welche welcher welches welchen'),
	],
	['es', set('quien quienes cuando donde adonde cuanto cuanta cuantos cuantas cual cuales')],
	['fr', set('qui quand où pourquoi combien quel quelle quels quelles quoi')],
	['it', set('quando perche quanto quanta quanti quante quale quali')],
	['nl', set('wie wanneer waar waarom hoeveel welke')],
	['pl', set('kto kiedy gdzie dlaczego jaki jaka jakie')],
	['pt', set('quem quando onde quanto quantos quantas qual quais')],
	['ru', set('кто кого когда где куда почему зачем сколько как какой какая какие что')],
]);
