import { parseArgs } from 'node:util';
import { startRehearsal } from './start.ts';

// The rehearsal in a process of its own: prints where it is as one line of JSON and runs until it is stopped.
//   node packages/rehearsal/src/program.ts [--port 0] [--no-rate-limits] [--no-schema] [--keep-messages 100]
const { values } = parseArgs({
	options: {
		port: { type: 'string', default: '4600' },
		'rate-limits': { type: 'boolean', default: true },
		schema: { type: 'boolean', default: true },
		'keep-messages': { type: 'string', default: '10000' },
		'keep-requests': { type: 'string', default: '500' },
	},
	allowNegative: true,
});

const rehearsal = await startRehearsal({
	port: Number(values.port),
	rateLimits: values['rate-limits'],
	schema: values.schema,
	keepMessages: Number(values['keep-messages']),
	keepRequests: Number(values['keep-requests']),
});
const { url, apiUrl, token, applicationId, guild } = rehearsal;
console.log(JSON.stringify({ url, apiUrl, token, applicationId, guild }));
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
	process.once(signal, () => {
		void rehearsal.close().then(() => process.exit(0));
	});
}
