// A process of its own: Verbatim, with the articles that ship with it.
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../src/app/config.ts';
import { openLog } from '../../src/app/log.ts';
import { openParts } from '../../src/app/parts.ts';
import { startBot } from '../../src/discord/bot.ts';
import { answerAboutCpu, messageFromParent } from './parent.ts';

const { apiUrl, token } = await messageFromParent();
const log = openLog('warn');
const dataDir = await mkdtemp(join(tmpdir(), 'verbatim-bench-'));
const parts = await openParts({ ...readConfig({}), dataDir }, log);
await parts.loaded;
const bot = await startBot({ apiUrl, token, shards: null, ...parts, log });
await bot.registered;
answerAboutCpu();
