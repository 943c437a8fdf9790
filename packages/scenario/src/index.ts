export * from './document.ts';
export * from './problem.ts';
export * from './scenario.ts';
export { hintTexts, type HintKey } from './hintTexts.ts';
export { mustTexts, type MustTextKey } from './mustTexts.ts';
export { formatPath, getAt, isObject, parsePath, type ParsedPath, type Path } from './paths.ts';
export { setAt, type Patched } from './patch.ts';
export { aloneWith } from './aloneWith.ts';
export { applyChanges } from './applyChanges.ts';
export { changedPeriod } from './check/changedPeriod.ts';
export { checkDocument, type PresetSource } from './check/checkDocument.ts';
export { decodeText, parseScenario } from './parse.ts';
export { interpret } from './interpret/interpret.ts';
export { canonicalJson } from './canonicalJson.ts';
export { sha256Hex } from './sha256.ts';
export { presetLanguages, presetNames, presetText, type PresetLanguage } from './presets/presets.ts';
export {
  describeLeaf,
  fieldWords,
  leafDescriptions,
  optionWords,
  settingPatterns,
  type PatternDescription,
} from './schema/leafDescriptions.ts';
export type { LeafDescription } from './schema/description.ts';
export { jsonSchema } from './jsonSchema.ts';
export { documentReference } from './documentReference.ts';
export { decodeLink, encodeLink, type LinkResult, type OpenedLink } from './link/link.ts';
export { noCurrency, redacted, type Redaction } from './redact.ts';
export { nearestOf } from './units/amount.ts';
export { readQuantity, type ReadQuantity } from './units/readQuantity.ts';
export { readMoney } from './units/readMoney.ts';
export { spellValue } from './units/spell.ts';
export { dayShapes, dayShapeNames, type DayShapeName } from './calendar/dayShapes.ts';
export { sections, type Section } from './controls/sections.ts';
export { controlsIn, controlsOf, type Control } from './controls/controls.ts';
export {
  choicesOf,
  choosesOtherwise,
  chosenAt,
  documentChoosing,
  documentChoosingAsBaseline,
  inputsOf,
  standsIn,
  type Choice,
  type Chosen,
} from './controls/choices.ts';
export { centralBeside, valueAt, type ControlValue } from './controls/value.ts';
export { typedValue, type Typed } from './controls/typed.ts';
export { withCentral } from './controls/central.ts';
export { withCertainty, withSpread } from './controls/spread.ts';
export { numberAt, type NumberAt, type Steps } from './controls/steps.ts';
export { sliderOf, type Slider } from './controls/slider.ts';
export { differs, documentWith, documentWithout, isChanged, isShared } from './controls/change.ts';
export { eventsOf, withEvent, withEventNamed, withoutEvent } from './controls/events.ts';
export { nameProblem, namesOf, withNames, type Copied, type Named, type Renamed } from './controls/naming.ts';
export { documentWithPart, partsOf, type Part } from './controls/parts.ts';
export { flowText, readWritten, writtenAt, writtenOf, type Written } from './controls/written.ts';
export { claimed, sourceNames, withSource, type Source } from './controls/source.ts';
export { fieldAt, type FieldAt } from './controls/fieldAt.ts';
export { documentStatedOver } from './controls/statedOver.ts';
export { scenarioDocument } from './controls/scenarioDocument.ts';
export { documentResponding, responseOf, type Response } from './controls/response.ts';
export { mostPlaces, remediesOf, type Remedy, type RemedyKind } from './controls/remedies.ts';
