import {
  choicesOf,
  chosenAt,
  controlsOf,
  differs,
  getAt,
  isObject,
  parsePath,
  responseOf,
  scenarioDocument,
  spellValue,
  valueAt,
  type Control,
  type ControlValue,
  type Json,
} from '@percall/scenario';
import { typedText } from './typedText.ts';

/** One value that a variant changes, as typed. */
export interface InputChange {
  readonly variant: string;
  /** Where: a path, or one of the variant's own keys. */
  readonly at: { readonly path: string } | { readonly own: 'oneOff' | 'starts' | 'ramp' };
  /** null: the baseline has nothing there. `usual`: it leaves it out, and this is the default. */
  readonly baseline: { readonly text: string; readonly usual: boolean } | null;
  /** null: it is taken away. */
  readonly variantText: string | null;
}

/** What a variant's own `response` is short for. */
const responsePath = 'staffing.response';

/** What every variant of a document changes, in its order. */
export function inputChanges(document: Json): readonly InputChange[] {
  const baseline = scenarioDocument(document, null)!;
  const controls = new Map(controlsOf(baseline).map((control) => [control.path, control]));
  return variantsOf(document).flatMap((variant) => {
    const changes = Object.entries(isObject(variant['changes']) ? variant['changes'] : {}).map(([path, value]): InputChange => ({
      variant: nameOf(variant),
      at: { path },
      baseline: standsAt(baseline, path, controls.get(path)),
      variantText: value === null ? null : typedText(value),
    }));
    const { response } = variant;
    if (typeof response === 'string' && response !== 'as baseline' && response !== responseOf(baseline))
      changes.push({
        variant: nameOf(variant),
        at: { path: responsePath },
        baseline: standsAt(baseline, responsePath, undefined),
        variantText: response,
      });
    const own = (['oneOff', 'starts', 'ramp'] as const).flatMap((key): InputChange[] => {
      const value = variant[key];
      return value === undefined || value === null
        ? []
        : [{ variant: nameOf(variant), at: { own: key }, baseline: null, variantText: typedText(value) }];
    });
    return [...changes, ...own];
  });
}

type Variant = { readonly [key: string]: Json };

function variantsOf(document: Json): readonly Variant[] {
  const variants = getAt(document, ['variants']);
  return Array.isArray(variants) ? (variants as readonly Json[]).filter(isObject) : [];
}

const nameOf = (variant: Variant): string => variant['name'] as string;

function standsAt(baseline: Json, path: string, control: Control | undefined): InputChange['baseline'] {
  const parsed = parsePath(path);
  const typed = parsed.ok ? getAt(baseline, parsed.path) : undefined;
  if (typed !== undefined) return { text: typedText(typed), usual: false };
  const value = control === undefined ? null : valueAt(baseline, control);
  if (value !== null) return { text: value.text, usual: !value.given };
  const choice = choicesOf(baseline).find((each) => each.path === path);
  const usual = choice === undefined ? null : chosenAt(baseline, choice);
  return usual === null ? null : { text: typedText(usual), usual: true };
}

/** A number that an answer rests on, with what stands there in one scenario. */
export interface Assumption {
  /** null: the baseline. Of a variant those that it changes. */
  readonly variant: string | null;
  readonly control: Control;
  readonly value: ControlValue;
}

/** The numbers of the baseline that the engine reads, and those that its variants change. */
export function assumptionsOf(document: Json): readonly Assumption[] {
  const baseline = scenarioDocument(document, null)!;
  const read = (scenario: Json, variant: string | null): readonly Assumption[] =>
    controlsOf(scenario).flatMap((control) => {
      if (control.isPlain) return [];
      if (variant !== null && !differs(baseline, scenario, control)) return [];
      const value = valueAt(scenario, control);
      return value === null ? [] : [{ variant, control, value }];
    });
  return [
    ...read(baseline, null),
    ...variantsOf(document).flatMap((variant) => read(scenarioDocument(document, nameOf(variant)), nameOf(variant))),
  ];
}

/** P10, median and P90 of an uncertain number, spelled as in documents to six digits. */
export const spelledRange = ({ control, value: { low, central, high, basis } }: Assumption): readonly [string, string, string] => {
  const spell = (value: number): string => spellValue(control.description.quantity, Number(value.toPrecision(6)), basis);
  return [spell(low!), spell(central), spell(high!)];
};
