import { mergeConfig } from 'vitest/config';
import shared from '../../vitest.shared.ts';

/** Workers and servers of one file are none of the next one's. */
export default mergeConfig(shared, { test: { isolate: true, globalSetup: 'test/support/bundleWorkers.ts' } });
