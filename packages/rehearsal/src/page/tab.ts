import type { InteractionInput, LiveFromServer, RecordedRequest, ShownMessage, Snapshot } from '../api.ts';
import { readAddress, writeAddress } from './address.ts';
import { dismissed } from './dismissed.ts';
import { type Layout, layout } from './layout.ts';
import { connect, type Live } from './live.ts';
import { openModal } from './modal/modal.ts';
import { failureNotice } from './notice.ts';
import type { Page } from './page.ts';
import { applyTheme } from './places/theme.ts';
import { apply, type Change } from './world/apply.ts';
import { isForum } from './world/names.ts';
import { type World, worldOf } from './world/world.ts';

/** Runs a tab: one member of the rehearsal, in one place at a time. */
export function start(app: HTMLElement): void {
	let world: World | null = null;
	let live: Live;
	let placeId = readAddress().placeId ?? '';
	/** The message that the address asks for, until it is shown. */
	let wanted = readAddress().messageId;
	let shown: Layout | null = null;
	/** Set while a reload of everything is due. */
	let renewing: ReturnType<typeof setTimeout> | null = null;

	const page: Page = {
		get world() {
			if (world === null) throw new Error('nothing is known of the rehearsal yet');
			return world;
		},
		get live() {
			return live;
		},
		get placeId() {
			return placeId;
		},
		busy: new Set(),
		waiting: new Map(),
		failed: new Map(),
		act,
		goTo(id, messageId = null) {
			if (!page.world.places.has(id)) return;
			const moved = id !== placeId;
			placeId = id;
			page.world.unread.delete(id);
			writeAddress({ memberId: page.world.memberId, placeId });
			if (moved || messageId === null) shown?.moved();
			if (messageId !== null) shown?.reveal(messageId);
		},
		compose: (name) => shown?.composer.begin(name),
		insert: (text) => shown?.composer.insert(text),
		replyTo: (message) => shown?.composer.replyTo(message),
		dismiss(message) {
			dismissed.add(message.id);
			handle({
				type: 'dispatch',
				event: 'MESSAGE_DELETE',
				data: { id: message.id, channel_id: message.channel_id },
				visibleTo: null,
			});
		},
		redraw: (message) =>
			shown?.changed({ kind: 'message', what: 'changed', placeId: message.channel_id, ids: [message.id] }),
		say: (text) => shown?.say(text),
	};

	async function act(input: InteractionInput) {
		const where = placeId;
		const answer = await live.interact(input);
		if (answer.kind === 'refused') return answer;
		const { modal, problem } = answer.outcome;
		if (modal !== undefined) openModal(modal, page);
		if (problem !== null && ['command', 'messageCommand', 'userCommand'].includes(input.kind)) {
			const notice = failureNotice(page.world, where, input, problem);
			handle({ type: 'dispatch', event: 'MESSAGE_CREATE', data: notice, visibleTo: null });
		}
		return answer;
	}

	/** Takes a snapshot over at once, so that each event that comes after it changes what it has brought. */
	function begin(snapshot: Snapshot) {
		const before = world;
		world = worldOf(
			{ ...snapshot, messages: withoutDismissed(snapshot.messages) },
			before === null ? [] : before.requests,
		);
		if (before !== null && before.memberId === world.memberId) keepKnown(before, world);
		if (!world.places.has(placeId)) placeId = firstPlace(world);
		world.unread.delete(placeId);
		writeAddress({ memberId: world.memberId, placeId });
		if (shown === null) shown = layout(app, page, { actAs });
		shown.renewed(before === null ? 'first' : before.memberId === world.memberId ? 'same' : 'another');
		if (wanted !== null) shown.reveal(wanted);
		wanted = null;
		void loadRequests(world);
	}

	/** Loads the requests that were made before the snapshot; those that have come since stay after them. */
	async function loadRequests(into: World) {
		const known = new Set(into.requests);
		const response = await fetch('/rehearsal/requests').catch(() => null);
		if (!response?.ok) return;
		const loaded = (await response.json()) as RecordedRequest[];
		if (into !== world) return;
		const newest = loaded.at(-1)?.id ?? 0;
		const since = into.requests.filter((request) => !known.has(request) && request.id > newest);
		into.requests.splice(0, Number.POSITIVE_INFINITY, ...loaded, ...since);
		shown?.changed({ kind: 'requests' });
	}

	function handle(message: LiveFromServer) {
		if (message.type === 'snapshot') begin(message);
		if (world === null || (message.type !== 'dispatch' && message.type !== 'request')) return;
		const change = apply(world, message);
		if (change === null) return;
		if (change.kind === 'stale') renew();
		else follow(change);
	}

	function follow(change: Change) {
		if (change.kind === 'message' && change.what === 'new' && change.placeId !== placeId) {
			page.world.unread.add(change.placeId);
		}
		if (change.kind === 'places' && !page.world.places.has(placeId)) page.goTo(firstPlace(page.world));
		shown?.changed(change);
	}

	/** Asks for a snapshot, once for all changes that come together: on the socket, so in order with the events. */
	function renew() {
		if (renewing !== null) return;
		renewing = setTimeout(() => {
			renewing = null;
			live.send({ type: 'snapshot' });
		}, 50);
	}

	function actAs(memberId: string) {
		live.close();
		page.failed.clear();
		open(memberId);
	}

	function open(memberId: string | null) {
		live = connect(memberId, {
			heard: handle,
			connected: (connected) => shown?.connected(connected),
		});
	}

	addEventListener('hashchange', () => {
		const address = readAddress();
		page.goTo(address.placeId ?? '', address.messageId);
	});
	addEventListener('storage', applyTheme);
	open(readAddress().memberId);
}

const withoutDismissed = (messages: Snapshot['messages']): Snapshot['messages'] =>
	Object.fromEntries(
		Object.entries(messages).map(([id, list]) => [id, list.filter((message) => !dismissed.has(message.id))]),
	);

/** What was paged in before stays, where it joins what the snapshot brings, and what is unread stays so. */
function keepKnown(before: World, now: World): void {
	for (const id of before.unread) if (now.places.has(id)) now.unread.add(id);
	for (const [id, list] of now.messages) {
		const known = before.messages.get(id) ?? [];
		const at = known.findIndex((message: ShownMessage) => message.id === list[0]?.id);
		if (at <= 0) continue;
		list.unshift(...known.slice(0, at));
		if (before.complete.has(id)) now.complete.add(id);
	}
}

const firstPlace = (world: World): string =>
	[...world.places.values()].find((place) => 'guild_id' in place && !isForum(place) && place.type === 0)
		?.id ?? '';
