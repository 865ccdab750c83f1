import { UserError } from '../errors.ts';
import { foldedKey } from '../language/fold.ts';
import type { Library } from '../library/library.ts';

/** Topics that come first, and topics that are left out. */
export interface Topics {
	readonly follow: readonly string[];
	readonly leaveOut: readonly string[];
}

const mostTopics = 20;
/** Discord could not offer a topic with a longer name. */
const longestTopic = 100;
/** As long as all of them can be, written out. */
export const longestTopics = mostTopics * (longestTopic + 3);

/**
 * Understands topics as they are typed: names with commas between, one to leave out with a minus before it
 * ("climate, harbours, -football"); "all" for none of either.
 * @throws UserError for too many, and for one that is too long.
 */
export function readTopics(typed: string): Topics {
	const follow = new Set<string>();
	const leaveOut = new Set<string>();
	if (/^\s*all\s*$/iu.test(typed)) return { follow: [], leaveOut: [] };
	for (const part of typed.split(',')) {
		const [, minus, name] = /^([-–−]?)\s*(.*)$/su.exec(part.replace(/\s+/gu, ' ').trim()) ?? [];
		if (!name) continue;
		if (name.length > longestTopic) {
			throw new UserError(
				`A topic is too long: the one that begins with ${name.slice(0, 20)} has more than ${longestTopic} characters. Put commas between topics.`,
			);
		}
		(minus ? leaveOut : follow).add(name);
	}
	if (follow.size + leaveOut.size > mostTopics) {
		throw new UserError(
			`Too many topics: a digest takes at most ${mostTopics}, and these are ${follow.size + leaveOut.size}.`,
		);
	}
	return { follow: [...follow], leaveOut: [...leaveOut] };
}

/** Topics as they would be typed again. */
export function writeTopics({ follow, leaveOut }: Topics): string {
	const all = [...follow, ...leaveOut.map((name) => `-${name}`)];
	return all.length === 0 ? 'all' : all.join(', ');
}

/** What is typed so far, split before the topic that is being typed: "climate, -foo" is "climate, -" and "foo". */
export function beingTyped(typed: string): { readonly before: string; readonly last: string } {
	const [, before = '', last = ''] = /^(.*,\s*[-–−]?|\s*[-–−]?)(.*)$/su.exec(typed) ?? [];
	return { before, last: last.trimStart() };
}

/** Those of the topics that no article has, each with one that an article has and that could be meant. */
export async function unknownTopics(
	{ follow, leaveOut }: Topics,
	library: Library,
): Promise<readonly { readonly topic: string; readonly near: string | null }[]> {
	const unknown: { topic: string; near: string | null }[] = [];
	for (const topic of [...follow, ...leaveOut]) {
		const like = await library.suggestTopics(topic, 5);
		if (like.some((one) => foldedKey(one.topic) === foldedKey(topic))) continue;
		unknown.push({ topic, near: like[0]?.topic ?? null });
	}
	return unknown;
}
