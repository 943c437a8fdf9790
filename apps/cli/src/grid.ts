import { en, formatNumber } from '@percall/report';
import { checkDocument, formatPath, numberAt, setAt, type Json, type NumberAt, type Path, type ScenarioDocument } from '@percall/scenario';
import { exitCodes } from './exitCodes.ts';
import { applySets, readSet, readValue, type Put } from './readScenario.ts';
import { Stop, usage } from './stop.ts';

/** More cells than anyone reads, and some hours of futures. */
export const mostCells = 10_000;

/** One path of a grid and the values that are put there. */
export interface Axis {
  readonly path: Path;
  readonly name: string;
  readonly values: readonly AxisValue[];
}

export interface AxisValue {
  readonly value: Json;
  readonly typed: string;
  /** In SI where it is one number, else as typed. */
  readonly told: number | string;
}

/** The cells of a sweep: every value of every axis with every value of the others, the last axis fastest. */
export interface Grid {
  /** With the plain sets in it. */
  readonly document: ScenarioDocument;
  readonly axes: readonly Axis[];
  readonly count: number;
}

/**
 * The grid that `--set` options ask for: `path=from:to:step` and `path=a,b,c` are axes, other values are set once for all cells. A value that the
 * document takes as it stands is one value, whatever commas or colons are in it.
 */
export function readGrid(document: ScenarioDocument, texts: readonly string[]): Grid {
  const sets = texts.map((text) => ({ ...readSet(text), text }));
  const plain = sets.filter((set) => !isMany(document, set));
  const fixed = plain.length === 0 ? document : applySets(document, plain);
  const many = sets.filter((set) => !plain.includes(set));
  if (many.length === 0) throw usage('sweep wants a value to sweep: --set path=from:to:step, or --set path=a,b,c');
  const names = many.map(({ path }) => formatPath(path));
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw usage(`--set sweeps ${twice} twice`);
  let count = 1;
  const axes = many.map(({ path, typed, text }, index): Axis => {
    const number = numberAt(fixed, path);
    const values = typed.includes(',') ? listed(number, typed) : stepped(number!, typed, text, count);
    count *= values.length;
    requireFew(count);
    return { path, name: names[index]!, values };
  });
  return { document: fixed, axes, count };
}

/** What is put where in a cell, from 0. */
export function cellAt({ axes, count }: Grid, cell: number): readonly (AxisValue & { readonly path: Path; readonly name: string })[] {
  let rest = cell;
  let block = count;
  return axes.map(({ path, name, values }) => {
    block /= values.length;
    const value = values[Math.floor(rest / block)]!;
    rest %= block;
    return { path, name, ...value };
  });
}

/** A cell as a message names it. */
export const cellName = (grid: Grid, cell: number): string =>
  `cell ${cell + 1} (${cellAt(grid, cell)
    .map(({ name, typed }) => `${name}=${typed}`)
    .join(', ')})`;

/** The document of a cell. Stops where it is not valid, and says which cell. */
export const cellDocument = (grid: Grid, cell: number): ScenarioDocument =>
  applySets(grid.document, cellAt(grid, cell), `${cellName(grid, cell)} does not fit the scenario`);

/** A comma as people set thousands apart, or as they list numbers. */
const thousands = /\d,\d{3}(?!\d)/;

const triple = /^([^:]+):([^:]+):([^:]+)$/;

function isMany(document: ScenarioDocument, { path, value, typed }: Put & { readonly typed: string }): boolean {
  // What is JSON is one value: a group, a list, a text in quotes.
  if (typeof value !== 'string' || typed.trim().startsWith('"')) return false;
  const number = numberAt(document, path);
  if (number === null) return typed.includes(',') && !isTaken(document, path, value);
  if (thousands.test(typed))
    throw usage(
      `--set ${formatPath(path)}=${typed} may be thousands, or a list: write thousands without commas, and a blank after each comma of a list`,
    );
  return (typed.includes(',') || triple.test(typed)) && !number.reads(value);
}

/** Whether a document is valid with the value. */
function isTaken(document: ScenarioDocument, path: Path, value: Json): boolean {
  const patched = setAt(document, path, value);
  return patched.ok && checkDocument(patched.document).ok;
}

function stepped(number: NumberAt, typed: string, text: string, before: number): readonly AxisValue[] {
  const [, from = '', to = '', step = ''] = triple.exec(typed)!;
  const steps = number.steps(from, to, step);
  if (!steps.ok) throw new Stop(exitCodes.usage, `--set ${text} cannot be read`, [steps.problem]);
  requireFew(before * steps.count);
  return Array.from({ length: steps.count }, (_, index) => valueOf(number, steps.at(index)));
}

const listed = (number: NumberAt | null, typed: string): readonly AxisValue[] =>
  typed.split(',').map((part) => valueOf(number, readValue(part)));

function valueOf(number: NumberAt | null, value: Json): AxisValue {
  const typed = typeof value === 'string' ? value : JSON.stringify(value);
  return { value, typed, told: number?.valueOf(value) ?? typed };
}

function requireFew(count: number): void {
  if (count <= mostCells) return;
  const [asked, most] = [count, mostCells].map((each) => formatNumber(each, 0, en.locale));
  throw usage(`--set asks for ${asked} cells, and a sweep has at most ${most}: take larger steps, or fewer values`);
}
