import type { RecordedRequest } from '../../api.ts';
import { h } from '../dom.ts';

/** Whether Discord would have refused it, for a reason of its own and not a requested fault. */
export const isRefused = ({ status, fault }: RecordedRequest): boolean => status >= 400 && fault === null;

/** A longer payload is cut: it is only there to be looked at. */
const longestPayload = 20_000;

/** A request of the bot: one line, and what was in it when opened. */
export function requestItem(
	request: RecordedRequest,
	{ open, toggled }: { readonly open: boolean; readonly toggled: (open: boolean) => void },
): HTMLElement {
	const details = h(
		'details',
		{ open: open || isRefused(request) },
		h(
			'summary',
			{},
			h('span', { class: 'method' }, request.method),
			h('span', { class: 'route' }, breakable(request.route ?? request.path)),
			h('span', { class: 'ms' }, `${request.ms.toFixed(request.ms < 10 ? 1 : 0)} ms`),
			h('span', { class: 'status' }, String(request.status)),
		),
		request.fault === null
			? null
			: h('p', { class: 'fault' }, `By a fault that was asked for: ${request.fault}`),
		request.code === null ? null : h('p', { class: 'failure' }, `Discord's error code ${request.code}`),
		problems(request),
		request.ignored.length === 0
			? null
			: h('p', { class: 'fault' }, `Ignored by Discord: ${request.ignored.join(', ')}`),
		h('p', { class: 'path' }, h('code', {}, request.path)),
		request.files.length === 0
			? null
			: h(
					'p',
					{ class: 'hint' },
					`Files: ${request.files.map(({ name, size }) => `${name} (${size} bytes)`).join(', ')}`,
				),
		payload(request.body),
	);
	details.addEventListener('toggle', () => toggled(details.open));
	const kind = isRefused(request) ? 'refused' : request.status >= 400 ? 'faulty' : 'fine';
	return h('li', { class: `request ${kind}`, 'data-request': request.id }, details);
}

/** A path may wrap after a slash. */
const breakable = (path: string) => path.split(/(?<=\/)/u).flatMap((part) => [part, h('wbr')]);

const problems = ({ problems }: RecordedRequest) =>
	problems.length === 0
		? null
		: h(
				'ul',
				{ class: 'problems' },
				problems.map(({ path, code, message }) =>
					h('li', {}, h('code', {}, path), ' ', h('b', {}, code), ' ', message),
				),
			);

function payload(body: unknown): HTMLElement {
	if (body === null || body === undefined) return h('p', { class: 'hint' }, 'No payload.');
	const text = JSON.stringify(body, null, 2);
	return h(
		'pre',
		{ tabindex: '0', 'aria-label': 'Payload' },
		text.length > longestPayload ? `${text.slice(0, longestPayload)}\n… cut` : text,
	);
}
