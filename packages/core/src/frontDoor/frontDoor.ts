import { exp, log1p, normalCdf, normalInverse } from '@percall/numeric';
import type { Model } from '../model/model.ts';
import { withCv, type DurationFamily } from '../random/durations/durationFamily.ts';
import { createDurationLaw } from '../random/durations/durationLaw.ts';
import { normalQuadrature } from './gaussHermite.ts';

/**
 * What becomes of one need of a queue (a contact type in a channel) on its way to an agent, as shares of all its needs, and how long those that
 * remain take. Rates chain in the order a customer meets them: self-service, then, on the phone, the IVR (unresponsive calls screened, verification, containment,
 * hang-ups).
 */
export interface FrontDoor {
  /** Share of needs that try self-service, are solved by it, and of those come back within 72 hours. */
  selfServiceTried: number;
  selfServiceSolved: number;
  selfServiceReturned: number;
  /** Share of needs that enter the IVR, end there contained, and hang up there; 0 on other channels than the phone. */
  ivrEntered: number;
  contained: number;
  ivrHungUp: number;
  /** Share of needs whose call the IVR takes for an unresponsive one and ends. */
  falselyDropped: number;
  /** Unresponsive calls per need: those that the IVR ends, and those that ask for an agent. */
  unresponsiveScreened: number;
  unresponsiveOffered: number;
  /** Share of needs that ask for an agent. */
  offered: number;
  /** Mean handle time in seconds: of those offered, of repeats, and of self-service's returners. */
  handleSeconds: number;
  repeatHandleSeconds: number;
  returnedHandleSeconds: number;
  /**
   * Cuts of the filters: self-service, or the IVR, meets a need of difficulty Z and own part e where rho Z + sqrt(1 - rho^2) e lies below.
   */
  selfServiceCut: number;
  containmentCut: number;
  /** Mean handle time in seconds over all needs, before any filter and without the seconds that machines add or save. */
  needHandleSeconds: number;
}

export const createFrontDoor = (): FrontDoor => ({
  selfServiceTried: 0,
  selfServiceSolved: 0,
  selfServiceReturned: 0,
  ivrEntered: 0,
  contained: 0,
  ivrHungUp: 0,
  falselyDropped: 0,
  unresponsiveScreened: 0,
  unresponsiveOffered: 0,
  offered: 0,
  handleSeconds: 0,
  repeatHandleSeconds: 0,
  returnedHandleSeconds: 0,
  selfServiceCut: 0,
  containmentCut: 0,
  needHandleSeconds: 0,
});

/** 32 nodes: within 2e-6 of the closed form for correlations up to 0.9 and cv up to 2 (tested). */
const { nodes, weights } = normalQuadrature(32);
const nodeCount = nodes.length;
/** [node] chance of self-service solving, of containment, and relative handle time of a need of that difficulty. */
const solves = new Float64Array(nodeCount);
const solvesAtBaseline = new Float64Array(nodeCount);
const contains = new Float64Array(nodeCount);
const work = new Float64Array(nodeCount);

/**
 * A filter of success share `share` on all needs: it succeeds where rho Z + sqrt(1 - rho^2) e <= cut, with cut = Phi^-1(share).
 * Fills `out` with P(success | Z = node). An easy need has a low Z.
 */
function filter(out: Float64Array, cut: number, rho: number): void {
  // At rho = 1 difficulty alone decides: a step, kept finite.
  const own = Math.max(1e-9, Math.sqrt(1 - rho * rho));
  for (let node = 0; node < nodeCount; node++) out[node] = normalCdf((cut - rho * nodes[node]!) / own);
}

/** No call takes less, whatever a machine saves of it in some world. */
export const shortestHandleSeconds = 1;

/** Cut of a filter: Phi^-1, with the certain cases far outside the nodes. */
const cutOf = (share: number): number => (share <= 0 ? -40 : share >= 1 ? 40 : normalInverse(share));

const cutPrecision = 1e-13;

/**
 * The cut of the IVR's containment filter. Reports state containment among those who reach the IVR in the baseline, so the cut solves
 * E[(1 - t s(Z)) c(Z)] = share E[1 - t s(Z)] with the baseline's self-service; a variant's own self-service then changes what
 * containment it sees, not the machine. On the normal scale the share contained is nearly a straight line of slope 1 in the cut, and is one
 * without self-service: secants there, within the bracket that they keep, find the cut to 1e-13 in about five steps.
 */
function containmentCut(share: number, rho: number, tries: number, succeeds: number, rhoSelfService: number): number {
  const target = cutOf(share);
  if (share <= 0 || share >= 1 || tries * succeeds === 0) return target;
  filter(solvesAtBaseline, cutOf(succeeds), rhoSelfService);
  let reaching = 0;
  for (let node = 0; node < nodeCount; node++) reaching += weights[node]! * (1 - tries * solvesAtBaseline[node]!);
  let low = -9;
  let high = 9;
  let cut = target;
  let before = NaN;
  let offBefore = NaN;
  for (let step = 0; step < 60; step++) {
    if (!(cut > low && cut < high)) cut = 0.5 * (low + high);
    filter(contains, cut, rho);
    let sum = 0;
    for (let node = 0; node < nodeCount; node++) sum += weights[node]! * (1 - tries * solvesAtBaseline[node]!) * contains[node]!;
    const off = cutOf(sum / reaching) - target;
    if (off < 0) low = cut;
    else high = cut;
    const slope = step === 0 ? 1 : (off - offBefore) / (cut - before);
    before = cut;
    offBefore = off;
    cut -= off / slope;
    if (Math.abs(cut - before) < cutPrecision) break;
  }
  return cut;
}

