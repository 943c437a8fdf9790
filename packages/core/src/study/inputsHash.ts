import { sha256Hex } from '@percall/scenario';
import type { Model } from '../model/model.ts';
import { oneText } from '../model/oneText.ts';

/** SHA-256 of all that the models of a study say, baseline first. Seed and number of replications are not in it: results state them beside it. */
export const inputsHash = (models: readonly Model[]): string => sha256Hex(oneText(models));
