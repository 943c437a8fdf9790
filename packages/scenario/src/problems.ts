import { formatPath, type Path } from './paths.ts';
import type { Hint, Must, Problem, ProblemCode } from './problem.ts';

/** A Problem before it is known where in the document it stands. */
export interface Finding {
  readonly code: ProblemCode;
  readonly must: Must;
  readonly got: unknown;
  readonly nearest?: string;
  readonly hint?: Hint;
  readonly severity?: 'warning';
  /** Keys below the place that was read. */
  readonly below?: Path;
}

/** The Finding at its place. */
export const problemAt = (path: Path, finding: Finding): Problem => ({
  code: finding.code,
  path: formatPath([...path, ...(finding.below ?? [])]),
  params: {
    must: finding.must,
    got: finding.got,
    ...(finding.nearest === undefined ? {} : { nearest: finding.nearest }),
    ...(finding.hint === undefined ? {} : { hint: finding.hint }),
  },
  severity: finding.severity ?? 'error',
});
