import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Files } from '../state/files.ts';

/** What a browser may show; everything else is only offered for download, so that no upload runs as a page of this program. */
const shown = /^(?:image\/(?:png|jpeg|gif|webp|avif)|audio\/[\w.+-]+|video\/[\w.+-]+|text\/plain)$/iu;

/** Serves an attachment. */
export function serveFile(files: Files, request: IncomingMessage, response: ServerResponse, url: URL): void {
	const file = files.get(decoded(url.pathname));
	if (file === undefined) {
		response.writeHead(404).end();
		return;
	}
	const [type = ''] = file.type.split(';');
	response.writeHead(200, {
		'Content-Type': shown.test(type) ? type : 'application/octet-stream',
		'Content-Length': String(file.bytes.length),
		'Content-Disposition': `${shown.test(type) ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name.toWellFormed())}`,
		'X-Content-Type-Options': 'nosniff',
		'Content-Security-Policy': "default-src 'none'; sandbox",
		'Cross-Origin-Resource-Policy': 'same-origin',
	});
	response.end(request.method === 'HEAD' ? undefined : file.bytes);
}

function decoded(path: string): string {
	try {
		return decodeURI(path);
	} catch {
		return '';
	}
}
