import { expect, test } from 'vitest';
import type { PictureRequest } from '../../src/pictures/picture.ts';
import { openPictures } from '../../src/pictures/pool.ts';
import { quietLog } from '../quiet-log.ts';

const request: PictureRequest = {
	words: [{ text: 'We wait.', said: true }],
	...{ speaker: 'Ada Venn', office: null, headline: 'Pier Shut', source: ['¶ 3'] },
	...{ language: 'en', theme: 'dark' },
};

test('pictures are drawn in a thread of their own, each once', async () => {
	const pictures = openPictures(quietLog);
	const [one, same] = await Promise.all([pictures.draw(request), pictures.draw({ ...request })]);
	expect(Buffer.from(one).subarray(1, 4).toString()).toBe('PNG');
	expect(same).toBe(one);
	await pictures.close();
});

test('a picture that takes too long is given up, and so are those that wait for it', async () => {
	const errors: unknown[] = [];
	const file = new URL('./endless-worker.ts', import.meta.url);
	const pictures = openPictures(
		{ ...quietLog, error: (...given: unknown[]) => errors.push(given) },
		{ file, patienceMs: 300 },
	);
	await expect(pictures.draw(request)).rejects.toThrow('The picture took too long to draw.');
	expect(errors).toHaveLength(1);
	const many = await Promise.allSettled(
		Array.from({ length: 40 }, (_, n) => pictures.draw({ ...request, speaker: `${n}` })),
	);
	const reasons = many.map((one) => (one.status === 'rejected' ? String(one.reason.message) : 'drawn'));
	expect(reasons.filter((reason) => reason.startsWith('Many pictures'))).not.toHaveLength(0);
	expect(reasons).not.toContain('drawn');
	await pictures.close();
});
