import { access, readFile } from 'node:fs/promises';
import { validate } from 'dockerfile-utils';
import { describe, expect, it } from 'vitest';

const root = new URL('../', import.meta.url);
const text = (name: string) => readFile(new URL(name, root), 'utf8');
const exists = (name: string) =>
	access(new URL(name, root)).then(
		() => true,
		() => false,
	);
/** What a build copies out of this folder. */
const copied = async () =>
	[...(await text('Dockerfile')).matchAll(/^COPY (?!--from)(.+) \S+$/gmu)].flatMap(([, names = '']) =>
		names.split(' '),
	);

describe('the Dockerfile', () => {
	it('has no mistake that a linter knows', async () => {
		const problems = validate(await text('Dockerfile'));
		expect(problems.map(({ message, range }) => `${range.start.line + 1}: ${message}`)).toEqual([]);
	});

	it('copies only what is there and what .dockerignore lets through', async () => {
		const names = [...new Set(await copied())];
		expect(names).toContain('src');
		const allowed = (await text('.dockerignore'))
			.split('\n')
			.flatMap((line) => /^!(.+)$/u.exec(line)?.[1] ?? []);
		expect(names.toSorted()).toEqual(allowed.toSorted());
		expect(await Promise.all(names.map(exists))).not.toContain(false);
	});

	it('does not run as root', async () => {
		const last = (await text('Dockerfile')).split(/^FROM /mu).at(-1) ?? '';
		expect(last.indexOf('USER node')).toBeGreaterThan(0);
		expect(last.indexOf('USER node')).toBeLessThan(last.indexOf('ENTRYPOINT'));
	});
});

it('names the Node version that the project pins', async () => {
	const { devDependencies } = JSON.parse(await text('package.json')) as { devDependencies: { node: string } };
	const major = /\d+/u.exec(devDependencies.node)?.[0];
	const bases = [...(await text('Dockerfile')).matchAll(/^FROM node:(\d+)-slim/gmu)].map(
		([, version]) => version,
	);
	expect(bases).toEqual([major, major]);
});
