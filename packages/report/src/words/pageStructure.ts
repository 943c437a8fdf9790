/** What the page says where contact types, channels, groups of agents and events come and go, in one language. */
export interface StructureWords {
  readonly title: string;
  /** What holds for which scenario. */
  readonly explain: string;
  readonly add: Readonly<Record<StructureKind, string>>;
  /** What a new one is called, until it is renamed. */
  readonly newName: Readonly<Record<StructureKind, (count: number) => string>>;
  readonly copyName: (name: string, count: number) => string;
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
  /** What values say that nobody has stated. */
  readonly note: {
    readonly volume: string;
    readonly like: (name: string) => string;
    readonly staff: string;
    readonly share: string;
    readonly event: string;
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
  copyName: (name, count) => `${name} ${count}`,
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
  note: {
    volume: 'Placeholder: put in your own figure.',
    like: (name) => `Placeholder: as ${name}.`,
    staff: 'Placeholder: one agent.',
    share: 'Placeholder: a tenth, to begin with.',
    event: 'Placeholder: a tenth more, to begin with.',
  },
} as const satisfies StructureWords;
