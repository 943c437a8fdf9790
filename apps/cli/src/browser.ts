export * from './api.ts';
export { runStudy, streamStudy, type WorkerRunOptions as RunOptions } from '@percall/runner/browser';
