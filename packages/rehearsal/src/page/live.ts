import type { InteractionInput, LiveFromClient, LiveFromServer, Outcome, PostInput } from '../api.ts';

/** The outcome of an input. */
export type Answer =
	| { readonly kind: 'outcome'; readonly outcome: Outcome }
	| { readonly kind: 'refused'; readonly error: string };

export interface Live {
	interact(input: InteractionInput): Promise<Answer>;
	/** The message comes back as everybody's does; `refused` gets a sentence for the member. */
	post(input: Omit<PostInput, 'memberId'>, refused: (error: string) => void): void;
	send(message: LiveFromClient): void;
	close(): void;
}

export interface LiveListener {
	readonly heard: (message: LiveFromServer) => void;
	readonly connected: (connected: boolean) => void;
}

/** A tab's connection to the rehearsal, as one member. Reconnects by itself, with a fresh snapshot. */
export function connect(memberId: string | null, { heard, connected }: LiveListener): Live {
	const waiting = new Map<string, (answer: Answer) => void>();
	let socket: WebSocket | null = null;
	let closed = false;
	let attempts = 0;
	let next = 0;

	const open = () => {
		const url = new URL('/rehearsal/live', location.href);
		url.protocol = 'ws:';
		if (memberId !== null) url.searchParams.set('member', memberId);
		socket = new WebSocket(url);
		socket.addEventListener('open', () => {
			attempts = 0;
			connected(true);
		});
		socket.addEventListener('message', ({ data }) => {
			const message = JSON.parse(String(data)) as LiveFromServer;
			if (message.type === 'outcome')
				settle(String(message.id), { kind: 'outcome', outcome: message.outcome });
			if (message.type === 'refused') settle(String(message.id), { kind: 'refused', error: message.error });
			heard(message);
		});
		socket.addEventListener('close', () => {
			socket = null;
			for (const id of waiting.keys()) settle(id, { kind: 'refused', error: 'The connection was lost.' });
			if (closed) return;
			connected(false);
			attempts += 1;
			setTimeout(open, Math.min(4000, 250 * 2 ** attempts));
		});
	};
	const settle = (id: string, answer: Answer) => {
		waiting.get(id)?.(answer);
		waiting.delete(id);
	};
	const send = (message: LiveFromClient) => {
		if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message));
		else if ('id' in message)
			settle(String(message.id), { kind: 'refused', error: 'Not connected. Please try again.' });
	};
	const ask = (message: (id: string) => LiveFromClient) =>
		new Promise<Answer>((resolve) => {
			next += 1;
			const id = String(next);
			waiting.set(id, resolve);
			send(message(id));
		});
	open();

	return {
		interact: (input) => ask((id) => ({ type: 'interact', id, input })),
		post(input, refused) {
			next += 1;
			const id = String(next);
			waiting.set(id, (answer) => answer.kind === 'refused' && refused(answer.error));
			send({ type: 'post', id, input });
		},
		send,
		close() {
			closed = true;
			socket?.close();
		},
	};
}
