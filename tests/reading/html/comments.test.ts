import { describe, expect, it } from 'vitest';
import { scores } from './systems/score.ts';

describe('what readers wrote', () => {
	it.each(scores().map(({ system, right, all, wrong }) => ({ system, rate: right / all, wrong })))(
		'is read from a page of $system',
		({ rate, wrong }) => {
			expect(rate, wrong.join('\n')).toBeGreaterThanOrEqual(0.93);
		},
	);
});
