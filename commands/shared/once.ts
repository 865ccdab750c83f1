import type { Card } from '../../src/card.ts';

/** Cards of one answer; those that were made first go. Most members look at the first page or two. */
const mostCards = 4;

/**
 * Makes a card of an answer once for each way of asking, for as long as the library keeps the answer: distributing
 * quotations over pages costs more than everything else in a reply. The library gives the same object while
 * nothing changes, so nothing has to be invalidated here.
 */
export function oncePerAnswer<Answer extends object>(): (
	answer: Answer,
	asked: unknown,
	make: () => Card,
) => Card {
	const made = new WeakMap<Answer, Map<string, Card>>();
	return (answer, asked, make) => {
		const cards = made.get(answer) ?? new Map<string, Card>();
		made.set(answer, cards);
		const key = JSON.stringify(asked);
		const card = cards.get(key) ?? make();
		cards.set(key, card);
		const [oldest] = cards.keys();
		if (cards.size > mostCards && oldest !== undefined) cards.delete(oldest);
		return card;
	};
}
