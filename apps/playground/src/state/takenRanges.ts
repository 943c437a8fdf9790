import {
  parsePath,
  setAt,
  valueAt,
  withCentral,
  withCertainty,
  withSource,
  type Control,
  type ControlValue,
  type Json,
} from '@percall/scenario';

/** Ranges that the padlock took from numbers, to be given back: by what names a number in its scenario. */
export class TakenRanges {
  /** The scenario as it was before. */
  readonly #before = new Map<string, Json>();

  /**
   * The number as certain, its range kept here; or with the range that was taken from it, around the centre that it has now. A usual range where none was
   * taken, or none that is on the same basis.
   */
  withCertainty(named: string, scenario: Json, control: Control, certain: boolean): Json {
    if (certain) this.#before.set(named, scenario);
    else {
      const before = this.#before.get(named);
      const now = valueAt(scenario, control);
      const back = before === undefined || now === null ? undefined : around(before, control, now);
      if (back !== undefined) return back;
    }
    return withCertainty(scenario, control, certain);
  }
}

/** What stood there before around another centre, with the source and the note of now; undefined where that is no range, or on another basis. */
function around(before: Json, control: Control, now: ControlValue): Json | undefined {
  const value = withCentral(before, control, now.central);
  const path = parsePath(control.path);
  const moved = path.ok ? setAt(before, path.path, value) : null;
  const there = moved?.ok ? valueAt(moved.document, control) : null;
  if (!moved?.ok || there === null || there.low === null || JSON.stringify(there.basis) !== JSON.stringify(now.basis)) return undefined;
  return there.source === now.source && there.note === now.note ? value : withSource(moved.document, control, now.source, now.note)!;
}
