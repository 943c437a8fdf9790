import { describe, expect, it } from 'vitest';
import { readScenarioFile, scenarioFileName, scenarioFileText } from '../src/state/scenarioFile.ts';
import { preset } from './documents.ts';

describe('a file of a scenario', () => {
  it('reads as it was written', async () => {
    const document = preset('telecom-peak');
    expect(await readScenarioFile(new Blob([scenarioFileText(document)]))).toMatchObject({ ok: true, document });
  });

  it('that is longer than any document is refused for its length, and not read to its end', async () => {
    const read = await readScenarioFile(new Blob(['#'.repeat(9_000_000)]));
    expect(read).toMatchObject({ ok: false, problems: [{ code: 'syntax', params: { got: 8_000_004 } }] });
  });

  it.each([
    ['Bank, IVR verification', 'bank-ivr-verification.json'],
    ['مركز اتصال', 'مركز-اتصال.json'],
    ['../../etc/passwd', 'etc-passwd.json'],
    ["it's; rm -rf", 'it-s-rm-rf.json'],
    ['!!!', 'study.json'],
    ['x'.repeat(200), `${'x'.repeat(60)}.json`],
  ])('is named for the study: %s', (name, file) => {
    expect(scenarioFileName(name)).toBe(file);
  });
});
