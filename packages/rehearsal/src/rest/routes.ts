import type { Route } from './call.ts';
import { channelRoutes } from './channels.ts';
import { commandRoutes } from './commands.ts';
import { gatewayRoutes } from './gateway.ts';
import { guildRoutes } from './guilds.ts';
import { interactionRoutes } from './interactions.ts';
import { memberRoleRoutes } from './member-roles.ts';
import { messageRoutes } from './messages.ts';
import { onMessageRoutes } from './on-messages.ts';
import { threadRoutes } from './threads.ts';
import { webhookRoutes } from './webhooks.ts';

/** Every route of the API that the rehearsal has. */
export const routes: readonly Route[] = [
	...gatewayRoutes,
	...commandRoutes,
	...interactionRoutes,
	...webhookRoutes,
	...messageRoutes,
	...onMessageRoutes,
	...channelRoutes,
	...threadRoutes,
	...guildRoutes,
	...memberRoleRoutes,
];
