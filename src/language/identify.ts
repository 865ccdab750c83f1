import { detector } from './detector.ts';

/** How many UTF-16 units of the article are looked at: more changes nothing. */
const sample = 2_000;

/**
 * The language of a text as a primary subtag of BCP 47, decided on its sentences; null where they do not decide it.
 * Looks at the first thousands of characters only.
 */
export function identifyLanguage(paragraphs: readonly string[]): string | null {
	let text = '';
	for (const paragraph of paragraphs) {
		if (text.length >= sample) break;
		text += `${paragraph.slice(0, sample)}\n`;
	}
	const found = detector().detect(text.slice(0, sample));
	return found.isReliable() ? found.language : null;
}
