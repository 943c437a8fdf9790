/** The exact floor by itself, for those who load it when a study wants it. */
export { createExactFloor } from './floor/calls/exactFloor.ts';
