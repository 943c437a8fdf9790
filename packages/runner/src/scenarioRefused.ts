import type { Problem } from '@percall/scenario';

/** A valid document that asks for something this build cannot compute, or that no study can be made of. The Problems say what. */
export class ScenarioRefused extends Error {
  override readonly name = 'ScenarioRefused';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(({ code, path }) => `${path}: ${code}`).join('; '));
    this.problems = problems;
  }
}
