import { scores } from '../tests/reading/html/systems/score.ts';

// npm run --silent bench:comments
// Reads two invented threads as each of ten systems of comments and forums renders them, and prints how many of the
// texts, authors, times and answered authors were read right, and each that was not.

const all = scores();
const sum = (part: 'right' | 'all') => all.reduce((total, score) => total + score[part], 0);
for (const { system, wrong } of all) for (const one of wrong) console.log(`${system}: ${one}`);
console.log(
	JSON.stringify({
		pages: all.length,
		right: sum('right'),
		of: sum('all'),
		percent: Math.round((1_000 * sum('right')) / sum('all')) / 10,
	}),
);
