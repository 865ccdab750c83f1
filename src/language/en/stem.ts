import { stemmer } from 'stemmer';

/**
 * What is left of a folded word without its ending ("hostilities": "hostil"), by Porter's rules for English ("An
 * algorithm for suffix stripping", 1980). The full-text tables take the same rules.
 */
export function stem(word: string): string {
	return stemmer(word);
}
