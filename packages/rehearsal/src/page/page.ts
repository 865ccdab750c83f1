import type { InteractionInput, ShownMessage } from '../api.ts';
import type { Answer, Live } from './live.ts';
import type { World } from './world/world.ts';

/** What the parts of the page need of each other. */
export interface Page {
	/** The member's; another object after each reconnection. */
	readonly world: World;
	readonly live: Live;
	/** Where the member is: a channel, thread or forum. */
	readonly placeId: string;
	/** Uses the bot, and shows the modal or the failure that may come of it. */
	act(input: InteractionInput): Promise<Answer>;
	/** Opens a place, at its newest message or at another one. */
	goTo(placeId: string, messageId?: string | null): void;
	/** Puts a command into the composer. */
	compose(commandName: string): void;
	/** Puts text into the composer, at the cursor. */
	insert(text: string): void;
	replyTo(message: ShownMessage): void;
	/** Dismisses an ephemeral message: nobody else knows of it. */
	dismiss(message: ShownMessage): void;
	/** Messages of which a component was used and the bot has not answered. */
	readonly busy: Set<string>;
	/** By message: the component that is shown as waiting, and what went wrong with the last one. */
	readonly waiting: Map<string, string>;
	readonly failed: Map<string, string>;
	/** Draws a message again. */
	redraw(message: ShownMessage): void;
	/** Says something in passing, also to those who do not see it. */
	say(text: string): void;
}
