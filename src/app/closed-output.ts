/**
 * Lets whoever reads a program's output stop before its end (`| head`, a log collector that dies): what is written
 * after that is dropped. Without it each line would be an error of its own, whose report would be the next one.
 */
export function allowClosedOutput(): void {
	for (const stream of [process.stdout, process.stderr]) {
		stream.on('error', (error: NodeJS.ErrnoException) => {
			if (error.code !== 'EPIPE') throw error;
		});
	}
}
