/**
 * The events to come, in one binary heap: those that fall together go by kind, then by subject, so that chance decides nothing.
 *
 * State of the module, since there is one floor to a thread: arrays that V8 knows to be one and the same. Times pass through `register`, because a
 * double that is handed to a function, or comes back from one, is an object to the garbage collector.
 */
const subjectBits = 26;
/** Subjects (contacts, agents, queues) are numbered below this. */
export const mostSubjects = 1 << subjectBits;

/** Kinds of events, in the order in which those of one moment happen. Staffing changes come between `lineFree` and `closeOut`. */
export const kinds = { completion: 0, chatCompletion: 1, lineFree: 2, closeOut: 3, abandonment: 4, overflow: 5, arrival: 6 } as const;

export const codeOf = (kind: number, subject: number): number => (kind << subjectBits) | subject;
export const kindOf = (code: number): number => code >> subjectBits;
export const subjectOf = (code: number): number => code & (mostSubjects - 1);

let times = new Float64Array(1024).fill(Infinity);
let codes = new Int32Array(1024);
let size = 0;
/** Whether the first event has happened and its place is free: the next one to be scheduled takes it, for half the price. */
let hasHole = false;

/** [0] time of the event to be scheduled. */
export const register = new Float64Array(1);

/** Forgets all events. */
export function clearEvents(): void {
  times.fill(Infinity, 0, size + 1);
  size = 0;
  hasHole = false;
}

/** Writes the time of the next event to register[0], Infinity where there is none, and returns its code. */
export function nextEvent(): number {
  if (hasHole) fillHole();
  register[0] = times[0]!;
  return codes[0]!;
}

/** Takes the next event out. */
export function takeEvent(): void {
  hasHole = true;
}

/** Schedules an event at register[0]. Throws where that is no time. */
export function schedule(code: number): void {
  const time = register[0]!;
  if (!(time < Infinity)) throw new RangeError('An event happens at a time.');
  if (hasHole) {
    hasHole = false;
    sinkFromTop(time, code);
    return;
  }
  if (size + 2 >= times.length) grow();
  rise(size++, time, code);
}

/** Puts an event at a free place, or as far above it as it belongs. */
function rise(from: number, time: number, code: number): void {
  let at = from;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    const other = times[parent]!;
    if (other < time || (other === time && codes[parent]! < code)) break;
    times[at] = other;
    codes[at] = codes[parent]!;
    at = parent;
  }
  times[at] = time;
  codes[at] = code;
}

function grow(): void {
  const moreTimes = new Float64Array(times.length * 2).fill(Infinity);
  moreTimes.set(times);
  const moreCodes = new Int32Array(codes.length * 2);
  moreCodes.set(codes);
  times = moreTimes;
  codes = moreCodes;
}

function sinkFromTop(time: number, code: number): void {
  let at = 0;
  let child = 1;
  while (child < size) {
    child += earlier(child + 1, child);
    const other = times[child]!;
    if (other > time || (other === time && codes[child]! > code)) break;
    times[at] = other;
    codes[at] = codes[child]!;
    at = child;
    child = 2 * at + 1;
  }
  times[at] = time;
  codes[at] = code;
}

/** 1 where the first place comes before the second. Without branches: which of two children is earlier, no processor can guess. */
function earlier(first: number, second: number): number {
  const a = times[first]!;
  const b = times[second]!;
  return Number(a < b) | (Number(a === b) & Number(codes[first]! < codes[second]!));
}

/** The last event goes to where the way of the earliest children ends, and up from there: it seldom has far to go (Floyd). */
function fillHole(): void {
  hasHole = false;
  const last = --size;
  const time = times[last]!;
  const code = codes[last]!;
  times[last] = Infinity;
  let at = 0;
  let child = 1;
  while (child < last) {
    child += earlier(child + 1, child);
    times[at] = times[child]!;
    codes[at] = codes[child]!;
    at = child;
    child = 2 * at + 1;
  }
  if (last > 0) rise(at, time, code);
}
