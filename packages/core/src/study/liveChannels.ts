import type { Channel } from '@percall/scenario';
import type { Model } from '../model/model.ts';

/** Channels that somebody waits on the line for, and of which a profile can be made: those of the scenario's queues with patience, in the study's order. */
export const liveChannels = ({ channels, queues }: Model): readonly Channel[] =>
  channels.filter((_, place) => queues.some(({ channel, patience }) => channel === place && patience !== null));
