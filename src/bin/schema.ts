// `npm run schema`: the JSON Schema of an article, for those who write articles as JSON or read ours.
import { z } from 'zod';
import { allowClosedOutput } from '../app/closed-output.ts';
import { articleSchema } from '../article.ts';

allowClosedOutput();
process.stdout.write(
	`${JSON.stringify(z.toJSONSchema(articleSchema, { target: 'draft-2020-12' }), null, '\t')}\n`,
);
