import { spawn } from 'node:child_process';

const openers: Readonly<Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>>> = {
	darwin: ['open'],
	win32: ['rundll32', 'url.dll,FileProtocolHandler'],
};

/** Shows an address in the browser of whoever sits at this machine; where there is none, nothing happens. */
export function openBrowser(url: string): void {
	const [command, ...given] = openers[process.platform] ?? ['xdg-open'];
	const child = spawn(command, [...given, url], { stdio: 'ignore', detached: true });
	child.on('error', () => {});
	child.unref();
}
