import { version as stated } from '../package.json';

/** The engine's version, which links and reports carry: all packages of a checkout have one. */
export const version: string = stated;
