import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/**
 * A Chromium to test in: the one at the path `CHROMIUM` where that is set, else the one that npm brought with
 * the fonts and libraries that it needs, so that a machine with nothing but Node has a browser.
 * @param flags more of Chromium's own, like `--renderer-process-limit=1`
 */
export async function launchBrowser(flags: readonly string[] = []): Promise<Browser> {
	const own = process.env.CHROMIUM;
	const folder = own === undefined ? await unpacked() : null;
	// Without a language in its environment this Chromium finds no text in a page.
	const environment: NodeJS.ProcessEnv = { ...process.env, LC_ALL: 'en_US.UTF-8' };
	if (folder !== null) {
		environment.LD_LIBRARY_PATH = join(folder, 'al2023', 'lib');
		environment.FONTCONFIG_PATH = join(folder, 'fonts');
	}
	return chromium.launch({
		executablePath: own ?? join(folder ?? '', 'chromium'),
		headless: true,
		env: environment as Record<string, string>,
		args: [
			// Containers and root have no sandbox of their own to give.
			'--no-sandbox',
			'--disable-quic',
			'--no-first-run',
			'--disable-background-networking',
			'--disable-component-update',
			'--disable-sync',
			'--disable-gpu',
			'--font-render-hinting=none',
			...flags,
		],
	});
}

/** Unpacks npm's Chromium once, next to the packages, and returns the folder. */
async function unpacked(): Promise<string> {
	if (process.platform !== 'linux' || process.arch !== 'x64') {
		throw new Error(
			'npm brings a Chromium for Linux on x64 only: set CHROMIUM to the path of one of yours, like CHROMIUM=/usr/bin/chromium npm test',
		);
	}
	const packageFolder = dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')));
	const { version } = createRequire(import.meta.url)(join(packageFolder, 'package.json')) as {
		version: string;
	};
	const folder = resolve(packageFolder, '..', '..', '.cache', `chromium-${version}`);
	if (existsSync(folder)) return folder;
	// Unpacked next to it and renamed when whole: a start that was cut off, or a second one, does no harm.
	const partial = `${folder}.${process.pid}`;
	await mkdir(partial, { recursive: true });
	const before = process.env.TMPDIR;
	process.env.TMPDIR = partial;
	try {
		const { default: packed, inflate } = await import('@sparticuz/chromium');
		await packed.executablePath();
		await inflate(join(packageFolder, 'bin', 'al2023.tar.br'));
	} finally {
		if (before === undefined) delete process.env.TMPDIR;
		else process.env.TMPDIR = before;
	}
	await writeFile(
		join(partial, 'fonts', 'fonts.conf'),
		`<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${folder}/fonts</dir><dir>/usr/share/fonts</dir><cachedir>${folder}/font-cache</cachedir></fontconfig>`,
	);
	await rename(partial, folder).catch(async (error: NodeJS.ErrnoException) => {
		if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
		await rm(partial, { recursive: true });
	});
	return folder;
}
