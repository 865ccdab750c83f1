import { inventArticle } from '../invented.ts';

/** By turns a copy, one with a fifth of its words changed, eight words of one, and one that is not there. */
export function posted(run: number, articles: number, random: () => number): string {
	const kind = run % 4;
	const number = Math.floor(random() * articles) + (kind === 3 ? articles : 0);
	const { quotes } = inventArticle(number);
	const words = (quotes[Math.floor(random() * quotes.length)]?.text ?? '').split(' ');
	if (kind === 1) return words.map((word) => (random() < 0.2 ? `${word}s` : word)).join(' ');
	return (kind === 2 ? words.slice(5, 13) : words).join(' ');
}
