import { clearTimeout, setImmediate, setTimeout } from 'node:timers';
import type { Rehearsal, RehearsalOptions } from './api.ts';
import { RehearsalError } from './errors.ts';
import { Gateway } from './gateway/gateway.ts';
import { listen } from './listen.ts';
import { interact, outcomeOf } from './members/interact.ts';
import { post } from './members/post.ts';
import { snapshot } from './members/snapshot.ts';
import { Faults } from './rest/faults.ts';
import { RateLimits } from './rest/limits.ts';
import { Recorder } from './rest/recorder.ts';
import { router } from './rest/router.ts';
import { routes } from './rest/routes.ts';
import type { Api } from './rest/serve.ts';
import { loadSchemas, type Schemas } from './rules/schema.ts';
import { botId, botToken, seed, user } from './state/seed.ts';
import { serverSettings } from './state/server-settings.ts';
import { type Settings, World } from './state/world.ts';

const defaults: Settings = {
	rateLimits: true,
	answerWithin: 3_000,
	tokenLifetime: 15 * 60_000,
	keepRequests: 500,
	keepMessages: 10_000,
	heartbeat: 41_250,
	schema: true,
	privilegedIntents: false,
};

/**
 * Starts a simulated Discord on 127.0.0.1: the REST API and gateway that a bot connects to with `apiUrl` and
 * `token`, and the ways to act as a member.
 * @throws Error where no port is available
 */
export async function startRehearsal(options: RehearsalOptions = {}): Promise<Rehearsal> {
	const { port = 4600, handle, botName = 'Bot', ...given } = options;
	const world = new World({ ...defaults, ...given }, user(botId, botName, botName, true), botToken);
	const guild = seed(world);
	const gateway = new Gateway(world);
	const faults = new Faults();
	const recorder = new Recorder(world);
	const schemas = Promise.withResolvers<Schemas>();
	// A failure to load is reported to the first request that needs them.
	schemas.promise.catch(() => {});
	const api: Api = {
		world,
		find: router(routes),
		faults,
		limits: new RateLimits(),
		recorder,
		schemas: schemas.promise,
	};
	const server = await listen(api, gateway, port, handle);
	// Loading takes longer than everything else here, and nothing has to wait for it yet.
	if (world.settings.schema) setImmediate(() => schemas.resolve(loadSchemas()));
	world.url = server.url;

	const rehearsal: Rehearsal = {
		url: server.url,
		apiUrl: `${server.url}/api`,
		token: world.token,
		applicationId: world.application.id,
		botId: world.bot.id,
		guild,
		interact: (input) => interact(world, guild, input),
		outcome: (id) => {
			const interaction = world.interactions.byId(id);
			return interaction ? outcomeOf(world, interaction) : null;
		},
		messages: (channelId, asMember) =>
			world.messages
				.all(channelId)
				.filter(({ rehearsal: { visibleTo } }) => visibleTo === null || visibleTo === asMember),
		post: async (input) => post(world, input),
		requests: () => recorder.all(),
		async setInteractionsEndpoint(url) {
			if (url !== null) await world.endpointKeys.check(url);
			world.endpoint = url;
		},
		fault(fault) {
			faults.add(world, fault);
			gateway.fault(fault);
		},
		snapshot: (asMember = guild.members.member) => snapshot(world, asMember),
		listen: (listener) => world.listen(listener),
		ready: (ms = 10_000) => ready(gateway, ms),
		...serverSettings(world, guild),
		async close() {
			world.interactions.close();
			gateway.close();
			await server.close();
		},
	};
	server.serveMembers(rehearsal);
	return rehearsal;
}

function ready(gateway: Gateway, ms: number): Promise<void> {
	if (gateway.isReady()) return Promise.resolve();
	return new Promise((resolve, reject) => {
		const timer = setTimeout(() => {
			off();
			reject(new RehearsalError(`No bot has connected within ${ms} ms.`));
		}, ms);
		const off = gateway.onReady(() => {
			off();
			clearTimeout(timer);
			resolve();
		});
	});
}
