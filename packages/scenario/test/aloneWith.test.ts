import { describe, expect, it } from 'vitest';
import { aloneWith, checkDocument } from '../src/index.ts';
import { documents } from './controlDocuments.ts';

describe('a document with one variant alone', () => {
  it.each(Object.entries(documents))('%s: passes the check with each, keeps it as it is and leaves the others out', (_, document) => {
    const variants = (document['variants'] ?? []) as readonly { readonly name: string }[];
    for (const variant of variants) {
      const lone = aloneWith(document, variant.name);
      expect(lone['variants']).toEqual([variant]);
      expect(checkDocument(lone)).toMatchObject({ ok: true });
    }
  });

  it.each(Object.entries(documents))('%s: is the baseline alone where none is named, or one that is not there', (_, document) => {
    const { variants: left, ...baseline } = document;
    expect(left).toBe(document['variants']);
    expect(aloneWith(document, null)).toEqual(baseline);
    expect(aloneWith(document, 'nobody')).toEqual(baseline);
  });
});
