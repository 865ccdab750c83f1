import { z } from 'zod';
import type { Fault, InteractionInput, LiveFromClient, PostInput } from '../api.ts';

const id = z.string().regex(/^\d{1,20}$/u);
const text = z.string().max(6000);
const file = z.object({
	filename: z.string().min(1).max(260),
	contentType: z.string().max(100).optional(),
	base64: z.base64().max(14_000_000),
});
const options = z.record(z.string().max(32), z.union([text, z.number(), z.boolean(), file])).optional();
const where = {
	memberId: id.optional(),
	channelId: id.optional(),
	inDirectMessage: z.boolean().optional(),
	until: z.enum(['acknowledged', 'answered']).optional(),
};

/** What members send, checked: shapes are those of `api.ts`. */
export const interactionInput = z.discriminatedUnion('kind', [
	z.object({ ...where, kind: z.literal('command'), name: z.string().max(100), options }),
	z.object({
		...where,
		kind: z.literal('autocomplete'),
		name: z.string().max(100),
		options,
		focused: z.string().max(32),
	}),
	z.object({
		...where,
		kind: z.literal('component'),
		messageId: id,
		customId: z.string().max(100),
		values: z.array(z.string().max(100)).max(25).optional(),
	}),
	z.object({
		...where,
		kind: z.literal('modal'),
		customId: z.string().max(100),
		fields: z.record(
			z.string().max(100),
			z.union([text, z.boolean(), z.array(text).max(25), z.array(file).max(10)]),
		),
	}),
	z.object({
		...where,
		kind: z.enum(['messageCommand', 'userCommand']),
		name: z.string().max(32),
		targetId: id,
	}),
]) as z.ZodType<InteractionInput>;

const posted = {
	channelId: id,
	content: z.string().max(4000).optional(),
	replyTo: id.optional(),
	files: z.array(file).max(10).optional(),
};
export const postInput = z.object({ ...posted, memberId: id }) as z.ZodType<PostInput>;

const ms = z.number().min(0).max(600_000);
export const fault = z.discriminatedUnion('kind', [
	z.object({
		kind: z.literal('dropGateway'),
		resumable: z.boolean().optional(),
		shard: z.int().min(0).optional(),
	}),
	z.object({ kind: z.literal('reconnect'), shard: z.int().min(0).optional() }),
	z.object({ kind: z.literal('gatewayDown'), ms }),
	z.object({
		kind: z.literal('requests'),
		times: z.int().min(1).max(1_000_000).optional(),
		method: z.string().max(10).optional(),
		route: z.string().max(200).optional(),
		effect: z.union([
			z.strictObject({ status: z.int().min(400).max(599) }),
			z.strictObject({
				retryAfter: z.number().min(0).max(600),
				scope: z.enum(['user', 'global', 'shared']).optional(),
			}),
			z.strictObject({ slow: ms }),
			z.strictObject({ missingPermission: z.literal(true) }),
			z.strictObject({ lose: z.enum(['request', 'answer']) }),
		]),
	}),
	z.object({ kind: z.literal('slow'), ms }),
	z.object({ kind: z.literal('missingPermission'), on: z.boolean() }),
	z.object({ kind: z.literal('rateLimits'), on: z.boolean() }),
	z.object({ kind: z.literal('none') }),
]) as z.ZodType<Fault>;

const messageId = z.union([z.string().max(100), z.number()]);
export const fromClient = z.discriminatedUnion('type', [
	z.object({ type: z.literal('interact'), id: messageId, input: interactionInput }),
	z.object({ type: z.literal('post'), id: messageId, input: z.object(posted) }),
	z.object({ type: z.literal('snapshot') }),
	z.object({ type: z.literal('typing'), channelId: id }),
	z.object({
		type: z.literal('account'),
		installed: z.boolean().optional(),
		directMessages: z.boolean().optional(),
	}),
	z.object({
		type: z.literal('react'),
		channelId: id,
		messageId: id,
		emoji: z.string().min(1).max(100),
		on: z.boolean(),
	}),
	z.object({
		type: z.literal('vote'),
		channelId: id,
		messageId: id,
		answerIds: z.array(z.int().min(1).max(10)).max(10),
	}),
]) as z.ZodType<LiveFromClient>;

/** The first thing that is wrong, in a sentence. */
export function sentence(error: z.ZodError): string {
	const [issue] = error.issues;
	return issue ? `${issue.path.join('.') || 'The body'}: ${issue.message}.` : 'That is not understood.';
}
