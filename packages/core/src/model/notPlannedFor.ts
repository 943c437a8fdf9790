import type { Problem } from '@percall/scenario';
import type { Model } from './model.ts';

/**
 * Warnings of what happens on the floor and a plan to target does not count on: it plans as if everybody stayed on the line, found one free, and were served
 * by a group of a higher level as soon as by one of theirs. Staff that are given are not planned, and a locked variant has its baseline's plan.
 */
export function notPlannedFor(model: Model, isBaseline: boolean): Problem[] {
  if (model.staffing.plan.by !== 'targets' || (model.response === 'locked' && !isBaseline)) return [];
  const problems: Problem[] = [];
  const warn = (path: string, key: string): void => {
    problems.push({ code: 'unplanned', path, params: { must: { rule: 'text', key }, got: null }, severity: 'warning' });
  };
  if (model.callback !== null) warn('levers.callback', 'plannedWithoutCallbacks');
  if (model.trunks < Infinity) warn('channels.phone.trunks', 'plannedWithoutTrunks');
  if (model.queues.some(({ servedBy }) => servedBy.some(({ overflowAfter }) => overflowAfter !== null)))
    warn('levers.routing.overflowAfter', 'plannedWithoutOverflow');
  return problems;
}
