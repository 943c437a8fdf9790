import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { back, forth, startHistory, step } from '../src/state/history.ts';

describe('history', () => {
  it('takes a drag back in one step', () => {
    const dragged = ['a1', 'a2', 'a3'].reduce((history, to) => step(history, to, 'drag 1'), startHistory('a'));
    expect(back(dragged).present).toBe('a');
    const twice = step(dragged, 'b', 'drag 2');
    expect(back(twice).present).toBe('a3');
  });

  it('starts a new step after an undo, whatever the gesture', () => {
    const undone = back(step(step(startHistory('a'), 'b', 'drag 1'), 'c', 'drag 2'));
    const again = step(undone, 'd', 'drag 1');
    expect(back(again).present).toBe('b');
    expect(forth(again)).toBe(again);
  });

  it('comes back to where it was, however often one goes to and fro (property)', () => {
    const moves = fc.array(fc.oneof(fc.constant('back' as const), fc.constant('forth' as const), fc.integer()));
    fc.assert(
      fc.property(moves, (list) => {
        let history = startHistory(0);
        for (const move of list) history = move === 'back' ? back(history) : move === 'forth' ? forth(history) : step(history, move, null);
        const start = history;
        let undone = history;
        for (let i = 0; i < history.past.length; i++) undone = back(undone);
        expect(back(undone)).toBe(undone);
        for (let i = 0; i < history.past.length; i++) undone = forth(undone);
        expect(undone.present).toBe(start.present);
        expect(undone.future).toEqual(start.future);
      }),
    );
  });
});
