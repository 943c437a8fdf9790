import { ar, en } from '@percall/report';
import { inputsOf, scenarioDocument, writtenOf } from '@percall/scenario';
import { describe, expect, it } from 'vitest';
import { isOffered } from '../src/controls/offered.ts';
import { isFound, type Sought } from '../src/controls/search.ts';
import { preset } from './documents.ts';

const wage: Sought = {
  path: 'agents."card service".wage',
  pattern: 'agents.*.wage',
  names: ['card service'],
  within: [],
  said: ['18.66 per h', '18.66 USD per paid hour'],
};
const time: Sought = {
  path: 'contactTypes.cards.handleTime.phone.mean',
  pattern: 'contactTypes.*.handleTime.phone.mean',
  names: ['cards'],
  within: ['contactTypes.*.handleTime', 'contactTypes.*.handleTime.phone'],
  said: ['408 s ±5%', '6 minutes 48 seconds'],
};

describe('what is found', () => {
  it.each([
    ['a label', 'mean handle', time],
    ['an acronym', 'AHT', time],
    ['a path', 'contactTypes.cards.handle', time],
    ['a part of a path', 'handleTime.phone', time],
    ['a name', 'cards', time],
    ['a name and a label', 'cards time', time],
    ['a unit', 'per h', wage],
    ['a unit in full', 'seconds', time],
    ['a value', '408', time],
    ['a value with its unit', '408 s', time],
    ['an Arabic word', 'راتب', wage],
    ['an Arabic label', 'أجر', wage],
    ['nothing, which is all', '  ', wage],
  ])('by %s', (_, typed, sought) => expect(isFound(sought, typed, [en, ar])).toBe(true));

  it.each([
    ['opening hours', 'calendar.open'],
    ['أوقات العمل', 'calendar.open'],
    ['lines', 'channels.phone.trunks'],
    ['خطوط', 'channels.phone.trunks'],
    ['headcount', 'staffing.plan'],
    ['عدد الموظفين', 'staffing.plan'],
    ['currency', 'currency'],
    ['عملة', 'currency'],
  ])('of a whole centre, by what planners call it: %s', (typed, path) => {
    const bank = scenarioDocument(preset('bank-ivr-verification'), null)!;
    const all = [...inputsOf(bank).filter(isOffered), ...writtenOf(bank)];
    expect(all.filter((each) => isFound({ ...each, said: [] }, typed, [en, ar])).map((each) => each.path)).toEqual([path]);
  });

  it.each([
    ['another name', 'accounts', time],
    ['the middle of a word', 'andle', time],
    ['a unit that it has not', 'per month', wage],
    ['one word of two', 'cards wage', time],
    ['nonsense', 'zzz', wage],
  ])('not by %s', (_, typed, sought) => expect(isFound(sought, typed, [en, ar])).toBe(false));
});
