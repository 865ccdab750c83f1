import { choice, hidden, integer, reference, string } from '../src/command.ts';
import { typed, UserError } from '../src/errors.ts';
import { accessCard } from './shared/access-card.ts';
import { progressCard } from './shared/added-card.ts';
import { adderIn } from './shared/adder.ts';
import { type Context, command } from './shared/context.ts';
import { noArticles } from './shared/empty.ts';
import { articleHere } from './shared/here.ts';
import { libraryCard } from './shared/library-card.ts';
import { entryCard, removeCard, removedCard } from './shared/library-entry-card.ts';
import { articleOption, pageOption } from './shared/options.ts';
import { forgetServerCard, forgottenServerCard } from './shared/privacy-cards.ts';

/** Articles listed, the latest first; an older one is found by its headline or a topic. */
const listed = 200;

const shelfOf = ({ place }: Context) => place.server?.id ?? null;

export const list = command({
	name: 'library list',
	formerly: 'library',
	description: 'All articles, who added them, and which files could not be read',
	options: {
		find: string<Context>({ description: 'Only articles with these words in their headline', maxLength: 80 }),
		page: pageOption,
	},
	async run({ find, page = 0 }, context) {
		const { library, additions } = context;
		const asked = find?.trim() === '' ? undefined : find;
		const [status, lines] = await Promise.all([
			library.status(),
			asked === undefined ? library.latest(listed) : library.suggestArticles(asked, listed),
		]);
		if (status.articles === 0 && status.broken.length === 0 && status.waiting === null) return noArticles;
		if (asked !== undefined && lines.length === 0) {
			throw new UserError([
				'No article has ',
				typed(asked),
				' in its headline: /search looks through the texts.',
			]);
		}
		const added = await additions.of(
			shelfOf(context),
			lines.map(({ id }) => id),
		);
		return libraryCard({ status, lines, additions: added, find: asked, page });
	},
});

const show = command({
	name: 'library show',
	description: 'Where an article comes from: who added it, when, and when it was fetched last',
	options: { article: articleOption },
	async run({ article: given }, context) {
		const line = await lineOf(given, context);
		return entryCard(line, await context.additions.of(shelfOf(context), [line.id]));
	},
});

const remove = command({
	name: 'library remove',
	description: 'Remove an article that you have added here; those who manage the server remove any of it',
	alwaysPrivate: true,
	options: {
		article: { ...articleOption, description: 'Which article: words of its headline' },
		ask: hidden.boolean('Ask before it is removed'),
	},
	async run({ article: given, ask = false }, context) {
		if (given === undefined && context.place.article === null)
			throw new UserError('Say which article is to be removed.');
		const line = await lineOf(given, context);
		if (ask) return removeCard(line);
		return removedCard(line, await context.additions.remove(line.id, adderIn(context.place)));
	},
});

const refresh = command({
	name: 'library refresh',
	description: 'Fetch an article again that was added by a link; what it said before is kept',
	options: { article: articleOption },
	async run({ article: given }, context) {
		const { additions, place } = context;
		const line = await lineOf(given, context);
		const takenAs = await additions.refresh(line.id, adderIn(place), (step) =>
			place.progress?.(progressCard(step)),
		);
		const now = (await context.library.line(line.id)) ?? line;
		return entryCard(now, await additions.of(shelfOf(context), [now.id]), takenAs);
	},
});

const access = command({
	name: 'library access',
	description: 'Who may add articles in this server, and how many in a day',
	only: 'managers',
	privateByDefault: true,
	options: {
		who: choice({
			description: 'Who may add articles',
			choices: {
				embedders: 'Members who may embed links',
				role: 'Members with a role',
				managers: 'Those who manage the server',
			},
		}),
		role: reference('role', { description: 'The role, where members with a role may' }),
		daily: integer({ description: 'How many articles a member may add in a day', min: 1, max: 500 }),
	},
	async run({ who, role, daily }, { additions, place }) {
		if (place.server === null) throw new UserError('This is set in a server, for that server.');
		const server = place.server.id;
		const { mostDaily: _, ...now } = await additions.rules(server);
		const wanted = who ?? (role === undefined ? now.who : 'role');
		const wantedRole = role ?? now.role;
		if (wanted === 'role' && wantedRole === null)
			throw new UserError('Say which role: give the option role as well.');
		if (role !== undefined && wanted !== 'role') {
			throw new UserError('A role is only for members with a role: leave out who, or choose that.');
		}
		const isSet = who !== undefined || role !== undefined || daily !== undefined;
		const rules = { who: wanted, role: wanted === 'role' ? wantedRole : null, daily: daily ?? now.daily };
		if (isSet) await additions.setRules(server, rules);
		return accessCard(await additions.rules(server), isSet);
	},
});

const forget = command({
	name: 'library forget',
	description: 'Remove everything that I keep of this server, after asking once more',
	only: 'managers',
	alwaysPrivate: true,
	options: { sure: hidden.boolean('Remove it') },
	async run({ sure = false }, { privacy, place }) {
		if (place.server === null) throw new UserError('/library forget works only in a server that has me.');
		return sure ? forgottenServerCard(await privacy.forgetServer(place.server.id)) : forgetServerCard;
	},
});

/** The article that is meant, in one line. @throws UserError where there is none. */
async function lineOf(given: string | undefined, context: Context) {
	const { line } = await context.library.brief(await articleHere(given, context));
	return line;
}

export default [list, show, remove, refresh, access, forget];
