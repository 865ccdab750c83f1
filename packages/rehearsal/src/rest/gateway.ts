import type { World } from '../state/world.ts';
import { noContent, ok, type Route, route } from './call.ts';

/** Where the gateway is, and who the bot is. */
export const gatewayRoutes: readonly Route[] = [
	route('GET', '/gateway', { auth: false }, ({ world }) => ok({ url: gatewayUrl(world.url) })),
	route('GET', '/gateway/bot', {}, ({ world }) =>
		ok({
			url: gatewayUrl(world.url),
			shards: 1,
			session_start_limit: { total: 1000, remaining: 1000, reset_after: 86_400_000, max_concurrency: 16 },
		}),
	),
	route('GET', '/users/@me', {}, ({ world }) =>
		ok({ ...world.bot, verified: true, mfa_enabled: true, locale: 'en-US', email: null, premium_type: 0 }),
	),
	route(
		'GET',
		'/users/@me/guilds',
		{ query: { limit: [1, 200], before: 'snowflake', after: 'snowflake' } },
		(call) => {
			const { limit = '200', after = '0' } = call.query;
			const guilds = [...call.world.guilds.values()].filter(
				({ id }) => call.world.isBotIn(id) && BigInt(id) > BigInt(after),
			);
			return ok(
				guilds.slice(0, Number(limit)).map(({ id, name }) => ({
					id,
					name,
					icon: null,
					banner: null,
					owner: false,
					permissions: '0',
					features: [],
				})),
			);
		},
	),
	route('DELETE', '/users/@me/guilds/{guild_id}', {}, ({ world, param }) => {
		const guild = world.guild(param('guild_id'));
		world.removeGuild(guild);
		return noContent;
	}),
	route('GET', '/applications/@me', {}, ({ world }) => ok(application(world))),
	route('GET', '/oauth2/applications/@me', {}, ({ world }) => ok(application(world))),
];

const gatewayUrl = (url: string): string => `${url.replace('http', 'ws')}/gateway`;

function application({
	application: { id, name },
	bot,
	endpoint,
	endpointKeys,
}: World): Record<string, unknown> {
	return {
		id,
		name,
		icon: null,
		description: '',
		summary: '',
		type: null,
		bot,
		bot_public: false,
		bot_require_code_grant: false,
		verify_key: endpointKeys.verifyKey,
		flags: 0,
		flags_new: '0',
		hook: true,
		rpc_origins: [],
		redirect_uris: [],
		interactions_endpoint_url: endpoint,
		role_connections_verification_url: null,
		owner: bot,
		team: null,
		approximate_guild_count: 1,
		approximate_user_install_count: 0,
		approximate_user_authorization_count: 0,
		explicit_content_filter: 0,
		eligible_oauth2_scopes: [],
		integration_types_config: { '0': {}, '1': {} },
	};
}
