import OpenAI, { APIConnectionError, APIError } from 'openai';
import { type LanguageModel, ModelError } from './model.ts';

export interface ModelAddress {
	/** Of an OpenAI-compatible interface, with its version: "http://127.0.0.1:11434/v1". */
	readonly url: string;
	readonly model: string;
	/** Null where the address asks for none. */
	readonly key: string | null;
}

/** What is asked for, and what is read of an answer. */
const most = { tokens: 700, bytes: 512 * 1024 };

/** A language model behind an OpenAI-compatible address: Ollama, llama.cpp, vLLM, OpenAI. */
export function openAiModel({ url, model, key }: ModelAddress): LanguageModel {
	const client = new OpenAI({
		baseURL: url,
		apiKey: key ?? 'none',
		// What stands in the environment for other programs is not meant for this address.
		organization: null,
		project: null,
		maxRetries: 0,
		logLevel: 'off',
		fetch: boundedFetch,
	});
	return {
		name: model,
		async *write({ system, user }, signal) {
			try {
				const stream = await client.chat.completions.create(
					{
						model,
						stream: true,
						temperature: 0,
						max_tokens: most.tokens,
						messages: [
							{ role: 'system', content: system },
							{ role: 'user', content: user },
						],
					},
					{ signal },
				);
				for await (const chunk of stream) {
					const text: unknown = chunk?.choices?.[0]?.delta?.content;
					if (typeof text === 'string' && text !== '') yield text;
				}
			} catch (error) {
				throw plainError(error);
			}
		},
	};
}

/** Follows no redirect, so that the key goes nowhere else, and reads no more of an answer than it may have. */
const boundedFetch: typeof fetch = async (input, init) => {
	const response = await fetch(input, { ...init, redirect: 'error' });
	if (response.body === null) return response;
	let bytes = 0;
	const bounded = response.body.pipeThrough(
		new TransformStream<Uint8Array, Uint8Array>({
			transform(chunk, controller) {
				bytes += chunk.byteLength;
				if (bytes > most.bytes) controller.error(new Error('the answer is too long'));
				else controller.enqueue(chunk);
			},
		}),
	);
	const { status, statusText, headers } = response;
	return new Response(bounded, { status, statusText, headers });
};

/** Without the answer's text and headers, which may hold anything, and without the request, which holds the key. */
function plainError(error: unknown): ModelError {
	if (error instanceof APIConnectionError) return new ModelError('unreachable');
	if (error instanceof APIError && error.status !== undefined)
		return new ModelError('refused', new Error(`HTTP status ${error.status}`));
	return new ModelError('broken off');
}
