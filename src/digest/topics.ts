import { UserError } from '../errors.ts';

/** Topics that come first, and topics that are left out. */
export interface Topics {
	readonly follow: readonly string[];
	readonly leaveOut: readonly string[];
}

const mostTopics = 20;

/**
 * Understands topics as they are typed: names with commas between, one to leave out with a minus before it
 * ("climate, harbours, -football"); "all" for none of either.
 * @throws UserError for too many.
 */
export function readTopics(typed: string): Topics {
	const follow = new Set<string>();
	const leaveOut = new Set<string>();
	if (/^\s*all\s*$/iu.test(typed)) return { follow: [], leaveOut: [] };
	for (const part of typed.split(',')) {
		const [, minus, name] = /^([-–−]?)\s*(.*)$/su.exec(part.replace(/\s+/gu, ' ').trim()) ?? [];
		if (name) (minus ? leaveOut : follow).add(name);
	}
	if (follow.size + leaveOut.size > mostTopics) {
		throw new UserError(
			`A digest takes at most ${mostTopics} topics; these are ${follow.size + leaveOut.size}.`,
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
