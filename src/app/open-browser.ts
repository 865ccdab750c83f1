import { spawn } from 'node:child_process';

const openers: Readonly<Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>>> = {
	darwin: ['open'],
	win32: ['rundll32', 'url.dll,FileProtocolHandler'],
};

/** Opens an address in the browser of this machine; does nothing where there is none. */
export function openBrowser(url: string): void {
	const [command, ...given] = openers[process.platform] ?? ['xdg-open'];
	const child = spawn(command, [...given, url], { stdio: 'ignore', detached: true });
	child.on('error', () => {});
	child.unref();
}