/** [node] handle time, of mean 1, of a need of that difficulty: the law's own value at the score, lognormal unless the document says otherwise. */
function fillWork(law: DurationFamily, cv: number): void {
  if (law.family === 'lognormal') {
    const variance = log1p(cv * cv);
    const sigma = Math.sqrt(variance);
    for (let node = 0; node < nodeCount; node++) work[node] = exp(sigma * nodes[node]! - 0.5 * variance);
    return;
  }
  work.set(nodes);
  createDurationLaw(withCv(law, cv)).fromScores(work, 0, nodeCount);
  // The nodes' mean of a law with steps or a sharp end is near 1 and not 1: the typed mean is kept, whatever the nodes make of its shape.
  let mean = 0;
  for (let node = 0; node < nodeCount; node++) mean += weights[node]! * work[node]!;
  for (let node = 0; node < nodeCount; node++) work[node]! /= mean;
}

/**
 * The front door of one queue in one world.
 *
 * Handle time of a need of difficulty Z: m h(Z), h being increasing, of mean 1 and with the typed law; exp(sigma Z - sigma^2 / 2), sigma^2 =
 * ln(1 + cv^2), for the lognormal. What remains after the filters has the mean E[h(Z) pass(Z)] / E[pass(Z)]. Verification saves or costs
 * seconds of every call; a failed self-service session adds seconds to the call it becomes.
 */
export function openFrontDoor(door: FrontDoor, model: Model, queue: number, leaves: Float64Array): void {
  const { contactType, channel, inverted, handleTime } = model.queues[queue]!;
  const type = model.contactTypes[contactType]!;
  const { inversion, ivr } = model;
  const byPhone = model.channels[channel] === 'phone';
  const tries = type.selfService ? leaves[type.selfService.tries]! : 0;
  const succeeds = type.selfService ? leaves[type.selfService.succeeds]! : 0;
  const failureAdds = type.selfService ? leaves[type.selfService.failureAdds]! : 0;
  const returns = type.selfService ? leaves[type.selfService.returnsWithin72h]! : 0;
  const containment = type.containment === null || !byPhone ? 0 : leaves[type.containment]!;
  const rhoSelfService = leaves[type.difficulty.selfService]!;
  const rhoContainment = leaves[type.difficulty.containment]!;

  fillWork(handleTime.law, leaves[handleTime.cv]!);
  door.containmentCut = containmentCut(
    containment,
    rhoContainment,
    inversion.selfServiceTries[contactType]!,
    inversion.selfServiceSucceeds[contactType]!,
    rhoSelfService,
  );
  door.selfServiceCut = cutOf(succeeds);
  filter(contains, door.containmentCut, rhoContainment);
  filter(solves, door.selfServiceCut, rhoSelfService);

  let solved = 0;
  let solvedWork = 0;
  let reached = 0;
  let kept = 0;
  let remaining = 0;
  let remainingWork = 0;
  let failed = 0;
  for (let node = 0; node < nodeCount; node++) {
    const weight = weights[node]!;
    const success = tries * solves[node]!;
    const goesOn = 1 - success;
    const passes = goesOn * (1 - contains[node]!);
    solved += weight * success;
    solvedWork += weight * success * work[node]!;
    reached += weight * goesOn;
    kept += weight * goesOn * contains[node]!;
    remaining += weight * passes;
    remainingWork += weight * passes * work[node]!;
    failed += weight * (tries - success) * (1 - contains[node]!);
  }
  const hangUps = byPhone ? leaves[ivr.hangUps]! : 0;
  const callers = byPhone ? model.unresponsiveCallers : null;
  const isHeard = callers === null ? 1 : 1 - leaves[callers.falseDrops]!;
  const unresponsive = callers === null ? 0 : (reached * leaves[callers.share]!) / (1 - leaves[callers.share]!);
  const screened = callers === null ? 0 : leaves[callers.screened]!;
  door.selfServiceTried = tries;
  door.selfServiceSolved = solved;
  door.selfServiceReturned = solved * returns;
  door.ivrEntered = byPhone ? reached : 0;
  door.falselyDropped = byPhone ? reached * (1 - isHeard) : 0;
  door.unresponsiveScreened = unresponsive * screened;
  door.unresponsiveOffered = unresponsive * (1 - screened);
  door.contained = kept * isHeard;
  door.ivrHungUp = remaining * isHeard * hangUps;
  door.offered = remaining * isHeard * (1 - hangUps);

  const mean = leaves[handleTime.mean]! * inversion.handleTimeFactor[inverted]! * leaves[model.software.handleTime]!;
  door.needHandleSeconds = mean;
  const success = leaves[ivr.verification.success]!;
  const verification = byPhone
    ? leaves[ivr.verification.offeredTo]! *
      ((1 - success) * leaves[ivr.verification.failureAdds]! - success * leaves[ivr.verification.saves]!)
    : 0;
  const residual = remaining > 0 ? remainingWork / remaining : 1;
  const afterFailure = remaining > 0 ? (failureAdds * failed) / remaining : 0;
  door.handleSeconds = Math.max(shortestHandleSeconds, mean * residual + afterFailure + verification);
  door.repeatHandleSeconds = Math.max(shortestHandleSeconds, mean * residual * leaves[type.repeat.handleTime]! + verification);
  door.returnedHandleSeconds = Math.max(shortestHandleSeconds, mean * (solved > 0 ? solvedWork / solved : 1) + verification);
}
