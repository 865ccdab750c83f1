/** Addresses that are fetched at the same time, each of another site. */
const atOnce = 16;
/** Feeds and pages that one call leads to. */
const mostAddresses = 20_000;

/** Addresses to fetch, which lead to more of them: each once, and of one site one at a time. */
export class AddressQueue {
	readonly #seen = new Set<string>();
	/** By site: those that are still to be fetched. */
	readonly #waiting = new Map<string, string[]>();
	/** Sites with something to fetch, of which nothing is being fetched. */
	readonly #ready = new Set<string>();
	readonly #busy = new Set<string>();
	#done = 0;

	/** How many are still to be fetched. */
	get left(): number {
		return this.#seen.size - this.#done;
	}

	add(addresses: Iterable<string>): void {
		for (const address of addresses) {
			if (this.#seen.has(address) || this.#seen.size >= mostAddresses) continue;
			this.#seen.add(address);
			const site = URL.parse(address)?.hostname ?? '';
			const waiting = this.#waiting.get(site);
			if (waiting) waiting.push(address);
			else this.#waiting.set(site, [address]);
			if (!this.#busy.has(site)) this.#ready.add(site);
		}
	}

	/**
	 * Takes each of them, and those that are added meanwhile. @throws what the first one throws that fails, once the
	 * others under way have ended.
	 */
	async each(take: (address: string) => Promise<void>): Promise<void> {
		const underWay = new Set<Promise<void>>();
		const failed: unknown[] = [];
		for (;;) {
			for (const site of this.#ready) {
				if (underWay.size >= atOnce || failed.length > 0) break;
				const address = this.#next(site);
				const work: Promise<void> = take(address)
					.catch((error: unknown) => void failed.push(error))
					.then(() => {
						underWay.delete(work);
						this.#end(site);
					});
				underWay.add(work);
			}
			if (underWay.size === 0) break;
			await Promise.race(underWay);
		}
		if (failed.length > 0) throw failed[0];
	}

	#next(site: string): string {
		const waiting = this.#waiting.get(site) ?? [];
		const address = waiting.shift() ?? '';
		if (waiting.length === 0) this.#waiting.delete(site);
		this.#ready.delete(site);
		this.#busy.add(site);
		return address;
	}

	#end(site: string): void {
		this.#done++;
		this.#busy.delete(site);
		if (this.#waiting.has(site)) this.#ready.add(site);
	}
}
