// Prints the packages that importing a file loads, as a list in JSON.
import { registerHooks } from 'node:module';

const packages = new Set<string>();
registerHooks({
	load(url, context, next) {
		const [, name] = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//u.exec(url) ?? [];
		if (name !== undefined) packages.add(name);
		return next(url, context);
	},
});
await import(process.argv[2] ?? '');
process.stdout.write(JSON.stringify([...packages]));
process.exit();
