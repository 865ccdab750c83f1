import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { hour, openServer, read, said } from './server.ts';

const script = fileURLToPath(new URL('./dying-process.ts', import.meta.url));

describe('a process that is killed while it tells members what is new', () => {
	it.each(['claimed', 'planned', 'posted'])(
		'after it has %s loses nothing and tells nothing twice',
		async (step) => {
			const server = await openServer();
			await server.run('follow speaker', { speaker: 'quillon', pace: 'at once' });
			await server.run('follow topic', { topic: 'tunnels', pace: 'daily' });
			await server.arrive([said('one', 'Ada Quillon', 'We dig in spring')]);
			const { apiUrl, token } = server.rehearsal;
			const given = [script, server.folder, apiUrl, token, step];
			const killed = spawn(process.execPath, given, { stdio: ['ignore', 'inherit', 'inherit'] });
			const [, signal] = await once(killed, 'exit');
			expect(signal).toBe('SIGKILL');
			expect(server.inbox()).toHaveLength(step === 'posted' ? 2 : 1);
			// Until its lease is over nobody else tells it.
			await server.follows.tick();
			expect(server.inbox()).toHaveLength(step === 'posted' ? 2 : 1);
			// Something else is said meanwhile, which belongs to the next message.
			await server.arrive([said('two', 'Ada Quillon', 'We dig in autumn')]);
			server.clock = Date.now() + hour;
			for (let times = 0; times < 3; times++) await server.follows.tick();
			const texts = server.inbox().slice(1).map(read);
			for (const words of ['We dig in spring', 'We dig in autumn'])
				expect(texts.filter((text) => text.includes(words))).toHaveLength(1);
		},
	);
});
