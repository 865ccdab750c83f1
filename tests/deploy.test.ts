import { access, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { DCLinter } from 'dclint';
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

it('is started with the same flags in each way: they keep its memory small', async () => {
	const ways = ['package.json', 'Dockerfile', 'deploy/verbatim.service', 'README.md'];
	const flags = await Promise.all(
		ways.map(async (way) =>
			/ ?node\b((?:["', ]+--[\w=-]+)*)["', ]+src\/main\.ts/u.exec(await text(way))?.[1]?.match(/--[\w=-]+/gu),
		),
	);
	expect(flags).toEqual(ways.map(() => ['--max-semi-space-size=4', '--max-old-space-size=2000']));
});

it('is compiled for the image with the flags that it is started with there, else that is of no use', async () => {
	const [compiles, starts] = ['compile', 'main'].map(
		(program) => new RegExp(`\\["node",(.+), "src/(?:bin/)?${program}\\.ts"\\]`, 'u'),
	) as [RegExp, RegExp];
	const dockerfile = await text('Dockerfile');
	expect(compiles.exec(dockerfile)?.[1]).toMatch(/--/u);
	expect(compiles.exec(dockerfile)?.[1]).toBe(starts.exec(dockerfile)?.[1]);
});

interface Problem {
	readonly line: number;
	readonly message: string;
}

describe('compose.yaml', () => {
	it('is what the schema of compose allows, and has no mistake that a linter knows', () => {
		const linter = new DCLinter({ rules: {}, quiet: false, debug: false, exclude: [] });
		const results = linter.lintFiles([fileURLToPath(new URL('compose.yaml', root))], false);
		expect(results).toHaveLength(1);
		const problems = results.flatMap(({ messages }: { readonly messages: readonly Problem[] }) => messages);
		expect(problems.map(({ line, message }: Problem) => `${line}: ${message}`)).toEqual([]);
	});

	it('publishes nothing, writes into no root, and lets nobody have more rights', async () => {
		const compose = await text('compose.yaml');
		const services =
			compose
				.split(/^networks:$/mu)[0]
				?.split(/^ {2}(?=\w+:$)/mu)
				.slice(1) ?? [];
		expect(services.map((service) => /^\w+/u.exec(service)?.[0])).toEqual(['bot', 'postgres', 'valkey']);
		for (const service of services) {
			expect(service).toContain('read_only: true');
			expect(service).toContain('no-new-privileges:true');
			expect(service).not.toMatch(/^ +ports:/mu);
		}
		expect(services[0]).toContain('replicas: 2');
		expect(services[0]).toContain('SHARDS: auto');
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
