/** What the process says when it ends. Scripts rely on these: they change only with a major version. */
export const exitCodes = {
  done: 0,
  /** A fault of the program. */
  internal: 1,
  /** A command, option, path or metric that does not exist; a file, or stdout, that cannot be read or written. */
  usage: 2,
  /** A scenario or a link that does not hold together; a question without an answer. */
  invalidScenario: 3,
  /** Data that cannot be read as what it should be. */
  badData: 4,
  precisionNotReached: 5,
  assertionFailed: 99,
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
