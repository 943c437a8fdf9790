import { firstEn } from './firstWords.ts';

/** What the page says of the work that is kept, shared and shipped, in one language. Numbers that a noun follows arrive as numbers; the rest as text. */
export interface WorkWords {
  /** A part of the page that is fetched when it is needed was not to be had. */
  readonly notFetched: string;
  readonly tryAgain: string;
  readonly newVersion: string;
  /** The button that has the new version take over. */
  readonly takeOver: string;

  readonly studies: string;
  readonly studiesTitle: string;
  readonly studiesHint: string;
  /** Beside the study that the page shows. */
  readonly present: string;
  readonly open: string;
  readonly rename: string;
  readonly duplicate: string;
  readonly delete: string;
  /** Names a button for those who hear it alone: "Rename: Telecom". */
  readonly actionOn: (action: string, name: string) => string;
  readonly nameOf: (name: string) => string;
  readonly save: string;
  readonly copyName: (name: string) => string;
  readonly changedAt: (time: string) => string;
  /** Kept by a version that did not note when. */
  readonly changedUnknown: string;
  /** What it came to: `figures` name their scenarios. */
  readonly cameTo: (kpi: string, figures: string) => string;
  readonly notSettled: string;
  readonly deleted: (name: string) => string;
  readonly bringBack: string;
  readonly foreign: (count: number) => string;
  readonly noOthers: string;

  readonly openFile: string;
  readonly fileHint: string;
  readonly fileRefused: (file: string) => string;
  readonly saveFile: string;

  readonly holds: string;
  readonly whole: string;
  readonly redacted: string;
  readonly redactedReveals: string;
  /** The factor of the index is not known before the answer stands. */
  readonly redactedWaits: string;
  /** The headline has no contacts or costs nothing: there is nothing to index by. */
  readonly redactedNot: string;
  readonly redactedName: string;
  readonly qr: string;
  readonly qrOf: (characters: number) => string;
  readonly qrTooLong: (characters: number, most: number) => string;
  readonly commands: string;
  readonly commandsHint: string;
  readonly copyCommands: string;

  readonly report: string;
  readonly reportWaits: string;
  readonly print: string;
  readonly saveMarkdown: string;
}

const number = new Intl.NumberFormat('en-u-nu-latn');
const counted = (count: number, one: string, many: string): string => `${number.format(count)} ${count === 1 ? one : many}`;

/** English. */
export const workEn = {
  ...firstEn.page.work,
  fileRefused: (file) => `${file} cannot be opened. Your work is untouched.`,

  studiesTitle: 'Studies in this browser',
  studiesHint: 'They are kept in this browser alone. To have one elsewhere, share its link or save it as a file.',
  present: 'open now',
  open: 'Open',
  rename: 'Rename',
  duplicate: 'Duplicate',
  delete: 'Delete',
  actionOn: (action, name) => `${action}: ${name}`,
  nameOf: (name) => `Name of ${name}`,
  save: 'Save',
  copyName: (name) => `${name} (copy)`,
  changedAt: (time) => `Changed ${time}`,
  changedUnknown: 'Kept by an earlier version',
  cameTo: (kpi, figures) => `${kpi}: ${figures}`,
  notSettled: 'not computed to the end yet',
  deleted: (name) => `${name} was deleted.`,
  bringBack: 'Bring it back',
  foreign: (count) =>
    `${counted(count, 'study was', 'studies were')} written by another version and cannot be read by this one. Nothing was changed in ${count === 1 ? 'it' : 'them'}.`,
  noOthers: 'Whatever you open next, the study that it takes the place of is listed here.',

  openFile: 'Open a file',
  fileHint: 'A scenario in YAML or JSON, as the command line reads it. It is read in this browser and sent nowhere.',
  saveFile: 'Save as a file',

  holds: 'What it holds',
  whole: 'Everything',
  redacted: 'Redacted',
  redactedReveals:
    'Redacted: the names of the study and its variants, notes, sources, currency and time zone are left out. All money, wages too, is an index in which the cost per contact of the baseline is 100. Still in it: volumes, handle times, staffing, shares and dates, and the names of contact types, groups and events. Whoever knows one amount can work out the others.',
  redactedWaits: 'The index needs what the baseline comes to: that is being computed.',
  redactedNot: 'There is no cost per contact to index by: only the whole study can be shared.',
  redactedName: 'A study',
  qr: 'QR code',
  qrOf: (characters) => `QR code of the link, ${counted(characters, 'character', 'characters')}`,
  qrTooLong: (characters, most) =>
    `The link is ${number.format(characters)} characters long and a QR code holds ${number.format(most)}: send the link or the file.`,
  commands: 'On the command line',
  commandsHint: 'Writes the same study to a file and runs it on the floor that this page answers on.',
  copyCommands: 'Copy the commands',

  reportWaits: 'The report is written once all futures are in.',
  print: 'Print',
  saveMarkdown: 'Save as Markdown',
} as const satisfies WorkWords;
