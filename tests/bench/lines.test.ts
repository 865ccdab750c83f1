import { describe, expect, it } from 'vitest';
import { align } from '../../bench/training/lines/align.ts';
import { groupSites, siteName } from '../../bench/training/lines/sites.ts';

const truth = [
	'The mill by the weir grinds again, after nine winters in which it stood still.',
	'“We oiled it,” said the miller.',
	'Nobody else in the valley grinds rye.',
].join('\n');

describe('lines of a dump held against the text that is right', () => {
	it('are text where they occur in it, in its order', () => {
		const lines = [
			...[
				'Home',
				'Mill grinds again',
				'The mill by the weir grinds again, after nine winters in which it stood still.',
			],
			...[
				'Advertisement',
				'“We oiled it,” said the miller.',
				'Nobody else in the valley grinds rye.',
				'Read more',
			],
		];
		const { labels, covered } = align(lines, truth);
		expect(labels).toEqual([false, false, true, false, true, true, false]);
		expect(covered).toBe(1);
	});

	it('are text once where they occur twice', () => {
		const said = '“We oiled it,” said the miller.';
		const { labels } = align([said, ...truth.split('\n')], truth);
		expect(labels.filter(Boolean)).toHaveLength(3);
	});

	it('are text that a dump breaks at another place than the truth', () => {
		const { labels } = align(
			['The mill by the weir grinds again,', 'after nine winters in which it stood still.'],
			truth,
		);
		expect(labels).toEqual([true, true]);
	});

	it('are not text for a short word that the text happens to have', () => {
		expect(align(['rye', 'mill'], truth).labels).toEqual([false, false]);
	});
});

describe('sites', () => {
	it.each([
		['https://www.millpost.co.uk/a/1', 'millpost'],
		['https://news.millpost.com/a', 'millpost'],
		['themillpost', 'millpost'],
	])('of %s is %s', (address, name) => {
		expect(siteName(address)).toBe(name);
	});

	it('are one where a name begins with the other', () => {
		const groups = groupSites(['millpost', 'millpostnews', 'weir']);
		expect(groups.get('millpostnews')).toBe(groups.get('millpost'));
		expect(groups.get('weir')).not.toBe(groups.get('millpost'));
	});
});
