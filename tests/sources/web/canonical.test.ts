import { describe, expect, test } from 'vitest';
import { addressKey, originalAddress } from '../../../src/sources/web/canonical.ts';

describe('an address is known by the same key', () => {
	test.for([
		'https://www.example.org/news/harbour',
		'http://example.org/news/harbour/',
		'https://m.example.org/news/harbour#comments',
		'https://amp.example.org/news/harbour',
		'https://www.example.org/news/harbour/amp/',
		'https://www.example.org/amp/news/harbour',
		'https://www.example.org/news/harbour?amp=1&outputType=amp',
		'https://www.example.org/news/harbour?utm_source=x&utm_medium=y&fbclid=z&at_campaign=q',
		'https://WWW.Example.org:443/news/harbour/index.html',
		'https://www.google.com/amp/s/www.example.org/news/harbour',
		'https://www.google.com/url?q=https%3A%2F%2Fwww.example.org%2Fnews%2Fharbour',
		'https://www-example-org.cdn.ampproject.org/c/s/www.example.org/news/harbour',
		'https://l.facebook.com/l.php?u=https%3A%2F%2Fexample.org%2Fnews%2Fharbour&h=1',
	])('for %s', (address) => {
		expect(addressKey(address)).toBe('example.org/news/harbour');
	});

	test('and by another one for another page', () => {
		const keys = [
			'https://example.org/news?id=1',
			'https://example.org/news?id=2',
			'https://example.org/News',
			'https://live.example.org/news',
			'https://example.com/news',
			'https://m.co/news',
		].map(addressKey);
		expect(new Set(keys).size).toBe(keys.length);
		expect(keys).toContain('m.co/news');
	});
});

test('an address that only leads on is replaced with what it leads to, where that is of the web', () => {
	expect(originalAddress('https://www.google.de/url?url=https://example.org/a')).toBe(
		'https://example.org/a',
	);
	for (const address of [
		'https://www.google.com/url?q=javascript:alert(1)',
		'https://www.google.com/search?q=https://example.org/a',
		'https://google.com.example.org/url?q=https://example.com/',
	]) {
		expect(originalAddress(address)).toBe(address);
	}
});
