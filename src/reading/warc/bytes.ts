/** Bytes that come in pieces, taken from the beginning; only what is asked for is held. */
export class IncomingBytes {
	readonly #source: AsyncIterator<Uint8Array>;
	#held = Buffer.alloc(0);

	constructor(source: AsyncIterable<Uint8Array>) {
		this.#source = source[Symbol.asyncIterator]();
	}

	/** What comes before a sign, which is taken, too; null where it is not in the first `most` bytes. */
	async takeUntil(sign: RegExp, most: number): Promise<string | null> {
		for (let looked = -1; looked < this.#held.length; ) {
			looked = this.#held.length;
			const start = this.#held.subarray(0, most).toString('latin1');
			const found = sign.exec(start);
			if (found) {
				this.#held = this.#held.subarray(found.index + found[0].length);
				return start.slice(0, found.index);
			}
			if (looked >= most) return null;
			await this.#more();
		}
		return null;
	}

	/** Leaves out such bytes at the beginning. @returns whether anything is left. */
	async skipAll(of: ReadonlySet<number>): Promise<boolean> {
		for (;;) {
			const at = this.#held.findIndex((byte) => !of.has(byte));
			if (at >= 0) {
				this.#held = this.#held.subarray(at);
				return true;
			}
			this.#held = Buffer.alloc(0);
			if (!(await this.#more())) return false;
		}
	}

	/** The next bytes; fewer where there are no more. */
	async take(length: number): Promise<Uint8Array> {
		const parts: Uint8Array[] = [];
		let missing = length;
		for (; missing > this.#held.length; ) {
			missing -= this.#held.length;
			parts.push(this.#held);
			this.#held = Buffer.alloc(0);
			if (!(await this.#more())) return Buffer.concat(parts);
		}
		parts.push(this.#held.subarray(0, missing));
		this.#held = this.#held.subarray(missing);
		return Buffer.concat(parts);
	}

	/** @returns how many there were. */
	async skip(length: number): Promise<number> {
		let left = length;
		while (left > this.#held.length) {
			left -= this.#held.length;
			this.#held = Buffer.alloc(0);
			if (!(await this.#more())) return length - left;
		}
		this.#held = this.#held.subarray(left);
		return length;
	}

	/** Lets go of the source, too. */
	async end(): Promise<void> {
		await this.#source.return?.();
	}

	async #more(): Promise<boolean> {
		const { value, done } = await this.#source.next();
		if (done) return false;
		this.#held = this.#held.length === 0 ? Buffer.from(value) : Buffer.concat([this.#held, value]);
		return true;
	}
}
