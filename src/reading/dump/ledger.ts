/** A line, or a part of one, that is no part of the article, and what it was recognised as. */
export interface Furniture {
	/** As an editor counts, from 1. */
	readonly line: number;
	readonly text: string;
	/** "advertisement", "share button", "navigation", …; "unrecognised" where the reader could not tell. */
	readonly what: string;
}

/** Where one line of the dump went: fields as paths ("comments[3]"), furniture as what it is. */
export interface LineUse {
	readonly line: number;
	readonly as: readonly string[];
}

interface Placed {
	readonly numbers: readonly number[];
	readonly text: string;
}

/** Keeps a record of every line, so that none is lost: state that lives as long as one dump is read. */
export class Ledger {
	readonly #uses = new Map<number, string[]>();
	readonly #furniture: Furniture[] = [];

	/** Says that a line went into a field of the article. */
	field(line: Placed, path: string): undefined {
		this.#use(line, path);
	}

	/** Says what a line (or the given part of it) is besides the article. */
	furniture(line: Placed, what: string, text = line.text): undefined {
		this.#use(line, `furniture: ${what}`);
		this.#furniture.push({ line: line.numbers[0] ?? 0, text, what });
	}

	/** Whether anything was said of the line yet. */
	knows(line: Placed): boolean {
		return line.numbers.every((number) => this.#uses.has(number));
	}

	/** What was said of the line so far. */
	usesOf(line: Placed): readonly string[] {
		return this.#uses.get(line.numbers[0] ?? 0) ?? [];
	}

	/** Removes what was noted about a line, for a later step that knows better, except for some of it. */
	forget(line: Placed, except: readonly string[] = []): undefined {
		for (const number of line.numbers) this.#uses.set(number, [...except]);
		const isKept = (one: Furniture) =>
			!line.numbers.includes(one.line) || except.includes(`furniture: ${one.what}`);
		this.#furniture.splice(0, this.#furniture.length, ...this.#furniture.filter(isKept));
	}

	/** Both lists in the order of the lines. */
	close(): { furniture: readonly Furniture[]; accounting: readonly LineUse[] } {
		const accounting = [...this.#uses].map(([line, as]) => ({ line, as })).sort((a, b) => a.line - b.line);
		return { furniture: this.#furniture.toSorted((a, b) => a.line - b.line), accounting };
	}

	#use(line: Placed, as: string): void {
		for (const number of line.numbers) {
			const uses = this.#uses.get(number);
			if (!uses) this.#uses.set(number, [as]);
			else if (!uses.includes(as)) uses.push(as);
		}
	}
}
