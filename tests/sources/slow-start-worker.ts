import type { Task } from '../../src/sources/worker-tasks.ts';

/** A reading thread that works for so long at its start, and without end at everything else. */
const startMs = 600;

export default ({ task }: Task): true => {
	// By the processor's time: on a busy machine the clock goes on while the thread waits.
	while (task !== 'wake' || process.threadCpuUsage().user < startMs * 1_000);
	return true;
};
