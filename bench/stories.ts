// `npm run --silent bench:stories`: how well articles on the same story are put together, on the invented articles of
// tests/stories. The threshold is chosen on the first half alone.
import { sameStoryFrom, storiesAmong } from '../src/language/stories/cluster.ts';
import { printOf, type Told, toldStories } from '../tests/stories/told-stories.ts';
import { bCubed, pairwise, percent } from './stories/score.ts';

function row(name: string, told: readonly Told[], from: number): string {
	const truth = told.map(({ story }) => story);
	const prints = told.map(printOf);
	const all = storiesAmong(prints, [], from);
	const [pairs, cubed] = [pairwise(truth, all), bCubed(truth, all)];
	const values = [pairs.precision, pairs.recall, pairs.f1, cubed.precision, cubed.recall, cubed.f1].map(
		percent,
	);
	return `| ${[name, told.length, new Set(truth).size, all.length, ...values].join(' | ')} |`;
}

const [tuning, held] = [toldStories('tuning'), toldStories('held-out')];
process.stdout.write(
	'| articles | | stories | found | pairs: P | R | F1 | B³: P | R | F1 |\n|---|---|---|---|---|---|---|---|---|---|\n',
);
process.stdout.write(`${row('tuning', tuning, sameStoryFrom)}\n${row('held out', held, sameStoryFrom)}\n`);
process.stdout.write(
	`${row('both at once', [...tuning, ...held], sameStoryFrom)}\n\nOther thresholds, tuning:\n`,
);
for (let from = 0.2; from < 0.5; from += 0.02)
	process.stdout.write(`${row(from.toFixed(2), tuning, from)}\n`);
process.stdout.write(
	'\nHow few others are there to tell rare words by, held out: each story with one other one\n',
);
const stories = [...new Set(held.map(({ story }) => story))];
const small = stories.map((story, index) => {
	const other = stories[(index + 1) % stories.length];
	const told = held.filter((one) => one.story === story || one.story === other);
	return pairwise(
		told.map((one) => one.story),
		storiesAmong(told.map(printOf)),
	).f1;
});
process.stdout.write(
	`F1 of pairs, mean of ${small.length}: ${percent(small.reduce((sum, f1) => sum + f1, 0) / small.length)}\n`,
);
