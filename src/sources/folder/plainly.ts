/** What is wrong with a file or a folder, in words that follow a colon. */
export function plainly(error: unknown): string {
	if (hasCode(error, 'EACCES') || hasCode(error, 'EPERM')) return 'the bot lacks the permission';
	if (hasCode(error, 'ENOENT')) return 'it is not there';
	if (hasCode(error, 'ENOTDIR')) return 'it is no folder';
	return error instanceof Error && 'code' in error ? String(error.code) : 'the disk gives an error';
}

export function hasCode(error: unknown, code: string): boolean {
	return error instanceof Error && 'code' in error && error.code === code;
}
