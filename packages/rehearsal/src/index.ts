export type * from './api.ts';
export { RehearsalError } from './errors.ts';
export { startRehearsal } from './start.ts';
