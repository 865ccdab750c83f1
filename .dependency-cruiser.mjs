// Who may import whom: the table in docs/design.md, held here.
const tests = '^(tests|bench)/';
const room = (name, mayImport) => ({
	name: `${name.replace(/\W+/g, '-')}-imports`,
	comment: `${name} may import only: itself${mayImport.length ? `, ${mayImport.join(', ')}` : ''}.`,
	severity: 'error',
	from: { path: `^(src/)?${name.replace('.', '\\.')}` },
	to: {
		path: '^(src|commands)/',
		pathNot: [
			`^(src/)?${name.replace('.', '\\.')}`,
			...mayImport.map((to) => `^(src/)?${to.replace('.', '\\.')}`),
		],
	},
});
const shared = ['errors.ts', 'logger.ts', 'nonce.ts', 'shelves.ts', 'trouble.ts'];
/** The stores' interfaces, which say nothing of what a store is made of. */
const ports = ['stores/articles.ts', 'stores/sources.ts', 'stores/kept.ts', 'stores/corrections.ts'];
/** They look whether the rehearsal is there before they use it. */
const programsWithRehearsal = '^src/(app/(rehearsal|run)|bin/try)\\.ts$';

export default {
	forbidden: [
		{ name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
		{ name: 'not-resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
		{
			name: 'no-dev-dependencies-at-run-time',
			severity: 'error',
			from: { path: '^(src|commands)/', pathNot: programsWithRehearsal },
			to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
		},
		{
			name: 'only-declared-dependencies',
			comment: 'A package that only another package brings may be gone tomorrow.',
			severity: 'error',
			from: {},
			to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
		},
		{
			name: 'no-tests-in-the-bot',
			severity: 'error',
			from: { path: '^(src|commands)/' },
			to: { path: tests },
		},
		room('article.ts', []),
		room('card.ts', []),
		room('errors.ts', []),
		room('logger.ts', []),
		room('nonce.ts', []),
		room('shelves.ts', []),
		room('trouble.ts', []),
		room('command.ts', ['article.ts', 'card.ts', ...shared]),
		room('cards/', ['article.ts', 'card.ts', 'language/', 'library/library.ts', ...shared]),
		room('language/', ['article.ts']),
		room('reading/', ['article.ts', 'language/', ...shared]),
		room('sources/', ['article.ts', 'language/', ...ports, ...shared]),
		room('stores/', ['article.ts', 'language/fold.ts', ...shared]),
		{
			name: 'ports-know-no-store',
			severity: 'error',
			from: { path: '^src/stores/[^/]+$' },
			to: { path: '^src/stores/[^/]+/' },
		},
		{
			name: 'one-file-chooses-the-store',
			comment: 'Whatever else opens a store would know which one there is.',
			severity: 'error',
			from: { path: '^(src|commands)/', pathNot: '^src/(stores/|app/open-archive\\.ts$)' },
			to: { path: '^src/stores/[^/]+/' },
		},
		room('library/', ['article.ts', 'language/', ...ports, ...shared]),
		room('digest/', [
			'article.ts',
			'card.ts',
			'cards/',
			'language/',
			'library/',
			'stores/digests.ts',
			'stores/threads.ts',
			...shared,
		]),
		room('discussion/', [
			'article.ts',
			'card.ts',
			'cards/',
			'language/',
			'library/',
			'stores/articles.ts',
			'stores/discussions.ts',
			'stores/threads.ts',
			...shared,
		]),
		room('follow/', [
			'article.ts',
			'card.ts',
			'cards/',
			'language/',
			'library/',
			'stores/articles.ts',
			'stores/follows.ts',
			...shared,
		]),
		room('pictures/', ['language/', ...shared]),
		room('commands/', [
			'command.ts',
			'card.ts',
			'cards/',
			'article.ts',
			'library/',
			'digest/',
			'discussion/',
			'follow/',
			'language/',
			'pictures/picture.ts',
			...shared,
		]),
		room('discord/', [
			'card.ts',
			'command.ts',
			'article.ts',
			'language/sentences.ts',
			'digest/delivery.ts',
			'discussion/delivery.ts',
			'follow/delivery.ts',
			...shared,
		]),
		{
			name: 'nothing-imports-the-programs',
			comment:
				'Only the programs and the tests import app/ and bin/: composition knows the rooms, not the other way round.',
			severity: 'error',
			from: { path: '^(src|commands)/', pathNot: '^src/(app|bin)/|^src/main\\.ts' },
			to: { path: '^src/(app|bin)/|^src/main\\.ts' },
		},
		{
			name: 'rehearsal-knows-no-bot',
			comment: 'The rehearsal is a package of its own, for any bot.',
			severity: 'error',
			from: { path: '^packages/rehearsal/src/' },
			to: { path: '^(src|commands|tests|bench)/' },
		},
		{
			name: 'rehearsal-by-name',
			comment: 'Only the programs use the rehearsal, which a production install leaves out.',
			severity: 'error',
			from: { path: '^(src|commands)/', pathNot: programsWithRehearsal },
			to: { path: '^packages/' },
		},
		{
			name: 'only-discord-knows-discord',
			severity: 'error',
			from: { path: '^(src|commands)/', pathNot: '^src/discord/' },
			to: { path: '(^|node_modules/)(discord\\.js|discord-api-types|@discordjs)(/|$)' },
		},
	],
	options: {
		doNotFollow: { path: 'node_modules' },
		tsPreCompilationDeps: true,
		enhancedResolveOptions: {
			exportsFields: ['exports'],
			conditionNames: ['import', 'node', 'default', 'types'],
		},
	},
};
