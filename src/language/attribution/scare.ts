import type { Mention, Scene } from '../mentions.ts';
import type { Emit } from '../model/loglinear.ts';
import type { Place } from './sources.ts';

const finite = new Set(
	"is are was were be been am has have had do does did will would can could should i'm it's don't we're we've i've that's you're they're isn't can't won't didn't i i'll he's she's let's we'll let's get got want need know think going".split(
		' ',
	),
);
const minor = new Set('a an the of and or in on for to at by with from'.split(' '));

/** Emits what tells a quotation from marks around something else: a title of a work, a nickname, a doubted word. */
export function scareFeatures(
	scene: Scene,
	place: Place,
	source: Mention | null,
	sourceScore: number,
	emit: Emit,
): void {
	const { paragraph, classes } = scene;
	const { tokens } = paragraph;
	const last = paragraph.spans[place.span]?.close ? place.after - 1 : place.after;
	let words = 0;
	let capitals = 0;
	let minors = 0;
	let verbs = 0;
	let pronouns = 0;
	let stops = 0;
	for (let at = place.first + 1; at < last && words < 40; at++) {
		const token = tokens[at];
		if (!token) break;
		if (token.kind === 'mark') {
			if (token.text === ',' || token.text === '.' || token.text === '?' || token.text === '!') stops++;
			continue;
		}
		words++;
		if (token.capital || token.kind === 'number') capitals++;
		else if (minor.has(token.lower)) minors++;
		if (finite.has(token.lower)) verbs++;
		if (subject.has(token.lower)) pronouns++;
	}
	const length = words < 6 ? words : words < 9 ? 6 : words < 14 ? 7 : 8;
	const title =
		words > 0 && capitals + minors === words
			? 'T'
			: capitals > 1
				? 'C'
				: capitals === 1 && place.capital
					? 'c'
					: 'l';
	const before = tokens[place.first - 1];
	const behind = tokens[place.reach];
	const score = Math.max(-1, Math.min(9, Math.floor(sourceScore * 10)));
	emit('length', length);
	emit('length+title', length, title);
	emit('verbs', Math.min(verbs, 2), length);
	emit('pronouns', Math.min(pronouns, 2), length > 3 ? 'l' : 's');
	emit('point', place.point, length > 3 ? 'l' : 's');
	emit('stops', Math.min(stops, 3));
	emit('around', `${place.before}${title}${place.behind}`);
	emit('around+length', place.before, place.behind, Math.min(length, 4));
	emit('before', place.before);
	emit('behind', place.behind);
	emit('word before', before?.kind === 'word' ? before.lower : (before?.text ?? '^'));
	emit('word behind', behind?.kind === 'word' ? behind.lower : (behind?.text ?? '$'));
	const second = tokens[place.first - 2];
	emit(
		'two before',
		`${second?.capital ? 'N' : (second?.lower ?? '^')} ${before?.capital ? 'N' : (before?.lower ?? '^')}`,
	);
	emit('score', score);
	emit('score+length', score, length);
	emit('spans', Math.min(paragraph.spans.length, 3));
	if (words === 1)
		emit('single', (tokens[place.first + 1]?.lower ?? '').replace(/[^\p{L}]/gu, '').slice(0, 16));
	emit('source', sourceScore > 0.5 ? 1 : 0, title, place.before);
	emit('paragraph', Math.min(paragraph.index, 2), length > 3 ? 'l' : 's');
	const short = Math.min(length, 5);
	emit('own', place.own, short);
	emit('side', source?.side ?? '-', short, source?.paragraph === place.paragraph ? 1 : 0);
	emit('class before', `${classes[place.first - 2] ?? '^'}${place.before}`);
}

const subject = new Set('i we you he she they it my our your me us'.split(' '));
