// Node keeps the compiled form of what is imported, so the rest is loaded after this is on.
import { enableCompileCache } from 'node:module';

enableCompileCache();
const { main } = await import('./app/run.ts');
await main();
