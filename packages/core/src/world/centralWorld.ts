import type { Model } from '../model/model.ts';
import type { World } from './world.ts';
import { createWorld } from './worldShape.ts';

/** The world "at central inputs": every leaf at its median, no busyness, a perfect forecast, and agents rounded to the nearest. */
export const centralWorld = (model: Model): World => createWorld(model);
