import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { build } from 'esbuild';

const folder = fileURLToPath(new URL('page/', import.meta.url));
const compress = promisify(brotliCompress);

/**
 * What the page may do: run and draw what it came with, talk to the rehearsal, and nothing else. Nothing loads
 * from another host, nothing inline runs, and text cannot become markup (`require-trusted-types-for`).
 */
const policy = [
	"default-src 'none'",
	"script-src 'self'",
	"style-src 'self'",
	"img-src 'self'",
	"connect-src 'self'",
	"base-uri 'none'",
	"form-action 'none'",
	"frame-ancestors 'none'",
	"require-trusted-types-for 'script'",
	"trusted-types 'none'",
].join('; ');

interface Asset {
	readonly type: string;
	readonly plain: Uint8Array;
	readonly compressed: Uint8Array;
	readonly etag: string;
}

/**
 * Bundles the rehearsal's page, which takes some tenths of a second, and returns what serves it: for
 * `RehearsalOptions.handle`. It answers GET and HEAD of `/` and of the page's own files, and leaves all else.
 */
export async function openPage(): Promise<(request: IncomingMessage, response: ServerResponse) => boolean> {
	const [html, picture, bundle] = await Promise.all([
		readFile(`${folder}index.html`),
		readFile(`${folder}page.svg`),
		bundlePage(),
	]);
	const assets = new Map<string, Asset>([
		['/', await asset('text/html; charset=utf-8', html)],
		['/page.svg', await asset('image/svg+xml', picture)],
		['/page.js', await asset('text/javascript; charset=utf-8', bundle.script)],
		['/page.css', await asset('text/css; charset=utf-8', bundle.style)],
	]);
	return (request, response) => {
		const found = assets.get(request.url?.replace(/\?.*$/su, '') ?? '');
		if (found === undefined || (request.method !== 'GET' && request.method !== 'HEAD')) return false;
		send(found, request, response);
		return true;
	};
}

async function bundlePage(): Promise<{ readonly script: Uint8Array; readonly style: Uint8Array }> {
	const { outputFiles } = await build({
		entryPoints: { page: `${folder}main.ts`, style: `${folder}styles/page.css` },
		bundle: true,
		minify: true,
		write: false,
		format: 'esm',
		platform: 'browser',
		target: 'es2023',
		legalComments: 'none',
		outdir: folder,
		logLevel: 'silent',
	});
	const contentsOf = (ending: string) => {
		const file = outputFiles.find(({ path }) => path.endsWith(ending));
		if (file === undefined) throw new Error(`the page's bundle lacks its ${ending} file`);
		return file.contents;
	};
	return { script: contentsOf('.js'), style: contentsOf('.css') };
}

async function asset(type: string, plain: Uint8Array): Promise<Asset> {
	// Not the slowest quality: the page is made at every start.
	const compressed = await compress(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } });
	return { type, plain, compressed, etag: `"${createHash('sha256').update(plain).digest('base64url')}"` };
}

function send(found: Asset, request: IncomingMessage, response: ServerResponse): void {
	const takesBrotli = /\bbr\b/u.test(String(request.headers['accept-encoding'] ?? ''));
	const body = takesBrotli ? found.compressed : found.plain;
	const headers = {
		'content-type': found.type,
		'content-security-policy': policy,
		'x-content-type-options': 'nosniff',
		'referrer-policy': 'no-referrer',
		'cross-origin-opener-policy': 'same-origin',
		'cross-origin-resource-policy': 'same-origin',
		'cache-control': 'no-cache',
		vary: 'accept-encoding',
		etag: found.etag,
	};
	if (request.headers['if-none-match'] === found.etag) {
		response.writeHead(304, headers).end();
		return;
	}
	const encoding = takesBrotli ? { 'content-encoding': 'br' } : {};
	response.writeHead(200, { ...headers, ...encoding, 'content-length': body.byteLength });
	response.end(request.method === 'HEAD' ? undefined : body);
}
