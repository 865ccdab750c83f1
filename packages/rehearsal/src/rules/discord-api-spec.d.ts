/** The package's schemas come as JavaScript without types: each export is a schema of zod mini. */
declare module 'discord-api-spec/zod';
