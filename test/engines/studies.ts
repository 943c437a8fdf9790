import { compileStudy, type FloorName, type Study } from '@percall/core';
import { checkDocument, parseScenario, presetText, type PresetLanguage, type ScenarioDocument } from '@percall/scenario';
import { everyPart } from './everyPart.ts';
import { everyRange } from './everyRange.ts';

interface Golden {
  readonly document: () => ScenarioDocument;
  readonly floor: FloorName;
  /** How many futures are run. Results are of 64 at least. */
  readonly futures: number;
}

/**
 * Six studies that between them try both floors, all plans and responses, every channel, lever, family of ranges and law. Presets are cut short: an
 * engine has seconds for all six.
 */
export const golden = {
  /** Verification in the IVR under all three responses: re-planned, in transition, locked. */
  bank: { document: () => preset('bank-ivr-verification'), floor: 'erlang', futures: 64 },
  /** Calls and chats; callbacks that keep their place. */
  retailer: { document: () => edited(preset('retailer-callbacks'), forWeeks(1)), floor: 'erlang', futures: 64 },
  /** A season met week by week, by agency hires and overtime; desks that help one another, at once or after a while. */
  telecom: { document: () => edited(preset('telecom-peak'), forWeeks(2), withHelp), floor: 'erlang', futures: 64 },
  /** E-mail beside calls and chats, open over midnight, riyals, names in Arabic; stated by year. */
  gulf: { document: () => edited(preset('gulf-ecommerce', 'ar'), forWeeks(1), byYear), floor: 'erlang', futures: 64 },
  /** Every family of ranges, correlated; every cost and target. From 136 futures on, quantiles are sorted by the engine's own sort. */
  ranges: { document: () => parsed(everyRange), floor: 'erlang', futures: 144 },
  /** Contact by contact: every channel and lever, every law of handle times and patience. */
  contacts: { document: () => parsed(everyPart), floor: 'calls', futures: 64 },
} as const satisfies Readonly<Record<string, Golden>>;

export type StudyName = keyof typeof golden;
export const studyNames = Object.keys(golden) as StudyName[];

/** One of them, compiled. Throws on any Problem. */
export function studyOf(name: StudyName): Study {
  const { document, floor } = golden[name];
  const answer = compileStudy(document(), { floor });
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
  return answer.study;
}

const preset = (name: string, language?: PresetLanguage): ScenarioDocument => parsed(presetText(name, language)!);

function parsed(text: string): ScenarioDocument {
  const answer = parseScenario(text);
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
  return answer.document;
}

type Edit = (document: ScenarioDocument) => object;

function edited(document: ScenarioDocument, ...edits: readonly Edit[]): ScenarioDocument {
  const answer = checkDocument(Object.assign({ ...document }, ...edits.map((edit) => edit(document))));
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
  return answer.document;
}

const forWeeks =
  (weeks: number): Edit =>
  ({ horizon }) => ({ horizon: { ...(horizon as object), weeks } });
const byYear: Edit = () => ({ period: 'year' });
/** Of the ways to meet the season the agency's, beside two that the preset has not. */
const withHelp: Edit = ({ variants }) => ({
  variants: [
    (variants as readonly { readonly name: string }[]).find(({ name }) => name === 'Peak season, agency hires'),
    { name: 'Help one way', changes: { 'agents."technical desk".skills': { technical: 1, billing: { level: 2, handleTime: '+10%' } } } },
    {
      name: 'Help both ways',
      changes: {
        'levers.routing.crossSkilled': { share: '20%', handleTime: '+5%', wage: '+4%' },
        'levers.routing.overflowAfter': { 'billing desk': '30 s' },
      },
    },
  ],
});
