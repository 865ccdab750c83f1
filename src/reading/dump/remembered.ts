/**
 * The same function with its answers to the last texts kept, `most` of them at once: several steps of reading ask
 * about the same line. For short texts and answers that nobody changes.
 */
export function remembered<Answer>(read: (text: string) => Answer, most: number): (text: string) => Answer {
	const answers = new Map<string, { readonly answer: Answer }>();
	return (text) => {
		const known = answers.get(text);
		if (known) return known.answer;
		if (answers.size >= most) answers.clear();
		const answer = read(text);
		answers.set(text, { answer });
		return answer;
	};
}
