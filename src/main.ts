// Node keeps the compiled form of what is imported, so the rest is loaded after this is on.
import { enableCompileCache } from 'node:module';
import { setFlagsFromString } from 'node:v8';

enableCompileCache();
// What was thrown away is collected when the heap has doubled. Left to itself, V8 lets it grow to several times what is
// in use before it looks through the old part, and a busy process seems to grow without end.
setFlagsFromString('--heap-growing-percent=100');
const { main } = await import('./app/run.ts');
await main();
