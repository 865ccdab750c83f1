import type { ExplainedQuote } from '../language/explain.ts';

const CANDIDATES = 4;
const REASONS = 4;

/** Without terminal control codes, on one line, cut. */
const plain = (text: string, length: number): string => {
	const line = text.replace(/\p{C}/gu, '').replace(/\s+/gu, ' ');
	return line.length > length ? `${line.slice(0, length - 1)}…` : line;
};
const percent = (chance: number): string => `${Math.round(chance * 100)} %`;
const reasons = (all: ExplainedQuote['trust']): string =>
	all
		.slice(0, REASONS)
		.map(({ about, weight }) => `${weight > 0 ? '+' : ''}${weight} ${about}`)
		.join('; ');

/** What decided about each quotation, a few lines each: who speaks, who else might, and the parts of each score. */
export function explainedQuotes(quotes: readonly ExplainedQuote[]): string {
	return quotes.map((one) => `${linesOf(one).join('\n')}\n`).join('\n');
}

function linesOf({ quote, candidates, meant, because, trust }: ExplainedQuote): string[] {
	const { paragraph, text, speaker, role, confidence } = quote;
	const who = speaker ?? role ?? 'nobody';
	const sure = confidence === null ? '' : ` (${percent(confidence)} sure)`;
	const lines = [`¶${paragraph + 1} “${plain(text, 70)}”`, `  ${plain(who, 60)}${sure}. ${because}`];
	for (const [index, one] of candidates.slice(0, CANDIDATES).entries()) {
		lines.push(
			`  ${index + 1}. “${plain(one.text, 40)}” in ¶${one.paragraph + 1}, ${percent(one.chance)}: ${reasons(one.reasons)}`,
		);
	}
	if (meant.length > 0) {
		const people = meant
			.slice(0, CANDIDATES)
			.map(({ name, chance }) => `${plain(name, 40)} ${percent(chance)}`);
		lines.push(`  The pronoun means: ${people.join(', ')}`);
	}
	if (trust.length > 0) lines.push(`  Trust: ${reasons(trust)}`);
	return lines;
}
