export * from './api.ts';
export {
  runStudy,
  streamStudy,
  type WorkerRunOptions as RunOptions,
  type WorkerStreamOptions as StreamOptions,
} from '@percall/runner/browser';
