import { readFileSync, writeFileSync } from 'node:fs';
import { answerFrom } from '../src/language/retrieval/answer.ts';
import { collect } from '../src/language/retrieval/collection.ts';

// npm run --silent bench:answers -- GOLD.jsonl PREDICTIONS.jsonl
// Answers the questions of a corpus, one article a line, and writes a line a question for its scoring script:
// whether it counts as answered, and the sentences found, best first. A model that was trained on the corpus scores
// too well: `npm run train:answers -- GOLD.jsonl --check PREDICTIONS.jsonl` answers each article without it.

const [gold, predictions] = process.argv.slice(2);
if (!gold || !predictions) {
	console.error('usage: npm run --silent bench:answers -- GOLD.jsonl PREDICTIONS.jsonl');
	process.exit(2);
}
const took: number[] = [];
const lines = readFileSync(gold, 'utf8')
	.split('\n')
	.filter(Boolean)
	.flatMap((line) => {
		const { title, paragraphs, questions } = JSON.parse(line) as {
			title: string;
			paragraphs: string[];
			questions: { id: string; question: string }[];
		};
		const text = { paragraphs, title: title.replaceAll('_', ' '), language: 'en' };

		return questions.map(({ id, question }) => {
			const began = performance.now();
			const { answered, passages } = answerFrom(question, collect([text]), { language: 'en' });
			took.push(performance.now() - began);
			const hits = passages.map(({ paragraph, start, end }) => ({ paragraph, start, end }));
			return JSON.stringify({ id, answered, hits });
		});
	});
writeFileSync(predictions, `${lines.join('\n')}\n`);
took.sort((one, other) => one - other);
const at = (part: number) => Math.round(10 * (took[Math.floor(part * took.length)] ?? 0)) / 10;
console.log(JSON.stringify({ questions: lines.length, milliseconds: { p50: at(0.5), p99: at(0.99) } }));
