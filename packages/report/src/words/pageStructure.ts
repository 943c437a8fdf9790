/** What the page says where contact types, channels, groups of agents and events come and go, in one language. */
export interface StructureWords {
  readonly title: string;
  /** What holds for which scenario. */
  readonly explain: string;
  readonly add: Readonly<Record<StructureKind, string>>;
  /** What a new one is called, until it is renamed. */
  readonly newName: Readonly<Record<StructureKind, (count: number) => string>>;
  readonly rename: (name: string) => string;
  readonly duplicate: (name: string) => string;
  readonly remove: (name: string) => string;
  /** Names the box that a name is typed in. */
  readonly nameOf: (name: string) => string;
  readonly daysOf: (name: string) => string;
  readonly comesBy: string;
  readonly addChannel: (name: string) => string;
  readonly addChannelShort: string;
  readonly removeChannel: (channel: string, name: string) => string;
  readonly serves: string;
  readonly none: Readonly<Record<'event', string>>;
  readonly removed: (name: string) => string;
  /** Followed by the list of what went. */
  readonly removedWith: (name: string, count: number) => string;
  readonly inVariant: (variant: string, what: string) => string;
  /** Parts of a section that may be left out. */
  readonly parts: {
    readonly title: string;
    readonly add: string;
    readonly remove: string;
    readonly addOf: (label: string) => string;
    readonly removeOf: (label: string) => string;
    readonly anotherLine: (label: string) => string;
    readonly stands: string;
  };
  /** What is written as in the document. */
  readonly written: {
    readonly title: string;
    /** Of what a simpler control sets too. */
    readonly label: (label: string) => string;
    readonly example: (example: string) => string;
  };
  /** What values say that nobody has stated. */
  readonly note: {
    readonly volume: string;
    readonly like: (name: string) => string;
    readonly staff: string;
    readonly share: string;
    readonly event: string;
    readonly example: string;
  };
}

export type StructureKind = 'contactType' | 'agentGroup' | 'event';

/** English. */
export const structureEn = {
  title: 'Types, channels, groups, events',
  explain:
    'Contact types and agent groups are the same in all scenarios. Channels, skills and events are set in the scenario that is being edited.',
  add: { contactType: 'Add a contact type', agentGroup: 'Add an agent group', event: 'Add an event' },
  newName: {
    contactType: (count) => `contact type ${count}`,
    agentGroup: (count) => `agent group ${count}`,
    event: (count) => `event ${count}`,
  },
  rename: (name) => `Rename ${name}`,
  duplicate: (name) => `Duplicate ${name}`,
  remove: (name) => `Remove ${name}`,
  nameOf: (name) => `New name of ${name}`,
  daysOf: (name) => `Days of ${name}`,
  comesBy: 'Comes by',
  addChannel: (name) => `Add a channel to ${name}`,
  addChannelShort: 'add …',
  removeChannel: (channel, name) => `Remove ${channel} from ${name}`,
  serves: 'Serves',
  none: { event: 'No events in this scenario.' },
  removed: (name) => `${name} is removed.`,
  removedWith: (name, count) =>
    `${name} is removed, and with it ${count === 1 ? 'what was said of it here' : `what was said of it in ${count} places`}:`,
  inVariant: (variant, what) => `${variant}: ${what}`,
  parts: {
    title: 'Add or remove',
    add: 'Add',
    remove: 'Remove',
    addOf: (label) => `Add ${label}`,
    removeOf: (label) => `Remove ${label}`,
    anotherLine: (label) => `${label}, another line`,
    stands: 'in use',
  },
  written: {
    title: 'Written out',
    label: (label) => `${label}, written out`,
    example: (example) => `For example: ${example}`,
  },
  note: {
    volume: 'Placeholder: put in your own figure.',
    like: (name) => `Placeholder: as ${name}.`,
    staff: 'Placeholder: one agent.',
    share: 'Placeholder: a tenth, to begin with.',
    event: 'Placeholder: a tenth more, to begin with.',
    example: 'Placeholder: an example.',
  },
} as const satisfies StructureWords;
