import { type Logger, pino } from 'pino';
import { referenceHere } from '../reference.ts';

/** Secrets: bot tokens, the tokens of interactions and webhooks in addresses, passwords in URLs. */
const secrets: readonly [RegExp, string][] = [
	[/[\w-]{20,64}\.[\w-]{5,10}\.[\w-]{25,100}/gu, '[token]'],
	[/\/(interactions|webhooks)\/(\d{15,20})\/[\w.-]{1,300}/gu, '/$1/$2/[token]'],
	[/:\/\/[^\s/@"]{1,200}@/gu, '://[password]@'],
];

/** Text for a log, without secrets. */
export function withoutSecrets(text: string): string {
	return secrets.reduce((safe, [secret, shown]) => safe.replace(secret, shown), text);
}

/** The part of an error that an operator needs: never the request body, which may hold a member's words. */
function errorFields(error: unknown): Record<string, unknown> {
	if (!(error instanceof Error)) return { message: String(error) };
	const { code, status } = error as { code?: unknown; status?: unknown };
	const cause = causeOf(error);
	return { type: error.name, message: error.message, code, status, cause, stack: error.stack };
}

/** What was behind an error, in a few words: of several attempts at a connection only the code is there. */
function causeOf({ cause }: Error): string | undefined {
	if (!(cause instanceof Error)) return undefined;
	return cause.message === '' && 'code' in cause ? String(cause.code) : cause.message;
}

/**
 * Structured logs on stderr, so that stdout holds only what was asked for. A terminal gets readable lines,
 * everything else JSON.
 */
export function openLog(
	level: string,
	out: Pick<NodeJS.WriteStream, 'write' | 'isTTY'> = process.stderr,
): Logger {
	const write = (line: string) => {
		const safe = withoutSecrets(line);
		out.write(out.isTTY ? readable(safe) : safe);
	};
	return pino(
		{
			...{ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: errorFields } },
			// What an interaction causes carries its id, wherever it is logged.
			mixin() {
				const reference = referenceHere();
				return reference === undefined ? {} : { reference };
			},
		},
		{ write },
	);
}

function readable(line: string): string {
	const { level, time, msg, err, ...fields } = JSON.parse(line) as Record<string, unknown>;
	const name = pino.levels.labels[Number(level)] ?? '';
	const rest = Object.entries(fields).map(
		([key, value]) =>
			` ${key}=${typeof value === 'string' ? oneLine(value) : oneLine(JSON.stringify(value))}`,
	);
	const error = typeof err === 'object' && err !== null ? readableError(err) : '';
	return `${String(time).slice(11, 19)} ${name.padEnd(5)} ${oneLine(String(msg ?? ''))}${rest.join('')}${error}\n`;
}

function readableError({ stack, cause }: { readonly stack?: unknown; readonly cause?: unknown }): string {
	// The message is in front of the calls, and may have line ends itself.
	const lines = stack === undefined ? [] : String(stack).split(/\n(?= {4}at )/u);
	return [...lines, ...(cause === undefined ? [] : [`  because of: ${cause}`])]
		.map((line) => `\n${oneLine(line)}`)
		.join('');
}

/**
 * Text from outside, such as the name of a file, with its line ends and control codes as escapes: on a terminal these
 * would begin a line that nobody logged, or change what is shown.
 */
function oneLine(text: string): string {
	return text.replace(
		/[\p{Cc}\u2028\u2029]/gu,
		(code) => `\\u${code.charCodeAt(0).toString(16).padStart(4, '0')}`,
	);
}
