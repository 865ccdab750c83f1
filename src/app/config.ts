import { z } from 'zod';
import { UserError } from '../errors.ts';

/** An environment variable that is set to an empty string counts as not set. */
const optional = <T extends z.ZodType>(type: T) =>
	z.preprocess((value) => (value === '' ? undefined : value), type.optional());
const url = (protocols: RegExp) =>
	z.url({ protocol: protocols }).transform((value) => value.replace(/\/+$/u, ''));
const wholeNumber = (least: number, most: number) =>
	z.string().regex(/^\d+$/u).transform(Number).pipe(z.number().min(least).max(most));

/** Every variable, with an example for the sentence that refuses a wrong one. `.env.example` explains them. */
const variables = {
	DISCORD_TOKEN: {
		type: optional(z.string().regex(/^[\w-]+\.[\w-]+\.[\w-]+$/u)),
		example: 'the token from "Bot" in the developer portal, three parts with dots between',
	},
	DISCORD_API_URL: { type: optional(url(/^https?$/u)), example: 'https://discord.com/api' },
	ARTICLES: { type: optional(z.string()), example: 'data/articles' },
	DATA_DIR: { type: optional(z.string()), example: 'data' },
	STORE_URL: {
		type: optional(url(/^postgres(ql)?$/u)),
		example: 'postgres://verbatim:PASSWORD@127.0.0.1:5432/verbatim',
	},
	CACHE_URL: { type: optional(url(/^(redis|rediss|valkey|valkeys)$/u)), example: 'redis://127.0.0.1:6379' },
	SHARDS: { type: optional(z.string().regex(/^(?:auto|none|\d+(?:,\d+)*)$/u)), example: '0,1, auto or none' },
	SHARD_COUNT: { type: optional(wholeNumber(1, 10_000)), example: '2' },
	INTERACTIONS_PORT: { type: optional(wholeNumber(0, 65_535)), example: '8080' },
	INTERACTIONS_HOST: { type: optional(z.union([z.ipv4(), z.ipv6()])), example: '127.0.0.1' },
	METRICS_PORT: { type: optional(wholeNumber(0, 65_535)), example: '9100' },
	METRICS_HOST: { type: optional(z.union([z.ipv4(), z.ipv6()])), example: '127.0.0.1' },
	REHEARSAL_PORT: { type: optional(wholeNumber(0, 65_535)), example: '4600' },
	LLM_URL: { type: optional(url(/^https?$/u)), example: 'http://127.0.0.1:11434/v1' },
	LLM_MODEL: { type: optional(z.string().regex(/^[\w.:/@+-]{1,200}$/u)), example: 'qwen3:8b' },
	LLM_KEY: {
		type: optional(z.string().regex(/^[\x21-\x7e]{1,500}$/u)),
		example: 'the key from whoever runs the model, without spaces',
	},
	LLM_DAILY: { type: optional(wholeNumber(1, 100_000)), example: '50' },
	ADD_DAILY: { type: optional(wholeNumber(0, 10_000)), example: '20' },
	ADD_SERVER_DAILY: { type: optional(wholeNumber(0, 100_000)), example: '200' },
	ADD_IN_MESSAGES: {
		type: optional(z.string().regex(/^\d{15,20}(?:,\d{15,20})*$/u)),
		example: 'the ids of members with commas between them: 80351110224678912,80351110224678913',
	},
	CONTACT: {
		type: optional(z.string().regex(/^(?:https?:\/\/|mailto:)[\x21-\x27\x2a-\x7e]{3,300}$/u)),
		example: 'https://example.org/bot or mailto:bot@example.org',
	},
	PRIVACY_URL: { type: optional(url(/^https?$/u)), example: 'https://example.org/privacy' },
	LOG_LEVEL: {
		type: optional(z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent'])),
		example: 'info',
	},
} as const;

const loopback = '127.0.0.1';

/** What the environment says, checked and with defaults filled in. */
export interface Config {
	/** Null starts the rehearsal. */
	readonly token: string | null;
	/** Without a version: "https://discord.com/api". */
	readonly apiUrl: string | null;
	readonly articles: string;
	readonly dataDir: string;
	/** A PostgreSQL that the archive is in; null keeps it in a file in `dataDir`. It holds a password: never logged. */
	readonly storeUrl: string | null;
	/** Null keeps the cache in the process. */
	readonly cacheUrl: string | null;
	/**
	 * Null lets Discord choose; "none" connects to no gateway and answers only what comes to the endpoint; with "auto"
	 * the processes share them out, as many as `count` or as Discord recommends.
	 */
	readonly shards:
		| { readonly ids: readonly number[]; readonly count: number }
		| { readonly ids: 'auto'; readonly count: number | null }
		| 'none'
		| null;
	/** Where interactions are received over HTTP; null for nowhere. */
	readonly endpoint: { readonly port: number; readonly host: string } | null;
	/** Where health and metrics are served; null for nowhere. */
	readonly metrics: { readonly port: number; readonly host: string } | null;
	/** Null leaves /explain out. */
	readonly llm: LlmConfig | null;
	readonly adding: AddingConfig;
	/** An address that sites and members can reach the operator at; null where none is set. */
	readonly contact: string | null;
	/** The operator's page on privacy; null where there is none. */
	readonly privacyPage: string | null;
	readonly rehearsalPort: number;
	readonly logLevel: string;
}

/** How much members may add. */
export interface AddingConfig {
	/** Additions of a member in a day, where their server sets no other number. */
	readonly daily: number;
	/** Additions of all members of a server in a day. */
	readonly serverDaily: number;
	/** Those who may add articles in a direct message, for all to see; by id. */
	readonly owners: readonly string[];
}

/** A language model that explains articles. */
export interface LlmConfig {
	/** Of an OpenAI-compatible interface, with its version. */
	readonly url: string;
	readonly model: string;
	readonly key: string | null;
	/** Explanations for a server in a day. */
	readonly daily: number;
}

/**
 * Reads the configuration out of an environment.
 * @throws UserError one line that names the variable that is wrong, with an example; never its value.
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
	const read = <Name extends keyof typeof variables>(
		name: Name,
	): z.infer<(typeof variables)[Name]['type']> => {
		const { type, example } = variables[name];
		const result = type.safeParse(environment[name]);
		if (!result.success) throw new UserError(`${name} is not right: it should be like ${example}.`);
		return result.data as z.infer<(typeof variables)[Name]['type']>;
	};
	const interactionsPort = read('INTERACTIONS_PORT');
	const host = read('INTERACTIONS_HOST') ?? loopback;
	const metricsPort = read('METRICS_PORT');
	const metricsHost = read('METRICS_HOST') ?? loopback;
	const shards = shardsOf(read('SHARDS'), read('SHARD_COUNT'));
	if (shards === 'none' && interactionsPort === undefined) {
		throw new UserError(
			'SHARDS=none answers only over HTTP: set INTERACTIONS_PORT too, like INTERACTIONS_PORT=8080.',
		);
	}
	const llmUrl = read('LLM_URL');
	const llmModel = read('LLM_MODEL');
	if ((llmUrl === undefined) !== (llmModel === undefined)) {
		throw new UserError(
			'LLM_URL and LLM_MODEL go together: set both, like LLM_URL=http://127.0.0.1:11434/v1 and LLM_MODEL=qwen3:8b, or neither.',
		);
	}
	const llm = { key: read('LLM_KEY') ?? null, daily: read('LLM_DAILY') ?? 50 };
	return {
		token: read('DISCORD_TOKEN') ?? null,
		apiUrl: read('DISCORD_API_URL') ?? null,
		articles: read('ARTICLES') ?? 'data/articles',
		dataDir: read('DATA_DIR') ?? 'data',
		storeUrl: read('STORE_URL') ?? null,
		cacheUrl: read('CACHE_URL') ?? null,
		shards,
		endpoint: interactionsPort === undefined ? null : { port: interactionsPort, host },
		metrics: metricsPort === undefined ? null : { port: metricsPort, host: metricsHost },
		llm: llmUrl === undefined || llmModel === undefined ? null : { url: llmUrl, model: llmModel, ...llm },
		adding: {
			daily: read('ADD_DAILY') ?? 20,
			serverDaily: read('ADD_SERVER_DAILY') ?? 200,
			owners: read('ADD_IN_MESSAGES')?.split(',') ?? [],
		},
		contact: read('CONTACT') ?? null,
		privacyPage: read('PRIVACY_URL') ?? null,
		rehearsalPort: read('REHEARSAL_PORT') ?? 4600,
		logLevel: read('LOG_LEVEL') ?? 'info',
	};
}

/** @throws UserError where the two do not go together */
function shardsOf(given: string | undefined, count: number | undefined): Config['shards'] {
	if (given === 'auto') return { ids: 'auto', count: count ?? null };
	if (given === 'none' && count === undefined) return 'none';
	if ((given === undefined) !== (count === undefined) || given === 'none') {
		throw new UserError(
			'SHARDS and SHARD_COUNT go together: set both, like SHARDS=0,1 and SHARD_COUNT=2, or neither.',
		);
	}
	if (given === undefined || count === undefined) return null;
	const ids = given.split(',').map(Number);
	if (ids.some((id) => id >= count)) {
		throw new UserError(
			`SHARDS is not right: every number in it must be below SHARD_COUNT, which is ${count}.`,
		);
	}
	return { ids, count };
}
