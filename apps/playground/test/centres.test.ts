import { aloneWith, checkDocument } from '@percall/scenario';
import { compile, createSession, inLineCrew } from '@percall/runner';
import { describe, expect, it } from 'vitest';
import { dataModule } from '../bundle/dataModule.ts';
import { deskOf, type DeskAnswer, type Question } from '../src/desk/desk.ts';
import { shownKpi } from '../src/panels/shownKpis.ts';
import { centre, centreNames, firstCentre } from '../src/state/centres.ts';
import { opened } from '../src/state/work.ts';

const languages = ['en', 'ar'] as const;

describe.each(languages)('the centres as they are shipped, %s', (language) => {
  it.each(centreNames)('%s is what the check lets through, and warns of', async (name) => {
    const { document, checked } = await centre(name, language);
    expect(checkDocument(document)).toStrictEqual({ ok: true, document, warnings: checked });
  });

  it('the first comes compiled, to the last bit as the page would compile it', async () => {
    const { document, compiled } = await firstCentre(language);
    const { selected } = opened(document);
    expect(compiled).toStrictEqual(compile(aloneWith(document, selected), { floor: 'erlang' }));
  });
});

it('the desk says of a document that comes compiled what it says of one that it compiles', async () => {
  const { document, checked, compiled } = await firstCentre('en');
  const question: Question = { ...opened(document), checked, whole: false };
  const first = async (asked: Question): Promise<DeskAnswer> =>
    new Promise((resolve, reject) => {
      const own = new AbortController();
      const answered = (answer: DeskAnswer): Promise<void> => {
        resolve(answer);
        own.abort();
        return Promise.resolve();
      };
      deskOf(createSession(inLineCrew()), shownKpi)
        .answer(asked, { answered, exact: () => {}, reported: () => {} }, own.signal)
        .catch(reject);
    });
  expect(await first({ ...question, compiled: compiled! })).toStrictEqual(await first(question));
});

describe('a module of data', () => {
  const read = async (data: unknown): Promise<unknown> =>
    ((await import(`data:text/javascript,${encodeURIComponent(dataModule(data))}`)) as { default: unknown }).default;

  it('gives back what it was made of', async () => {
    const data = {
      numbers: [0, -0, 0.1 + 0.2, 5e-324, Number.MAX_VALUE, Infinity, NaN],
      texts: ['', 'a "b"\n', 'العربية'],
      others: [true, false, null, [], {}],
      arrays: [Float64Array.of(-0, 0.1), Int32Array.of(-1, 7)],
      'odd key.*': { __proto__: null },
    };
    expect(await read(data)).toEqual(data);
    expect(Object.is(((await read([-0])) as number[])[0], -0)).toBe(true);
  });

  it('writes once what is in it twice', async () => {
    const part = { low: 0.123456789, high: Float64Array.of(1, 2, 3) };
    const [one, two] = (await read([part, { ...part }])) as object[];
    expect(one).toBe(two);
    expect(one).toEqual(part);
  });

  it('refuses what is no data', () => {
    expect(() => dataModule({ run: () => {} })).toThrow(/no data/);
  });
});
