// From sources only: threads do not take over `--import tsx` from their parent in Node 20, so this one registers the loader itself.
import { register } from 'tsx/esm/api';

register();
await import('./worker.node.ts');
