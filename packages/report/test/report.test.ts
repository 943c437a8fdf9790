import { parseScenario, type ScenarioDocument } from '@percall/scenario';
import { describe, expect, it } from 'vitest';
import { assumptionsOf, inputChanges, spelledRange } from '../src/inputs.ts';
import { reportMarkdown } from '../src/reportMarkdown.ts';
import { typedText } from '../src/typedText.ts';
import { ar } from '../src/words/ar.ts';
import { en } from '../src/words/en.ts';
import { results, setting } from './madeUpResults.ts';

const text = `percall: 1
name: A *line*
source: estimated
currency: USD
period: month
horizon: { start: 2026-01-05, weeks: 4 }
calendar: { open: { mon-fri: '08:00-18:00' } }
contactTypes:
  service:
    volume: { low: 90k, likely: 100k, high: 115k, source: measured, note: 'Twelve months | one year' }
    handleTime: { phone: 5 min }
agents:
  team: { skills: [service], wage: { normal: { mean: 18 per h, sd: 0.5 per h }, source: benchmark } }
costs: { technology: 12000 per month }
variants:
  - name: IVR
    oneOff: 60000
    changes:
      levers.ivr.containment.service: { low: 10%, likely: 15%, high: 20% }
      contactTypes.service.handleTime.phone.mean: 4m30s
      costs.technology: null
  - name: Hours
    changes: { calendar.open: { mon-sat: '08:00-18:00' }, staffing.response: locked }
`;

function documentOf(typed: string): ScenarioDocument {
  const parsed = parseScenario(typed);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.document;
}
const document = documentOf(text);

describe('what variants change', () => {
  it('is told as typed, beside what the baseline has or leaves out', () => {
    expect(inputChanges(document).map(({ variant, at, baseline, variantText }) => [variant, at, baseline, variantText])).toEqual([
      ['IVR', { path: 'levers.ivr.containment.service' }, { text: '0%', usual: true }, '{ low: 10%, likely: 15%, high: 20% }'],
      // The baseline has it in a short form.
      ['IVR', { path: 'contactTypes.service.handleTime.phone.mean' }, { text: '5 min', usual: false }, '4m30s'],
      ['IVR', { path: 'costs.technology' }, { text: '12000 per month', usual: false }, null],
      ['IVR', { own: 'oneOff' }, null, '60000'],
      ['Hours', { path: 'calendar.open' }, { text: '{ mon-fri: 08:00-18:00 }', usual: false }, '{ mon-sat: 08:00-18:00 }'],
      ['Hours', { path: 'staffing.response' }, { text: 're-plan', usual: true }, 'locked'],
    ]);
  });

  it('has the response that a variant states in short', () => {
    const changes = (response: string) =>
      inputChanges(documentOf(`${text}  - { name: Short, response: ${response} }\n`)).filter(({ variant }) => variant === 'Short');
    expect(changes('transition')).toEqual([
      { variant: 'Short', at: { path: 'staffing.response' }, baseline: { text: 're-plan', usual: true }, variantText: 'transition' },
    ]);
    for (const same of ['as baseline', 're-plan']) expect(changes(same)).toEqual([]);
  });

  it('is written on one line', () => {
    expect(typedText({ a: [1, '2%', { b: null }], c: true })).toBe('{ a: [1, 2%, { b: null }], c: true }');
  });
});

describe('assumptions', () => {
  const all = assumptionsOf(document);
  const at = (path: string, variant: string | null = null) =>
    all.find(({ control, variant: of }) => control.path === path && of === variant);

  it('are the numbers that the engine reads, with their sources', () => {
    expect(at('contactTypes.service.volume')!.value.source).toBe('measured');
    expect(at('contactTypes.service.handleTime.phone.mean')!.value.source).toBe('estimated');
    expect(at('agents.team.wage')!.value.source).toBe('benchmark');
    expect(at('levers.ivr.time')!.value.source).toBe('default');
    expect(at('replications')).toBeUndefined();
  });

  it('of a variant are those that it changes', () => {
    expect(all.filter(({ variant }) => variant === 'IVR').map(({ control }) => control.path)).toEqual(
      expect.arrayContaining(['levers.ivr.containment.service', 'contactTypes.service.handleTime.phone.mean', 'costs.technology']),
    );
    expect(all.filter(({ variant }) => variant === 'IVR')).toHaveLength(3);
  });

  it('are spelled with their range as in a document', () => {
    expect(spelledRange(at('contactTypes.service.volume')!)).toEqual(['90000', '100000', '115000']);
    // Normal: 18 - 1.2816 x 0.5 and its mirror.
    expect(spelledRange(at('agents.team.wage')!)).toEqual(['17.3592 per h', '18 per h', '18.6408 per h']);
    expect(spelledRange(at('levers.ivr.containment.service', 'IVR')!)).toEqual(['10%', '15%', '20%']);
  });
});

