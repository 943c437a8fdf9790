import { deflateSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { checkDocument, decodeLink, encodeLink, parseScenario, presetNames, presetText, sha256Hex, type Json } from '../src/index.ts';
import { fromBase64Url, toBase64Url } from '../src/link/bytes.ts';
import { dictionaryD1 } from '../src/link/dictionaryD1.ts';
import { bankDocument } from './documents.ts';

const result = { engineVersion: '0.1.0', headline: 6.82 };
const fragment = encodeLink(bankDocument(), result);

/** What a link says is wrong with it: the code and the rule. */
const refused = (link: string): string => {
  const opened = decodeLink(link);
  if (opened.ok) return 'ok';
  const { code, params } = opened.problems[0]!;
  return `${code} ${params.must.rule === 'text' ? params.must.key : params.must.rule}`;
};

/** A link with any content, well made otherwise. */
const forged = (content: Json | string, options: { checksum?: string; cut?: number } = {}): string => {
  const text = typeof content === 'string' ? content : JSON.stringify(content);
  const utf8 = new TextEncoder();
  const deflated = deflateSync(utf8.encode(text), { level: 9, dictionary: utf8.encode(dictionaryD1) });
  const sum = (options.checksum ?? sha256Hex(text))
    .slice(0, 8)
    .match(/../g)!
    .map((byte) => Number.parseInt(byte, 16));
  return `#s=1.d1.${toBase64Url(Uint8Array.from([...sum, ...deflated.slice(0, options.cut)]))}`;
};

describe('round trip', () => {
  it('carries the whole document, the seed, the engine version and the headline', () => {
    expect(decodeLink(fragment)).toMatchObject({ ok: true, document: bankDocument(), ...result });
    expect(decodeLink(`https://example.org/percall/?lang=ar${fragment}`)).toMatchObject({ ok: true });
    expect(decodeLink(encodeLink(bankDocument(), { engineVersion: '2.0.0', headline: null }))).toMatchObject({ headline: null });
  });

  it('says which scenario was looked at, and nothing where nobody looked', () => {
    expect(decodeLink(encodeLink(bankDocument(), { ...result, selected: 'IVR verification' }))).toMatchObject({
      selected: 'IVR verification',
    });
    expect(decodeLink(encodeLink(bankDocument(), { ...result, selected: null }))).toMatchObject({ selected: null });
    expect(decodeLink(fragment)).not.toHaveProperty('selected');
    const content = { document: bankDocument(), ...result };
    // What earlier builds wrote, to the byte; and what later ones may add.
    expect(forged(content)).toBe(fragment);
    expect(decodeLink(forged({ ...content, later: ['more'] }))).toMatchObject({ ok: true, ...result });
    expect(refused(forged({ ...content, selected: 7 }))).toBe('damaged link');
  });

  it('keeps the order of what the document says, which has a meaning', () => {
    const { frontline, experts } = bankDocument()['agents'] as Record<string, object>;
    const shrinkage = { vacation: '12%', absence: { value: '8%', of: 'paid' }, breaks: '10%' };
    const parsed = checkDocument({ ...bankDocument(), agents: { frontline: { ...frontline, shrinkage }, experts } });
    if (!parsed.ok) throw new Error('valid');
    const opened = decodeLink(encodeLink(parsed.document, result));
    expect(opened.ok && JSON.stringify(opened.document)).toBe(JSON.stringify(parsed.document));
  });

  it('states the seed even where the document leaves it at its default', () => {
    const seedless: { [key: string]: Json } = { ...bankDocument() };
    delete seedless['seed'];
    const parsed = checkDocument(seedless);
    if (!parsed.ok) throw new Error('valid without a seed');
    expect(decodeLink(encodeLink(parsed.document, result))).toMatchObject({ document: { seed: 'percall' } });
  });

  it.each(presetNames())('%s stays under 1,800 characters', (name) => {
    const parsed = parseScenario(presetText(name)!);
    if (!parsed.ok) throw new Error(name);
    const link = encodeLink(parsed.document, result);
    expect(link.length).toBeLessThan(1800);
    expect(decodeLink(link)).toMatchObject({ ok: true, document: parsed.document });
  });

  it('is safe in an address', () => {
    expect(fragment).toMatch(/^#s=1\.d1\.[\w-]+$/);
    expect(fragment.length).toBeLessThan(1800);
  });
});

describe('a link that is not whole', () => {
  it('is refused wherever it was cut', () => {
    for (let length = 0; length < fragment.length; length += 1) expect(decodeLink(fragment.slice(0, length)).ok).toBe(false);
    expect(refused(fragment.slice(0, -40))).toBe('damaged linkCut');
  });

  it('is refused when any character was changed', () => {
    const payload = fragment.lastIndexOf('.') + 1;
    for (let i = payload; i < fragment.length; i += 7) {
      const other = fragment[i] === 'A' ? 'B' : 'A';
      expect(decodeLink(fragment.slice(0, i) + other + fragment.slice(i + 1)).ok).toBe(false);
    }
  });

  it.each([
    ['damaged checksum', forged({ document: {}, engineVersion: '1', headline: null }, { checksum: '00000000' })],
    ['damaged checksum', forged('{"document":')],
    ['damaged link', forged([])],
    ['damaged link', forged({ document: {}, headline: null })],
    ['damaged link', forged({ document: {}, engineVersion: '1', headline: [] })],
    ['damaged link', '#s=1.d1.a+b/'],
    ['damaged link', '#s=1.x0.AAAA'],
    ['damaged link', '#s=0.d1.AAAA'],
    ['damaged link', '#s=1.d1.'],
    ['damaged link', '#other=1'],
    ['damaged link', ''],
    ['damaged linkCut', '#s=1.d1.AAAAA'],
    ['damaged linkCut', '#s=1.d1.AAAA'],
    ['newer newerLink', '#s=2.d1.AAAA'],
    ['newer newerLink', '#s=1.d9.AAAA'],
    ['newer newerLink', '#s=2.e1.AAAA'],
  ])('%s', (expected, link) => {
    expect(refused(link)).toBe(expected);
  });

  it('may hold a newer document, which is refused as one', () => {
    expect(refused(forged({ document: { percall: 2 }, engineVersion: '9', headline: null }))).toBe('newer version');
  });

  it('is checked like a typed document', () => {
    const document = { ...bankDocument(), replications: 100 } as Json;
    const opened = decodeLink(forged({ document, engineVersion: '1', headline: null }));
    expect(opened.ok ? null : opened.problems[0]).toMatchObject({ code: 'structure', path: 'replications' });
    const extending = { percall: 1, extends: 'preset:telecom-peak' };
    expect(decodeLink(forged({ document: extending, engineVersion: '1', headline: null }))).toMatchObject({
      ok: false,
      problems: [{ code: 'reference', path: 'extends' }],
    });
    expect(decodeLink(forged('{"document":{"percall":1,"__proto__":{"polluted":1}},"engineVersion":"1","headline":null}')).ok).toBe(false);
  });

  it('does not inflate without end', () => {
    const bomb = forged(JSON.stringify({ document: { note: 'x'.repeat(20_000_000) } }));
    expect(bomb.length).toBeLessThan(200_000);
    expect(refused(bomb)).toBe('damaged linkTooLong');
  });
});

describe('a link of another day', () => {
  // Recorded by 0.1.0, and kept for ever.
  const sorted =
    '#s=1.d0.pmAm1AN6Jj8Z6ChogoK31mAryRGtrozUnAJEkwvYTYYV62iNISzNEUjTA9QogdZOqI0MsMkgGludD5t2RKrsQAMIYHMo6CbDmsS5wCIHsmwetQSCFi4wIaCO1Lx0YJACRz-LIeUAsE2pB2peZaQmpoA7jFYmesaGtQA';
  const inOrder =
    '#s=1.d1.pmAm1ANWYfnJwBCEpnV42YZZpoE0IYozUDEETQBo7QAstTtksQl4fBiST1CrX7DJIBpbVYd0Gx2sZgYtVASbg97OIWFJOqydDjqOF9YoQ262wXa8Q4VAGT8P2C1JBd4BUwwprIDdRT3QeDdoRz14HZOViZ6xYS0A';

  it.each([sorted, inOrder])('opens: %.8s', (recorded) => {
    expect(decodeLink(recorded)).toMatchObject({ ok: true, engineVersion: '0.1.0', headline: 4.31, document: { name: 'Small desk' } });
  });
});

describe('base64url', () => {
  // RFC 4648, section 10, without padding.
  it.each([
    ['', ''],
    ['f', 'Zg'],
    ['fo', 'Zm8'],
    ['foo', 'Zm9v'],
    ['foob', 'Zm9vYg'],
    ['fooba', 'Zm9vYmE'],
    ['foobar', 'Zm9vYmFy'],
  ])('%j is %j', (text, encoded) => {
    const bytes = new TextEncoder().encode(text);
    expect(toBase64Url(bytes)).toBe(encoded);
    expect(fromBase64Url(encoded)).toEqual(bytes);
  });

  it('has one spelling only', () => {
    expect(fromBase64Url('Zh')).toBeNull();
    expect(fromBase64Url('Z')).toBeNull();
    expect(fromBase64Url('Zg==')).toBeNull();
  });
});
