import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

type Pattern = string | readonly string[];
interface Side {
	readonly path?: Pattern;
	readonly pathNot?: Pattern;
	readonly [restriction: string]: unknown;
}
interface Rule {
	readonly name: string;
	readonly from: Side;
	readonly to: Side;
}
/** An import of one file by another, and the rule that forbids it. */
interface Forbidden {
	readonly rule: string;
	readonly from: string;
	readonly to: string;
}

const root = fileURLToPath(new URL('..', import.meta.url));
const rulesFile = join(root, '.dependency-cruiser.mjs');
const rules: readonly Rule[] = (await import(rulesFile)).default.forbidden;
const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
/** What `npm run check` hands to the checker. */
const folders = /depcruise ([^&]+)/u.exec(manifest.scripts.check)?.[1]?.trim().split(' ') ?? [];
const files = (
	await Promise.all(
		folders.map(async (folder) =>
			(await readdir(join(root, folder), { recursive: true })).map((name) => `${folder}/${name}`),
		),
	)
)
	.flat()
	.filter((file) => file.endsWith('.ts') && !file.includes('node_modules/'));

const missing = 'src/not-there.ts';
/** What breaks the rules that look at something else than a path. */
const special: Readonly<Record<string, readonly string[]>> = {
	'{"circular":true}': files,
	'{"couldNotResolve":true}': [missing],
	'{"dependencyTypes":["npm-dev"],"dependencyTypesNot":["type-only"]}': [
		'node_modules/a-dev-dependency/index.js',
	],
	'{"dependencyTypesNot":["type-only"]}': ['node_modules/eld/index.js'],
	'{"dependencyTypes":["npm-no-pkg","npm-unknown"]}': ['node_modules/an-undeclared-package/index.js'],
};

const hits = (pattern: Pattern, path: string) =>
	[pattern].flat().some((one) => new RegExp(one, 'u').test(path));
const fits = ({ path, pathNot }: Side, file: string) =>
	(path === undefined || hits(path, file)) && (pathNot === undefined || !hits(pathNot, file));

/**
 * An import that a rule forbids, between files that the program really has, or of a package that it really
 * uses: a rule whose patterns fit no file any more has none.
 */
function forbiddenBy({ name, from, to }: Rule): Forbidden | null {
	const { path: _, pathNot: __, ...rest } = to;
	const packages = Object.keys(manifest.dependencies).map((one) => `node_modules/${one}/index.js`);
	const others = Object.keys(rest).length === 0 ? [...files, ...packages] : special[JSON.stringify(rest)];
	const importing = files.filter((file) => fits(from, file));
	for (const one of importing) {
		const other = others?.find((file) => file !== one && fits(to, file));
		if (other !== undefined) return { rule: name, from: one, to: other };
	}
	return null;
}

/** A small tree with nothing in it but these imports; a cycle is closed. */
async function grow(imports: readonly Forbidden[], circular: ReadonlySet<string>): Promise<string> {
	const tree = await mkdtemp(join(tmpdir(), 'verbatim-rules-'));
	const texts = new Map<string, string>([
		['package.json', JSON.stringify({ ...manifest, devDependencies: { 'a-dev-dependency': '*' } })],
	]);
	const add = (file: string, text: string) => texts.set(file, `${texts.get(file) ?? ''}${text}`);
	for (const { rule, from, to } of imports) {
		const [, name] = /^node_modules\/((?:@[^/]+\/)?[^/]+)/u.exec(to) ?? [];
		if (name !== undefined) texts.set(`node_modules/${name}/package.json`, JSON.stringify({ name }));
		if (to !== missing) add(to, circular.has(rule) ? importOf(to, from) : '');
		add(from, name === undefined ? importOf(from, to) : `import '${name}';\n`);
	}
	for (const folder of folders) await mkdir(join(tree, folder), { recursive: true });
	for (const [file, text] of texts) {
		await mkdir(dirname(join(tree, file)), { recursive: true });
		await writeFile(join(tree, file), text);
	}
	return tree;
}

const importOf = (from: string, to: string) => {
	const path = relative(dirname(from), to);
	return `import '${path.startsWith('.') ? path : `./${path}`}';\n`;
};

/** Runs the checker as `npm run check` does. */
async function violations(tree: string): Promise<readonly Forbidden[]> {
	const checker = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
	const { stdout } = await promisify(execFile)(
		process.execPath,
		[checker, ...folders, '--config', rulesFile, '--output-type', 'json'],
		{ cwd: tree, maxBuffer: 2 ** 26 },
	);
	const { summary } = JSON.parse(stdout);
	return summary.violations.map(
		({ rule, from, to }: { rule: { name: string }; from: string; to: string }) => ({
			rule: rule.name,
			from,
			to,
		}),
	);
}

describe('the import rules', async () => {
	const forbidden = new Map(rules.map((rule) => [rule.name, forbiddenBy(rule)]));
	const circular = new Set(rules.filter(({ to }) => to.circular === true).map(({ name }) => name));
	const tree = await grow(
		[...forbidden.values()].filter((one) => one !== null),
		circular,
	);
	const found = await violations(tree).finally(() => rm(tree, { recursive: true }));

	it.each(rules.map(({ name }) => name))('%s finds a wrong import', (name) => {
		const wrong = forbidden.get(name);
		expect(
			wrong,
			'nothing in the program can break this rule, or this test does not know how',
		).not.toBeNull();
		expect(found).toContainEqual(
			circular.has(name)
				? expect.objectContaining({ rule: name })
				: wrong?.to === missing
					? expect.objectContaining({ rule: name, from: wrong.from })
					: wrong,
		);
	});
});