describe('the report', () => {
  const input = { document, results, setting, warnings: [], engineVersion: '0.1.0', inputsHash: 'c0ffee' };
  const report = reportMarkdown(input, en);
  const headings = (markdown: string) => markdown.split('\n').filter((line) => line.startsWith('#'));

  it('has its parts in order', () => {
    expect(headings(report)).toEqual([
      '# Made up',
      '## The cost of doing nothing',
      '## Setting',
      '## Cost',
      '## Versus the baseline',
      '## Quality',
      '## Ledger, average month',
      '## What the variants change',
      '## Assumptions',
      '## Warnings',
    ]);
    expect(report).toMatch(/^# Made up\n\n\S.*: (?:Cheaper|Not a saving|Dearer|~~)/);
    expect(report).toContain('\n- Horizon: 4 weeks from 2026-01-05\n- Stated in: USD per month\n- Wanted chance that quality holds: 90%\n');
    expect(report.trimEnd().endsWith('None.')).toBe(true);
    expect(report).toContain('\n- Hash of the inputs: c0ffee\n');
  });

  it('says the note, and what the baseline costs by itself', () => {
    expect(report).toMatch(/\n## The cost of doing nothing\n\nCost per handled contact \d.*\n\n- Total.*: \d.*\n\n## Setting/);
    const noted = reportMarkdown({ ...input, document: documentOf(`${text}\nnote: "Is it worth | it?"\n`) }, en);
    expect(noted).toMatch(/^# Made up\n\nIs it worth \\\| it\?\n\nIVR/);
  });

  it('shows how often each floor holds', () => {
    expect(report).toMatch(/\n\| chance of at least 80% \| .*holds/);
  });

  it('lists changes, sources and uncertain inputs; what was typed cannot break a table', () => {
    expect(report).toContain('| IVR | levers.ivr.containment.service | 0% (default) | { low: 10%, likely: 15%, high: 20% } |');
    expect(report).toContain('| IVR | costs.technology | 12000 per month | nothing |');
    expect(report).toContain('| IVR | One-off cost | - | 60000 |');
    expect(report).toMatch(/Numbers of the baseline by their source: 1 measured, \d+ estimated, 1 benchmark, \d+ default\./);
    expect(report).toContain(
      '| Baseline | Volume | contactTypes.service.volume | 90000 | 100000 | 115000 | measured | Twelve months \\| one year |',
    );
    expect(report).toContain('| IVR | Containment | levers.ivr.containment.service | 10% | 15% | 20% | estimated |  |');
    for (const line of report.split('\n').filter((each) => each.startsWith('|')))
      expect([line, line.replace(/\\./g, '').split('|').length > 4]).toEqual([line, true]);
  });

  it('says its warnings without the word, and where nothing varies or nothing is uncertain', () => {
    const warned = reportMarkdown(
      {
        ...input,
        document: documentOf(
          text
            .replace(/variants:[\s\S]*/, '')
            .replace(/volume: \{.*\}/, 'volume: 100k')
            .replace(/wage: \{.*?\} ?\}?, source: benchmark \}/, 'wage: 18 per h'),
        ),
        warnings: [
          {
            code: 'unused',
            path: 'investment',
            params: { must: { rule: 'modelled', since: 'net present value' }, got: {} },
            severity: 'warning',
          },
        ],
      },
      en,
    );
    expect(warned).toContain('\n## Warnings\n\n- investment has no effect yet: it waits for net present value\n');
    expect(warned).toContain('\n## What the variants change\n\nThere are no variants.\n');
    expect(warned).toContain('\nNo input has a range: where the futures differ, it is by chance alone.\n');
  });

  it('is the same report in Arabic, line by line', () => {
    const arabic = reportMarkdown(input, ar);
    expect(headings(arabic)).toHaveLength(headings(report).length);
    expect(arabic.split('\n')).toHaveLength(report.split('\n').length);
    for (const heading of headings(arabic).slice(1)) expect(heading).not.toMatch(/[A-Za-z]/);
  });
});
