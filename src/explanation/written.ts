import { type LanguageModel, ModelError, type Prompt } from './model.ts';

/** How a model stopped: by itself, by breaking off, or because it took too long or wrote too much. */
export type Ending = 'whole' | 'broken off' | 'stopped';

/** Milliseconds in all and between two pieces, and characters. */
export type Patience = Readonly<Record<'all' | 'piece' | 'characters' | 'progress', number>>;
const patience: Patience = { all: 60_000, piece: 20_000, characters: 12_000, progress: 500 };

interface Written {
	readonly text: string;
	readonly ending: Ending;
	/** Null where the model was not at fault. */
	readonly error: ModelError | null;
}

/**
 * Reads what a model writes until it ends, breaks off, stalls, takes too long or writes too much. Never rejects.
 * @param onProgress called with what there is up to the last whole line or citation, not more often than twice a second.
 */
export async function written(
	model: LanguageModel,
	prompt: Prompt,
	onProgress: (text: string) => void,
	limits: Patience = patience,
): Promise<Written> {
	const stop = new AbortController();
	let stalled: NodeJS.Timeout | undefined;
	const wait = () => {
		clearTimeout(stalled);
		stalled = setTimeout(() => stop.abort(), limits.piece);
	};
	const late = setTimeout(() => stop.abort(), limits.all);
	let text = '';
	let told = 0;
	try {
		wait();
		for await (const piece of model.write(prompt, stop.signal)) {
			text += piece;
			if (text.length >= limits.characters) {
				stop.abort();
				return { text: whole(text.slice(0, limits.characters)), ending: 'stopped', error: null };
			}
			wait();
			if (Date.now() - told >= limits.progress) {
				told = Date.now();
				onProgress(whole(text));
			}
		}
		if (stop.signal.aborted)
			return { text: whole(text), ending: 'stopped', error: new ModelError('broken off') };
		return { text, ending: 'whole', error: null };
	} catch (error) {
		const plain = error instanceof ModelError ? error : new ModelError('broken off', error);
		return { text: whole(text), ending: stop.signal.aborted ? 'stopped' : 'broken off', error: plain };
	} finally {
		clearTimeout(stalled);
		clearTimeout(late);
		stop.abort();
	}
}

/** A text up to its last whole line or citation: what is behind it is half a sentence. */
function whole(text: string): string {
	return text.slice(0, Math.max(text.lastIndexOf(']'), text.lastIndexOf('\n')) + 1);
}
