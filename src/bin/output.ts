/** Lets whoever reads a program's output stop before its end (`| head`): what is written after that is dropped. */
export function allowClosedOutput(): void {
	for (const stream of [process.stdout, process.stderr]) {
		stream.on('error', (error: NodeJS.ErrnoException) => {
			if (error.code !== 'EPIPE') throw error;
		});
	}
}
