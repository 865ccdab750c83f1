import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/app/config.ts';

describe('the configuration', () => {
	it('needs nothing to be set', () => {
		expect(readConfig({})).toEqual({
			token: null,
			apiUrl: null,
			articles: 'data/articles',
			dataDir: 'data',
			cacheUrl: null,
			storeUrl: null,
			shards: null,
			endpoint: null,
			metrics: null,
			privacyPage: null,
			llm: null,
			adding: { daily: 20, serverDaily: 200, owners: [] },
			contact: null,
			rehearsalPort: 4600,
			logLevel: 'info',
		});
	});

	it('treats an empty variable as not set', () => {
		expect(readConfig({ DISCORD_TOKEN: '', REHEARSAL_PORT: '' })).toEqual(readConfig({}));
	});

	it.each([
		['DISCORD_TOKEN', 'not a token'],
		['DISCORD_API_URL', 'ftp://example.org'],
		['CACHE_URL', 'http://example.org'],
		['STORE_URL', 'mysql://somebody:secret@example.org/verbatim'],
		['SHARD_COUNT', 'two'],
		['REHEARSAL_PORT', '70000'],
		['INTERACTIONS_PORT', 'http'],
		['INTERACTIONS_HOST', 'example.org'],
		['LLM_URL', 'ftp://example.org'],
		['LLM_KEY', 'two words'],
		['LLM_DAILY', '-3'],
		['ADD_DAILY', 'many'],
		['ADD_SERVER_DAILY', '-1'],
		['ADD_IN_MESSAGES', '@lena'],
		['CONTACT', 'a (bracket)'],
		['LOG_LEVEL', 'loud'],
	])('refuses a wrong %s in one line that names it and not its value', (name, value) => {
		const refusal = () => readConfig({ [name]: value });
		expect(refusal).toThrow(new RegExp(`^${name} is not right: it should be like .+\\.$`, 'u'));
		expect(refusal).not.toThrow(value);
	});

	it('takes a language model only with its address and its name', () => {
		const LLM_URL = 'http://127.0.0.1:11434/v1/';
		expect(readConfig({ LLM_URL, LLM_MODEL: 'qwen3:8b', LLM_DAILY: '7' }).llm).toEqual({
			...{ url: 'http://127.0.0.1:11434/v1', model: 'qwen3:8b', key: null, daily: 7 },
		});
		expect(() => readConfig({ LLM_URL })).toThrow('LLM_URL and LLM_MODEL go together');
		expect(() => readConfig({ LLM_MODEL: 'qwen3:8b' })).toThrow('go together');
		expect(readConfig({ LLM_KEY: 'unused' }).llm).toBeNull();
	});

	it('accepts shards only together with their count, and only below it', () => {
		expect(readConfig({ SHARDS: '0,2', SHARD_COUNT: '4' }).shards).toEqual({ ids: [0, 2], count: 4 });
		expect(() => readConfig({ SHARDS: '0' })).toThrow('go together');
		expect(() => readConfig({ SHARDS: '4', SHARD_COUNT: '4' })).toThrow('below SHARD_COUNT');
	});

	it('lets processes share the shards out among themselves', () => {
		expect(readConfig({ SHARDS: 'auto' }).shards).toEqual({ ids: 'auto', count: null });
		expect(readConfig({ SHARDS: 'auto', SHARD_COUNT: '16' }).shards).toEqual({ ids: 'auto', count: 16 });
	});

	it('does without a gateway only where interactions come over HTTP', () => {
		expect(readConfig({ SHARDS: 'none', INTERACTIONS_PORT: '8080' })).toMatchObject({
			shards: 'none',
			endpoint: { port: 8080, host: '127.0.0.1' },
		});
		expect(() => readConfig({ SHARDS: 'none' })).toThrow('set INTERACTIONS_PORT too');
		expect(() => readConfig({ SHARDS: 'none', SHARD_COUNT: '2', INTERACTIONS_PORT: '80' })).toThrow(
			'go together',
		);
	});
});
