/** The same study in line, in Web Workers (`./browser`) and in Node worker threads (`./node`). */
export type * from './crew.ts';
export { createSession, type RunOptions, type Session, type StudyAnswer } from './session.ts';
