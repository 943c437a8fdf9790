export { main } from './program.ts';
export { processIo } from './processIo.ts';
