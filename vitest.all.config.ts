import { defineConfig } from 'vitest/config';
import shared from './vitest.shared.ts';

/** What `npm run test:all` adds to `npm test`: files whose programs npm does not bring. */
export default defineConfig({ ...shared, test: { ...shared.test, include: ['test/**/*.all.ts'] } });
