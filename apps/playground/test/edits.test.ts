import { checkDocument, controlsOf, getAt } from '@percall/scenario';
import { describe, expect, it } from 'vitest';
import { addVariant, freeName, removeVariant, renameVariant, setControl, setResponse } from '../src/state/edits.ts';
import { opened, variantNames, type Work } from '../src/state/work.ts';
import { preset } from './documents.ts';

const work = opened(preset('bank-ivr-verification'));

/** The edit, checked as the page checks it. */
function edited(from: Work, edit: (work: Work) => { document: unknown; selected: string | null }): Work {
  const { document, selected } = edit(from);
  const checked = checkDocument(document);
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  return { document: checked.document, selected };
}

const control = controlsOf(work.document).find(({ path }) => path === 'levers.ivr.verification.offeredTo')!;

describe('edits', () => {
  it('open on the first variant, and write into it', () => {
    expect(work.selected).toBe('IVR verification');
    const after = edited(work, setControl(control, '50%'));
    expect(getAt(after.document, ['variants', 'IVR verification', 'changes'])).toMatchObject({ [control.path]: '50%' });
    expect(getAt(after.document, ['levers', 'ivr', 'verification', 'offeredTo'])).toBe('0%');
  });

  it('delete the entry when the value is the baseline’s again', () => {
    const after = edited(work, setControl(control, '0%'));
    expect(getAt(after.document, ['variants', 'IVR verification', 'changes'])).not.toHaveProperty([control.path]);
  });

  it('edit the baseline where it is selected', () => {
    const after = edited({ ...work, selected: null }, setControl(control, '10%'));
    expect(getAt(after.document, ['levers', 'ivr', 'verification', 'offeredTo'])).toBe('10%');
    expect(getAt(after.document, ['variants'])).toEqual(getAt(work.document, ['variants']));
  });

  it('add, copy, rename and remove variants', () => {
    const name = freeName(work.document, (count) => `Variant ${count}`);
    expect(name).toBe('Variant 5');
    const added = edited(work, addVariant(name, false));
    expect(variantNames(added.document).at(-1)).toBe('Variant 5');
    expect(added.selected).toBe('Variant 5');
    const copied = edited(work, addVariant('Copy', true));
    expect(getAt(copied.document, ['variants', 'Copy', 'changes'])).toEqual(
      getAt(work.document, ['variants', 'IVR verification', 'changes']),
    );
    expect(getAt(copied.document, ['variants', 'Copy', 'note'])).toBeUndefined();
    const renamed = edited(copied, renameVariant('Copy', 'Again'));
    expect(renamed.selected).toBe('Again');
    const removed = edited(renamed, removeVariant('Again'));
    expect(removed.document).toEqual(work.document);
    expect(removed.selected).toBe('Verification, roster locked');
  });

  it('are refused by the check where a name is taken: nothing is lost', () => {
    const { document } = renameVariant('IVR verification', "The vendor's promise")(work);
    const checked = checkDocument(document);
    expect(checked.ok).toBe(false);
  });

  it('leave a document without variants when the last is removed', () => {
    let left = work;
    for (const name of variantNames(work.document)) left = edited(left, removeVariant(name));
    expect(left.selected).toBeNull();
    expect(left.document).not.toHaveProperty('variants');
  });

  it('lock the roster of one variant, or of the baseline', () => {
    expect(getAt(edited(work, setResponse('locked')).document, ['variants', 'IVR verification', 'response'])).toBe('locked');
    expect(getAt(edited({ ...work, selected: null }, setResponse('locked')).document, ['staffing', 'response'])).toBe('locked');
  });
});
