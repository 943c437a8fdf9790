import { expect, it } from 'vitest';
import { replicate } from '../src/index.ts';
import { documentWith, studyOf } from './support/document.ts';

it('twin: a study that cannot cross a boundary fails here, so the boundary is there', () => {
  const study = studyOf(documentWith());
  const [model] = study.models;
  expect(() => replicate({ ...study, models: [{ ...model!, price: () => 1 } as never] }, 0, 8)).toThrow(/could not be cloned/);
});
