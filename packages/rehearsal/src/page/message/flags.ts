import type { ShownMessage } from '../../api.ts';
import { MessageFlag } from '../kinds.ts';

const has = (message: ShownMessage, flag: number) => ((message.flags ?? 0) & flag) !== 0;

/** Seen by one member only. */
export const isEphemeral = (message: ShownMessage): boolean => has(message, MessageFlag.ephemeral);
/** "is thinking…": the answer is still to come. */
export const isThinking = (message: ShownMessage): boolean => has(message, MessageFlag.loading);
export const showsEmbeds = (message: ShownMessage): boolean => !has(message, MessageFlag.suppressEmbeds);
