import { longRunNeeds } from '../../frontDoor/longRunNeeds.ts';
import { selfServiceReturnDays } from '../../frontDoor/returns.ts';
import type { Model } from '../../model/model.ts';
import { purposeKey, purposes } from '../../random/keyedStream.ts';
import { nameHash } from '../../random/nameHash.ts';
import { fillLog } from '../../random/durations/fillExpAndLog.ts';
import { scoresOfUniforms } from '../../random/durations/scoresOfUniforms.ts';
import { threefry4x32 } from '../../random/threefry.ts';
import { uniformOf } from '../../random/uniform.ts';
import type { FloorInput } from '../floorInput.ts';
import { countField, type Outcome } from '../outcome.ts';
import { dayOfReturn, timeOfReturn, type ComeBack } from './comeBack.ts';
import { addContacts, origins, type ContactLog } from './contactLog.ts';
import { decisions, draw, drawn, inBlock } from './decisions.ts';
import type { FloorCalendar } from './floorCalendar.ts';
import { noteCustomer, verificationSeconds, workSeconds, type TypeInWorld } from './modelCustomers.ts';

/** Where the customers of one model come from. */
export interface NeedsSource {
  readonly calendar: FloorCalendar;
  /** [contactType] */
  readonly keys: readonly Int32Array[];
  /** [interval][contactType] customers that a layer holds in the mean; all models of a study agree where they share interval and type. */
  readonly layer: Float64Array;
}

/**
 * Customers come in layers, so that the same ones live in every variant: more volume adds some and removes none.
 *
 * Layer k = 1, 2 ... of an interval and a contact type holds the customers that exist at rates above (k - 1) times the base rate B, and all of it
 * those above k B. B is the baseline's long-run rate at central values (at least one customer an interval; of a type or hours that
 * the baseline lacks, the model's own): a constant of the study, so that no world moves it.
 */
export function needsSource(seed: Int32Array, baseline: Model, model: Model, calendar: FloorCalendar): NeedsSource {
  const purpose = purposeKey(seed, purposes.needs);
  return {
    calendar,
    keys: model.contactTypes.map(({ name }) => {
      const [first, second] = nameHash(name);
      return Int32Array.of(purpose[0]! + first, purpose[1]! + second, purpose[2]!, purpose[3]!);
    }),
    layer: layersOf(baseline, model),
  };
}

/** [interval][contactType] of the model: B. */
export function layersOf(baseline: Model, model: Model): Float64Array {
  const layer = centralNeeds(model);
  const types = model.contactTypes.length;
  if (baseline !== model && baseline.calendar.intervalSeconds === model.calendar.intervalSeconds) {
    const baselineNeeds = centralNeeds(baseline);
    const intervalAt = new Map(Array.from(slotsOf(baseline), (slot, interval) => [slot, interval]));
    const typeNamed = new Map(baseline.contactTypes.map(({ name }, type) => [name, type]));
    slotsOf(model).forEach((slot, interval) => {
      model.contactTypes.forEach(({ name }, type) => {
        const [at, of] = [intervalAt.get(slot), typeNamed.get(name)];
        const needs = at === undefined || of === undefined ? 0 : baselineNeeds[at * baseline.contactTypes.length + of]!;
        if (needs > 0) layer[interval * types + type] = needs;
      });
    });
  }
  return layer.map((needs) => Math.max(1, needs));
}

function centralNeeds(model: Model): Float64Array {
  const byQueue = new Float64Array(model.calendar.intervals * model.queues.length);
  longRunNeeds(
    byQueue,
    model,
    Float64Array.from(model.leaves, ({ central }) => central),
  );
  return byContactType(model, byQueue);
}

/** [interval][contactType] of [interval][queue]. */
function byContactType({ calendar, contactTypes, queues }: Model, byQueue: Float64Array): Float64Array {
  const needs = new Float64Array(calendar.intervals * contactTypes.length);
  for (let interval = 0; interval < calendar.intervals; interval++)
    queues.forEach(({ contactType }, queue) => {
      needs[interval * contactTypes.length + contactType]! += byQueue[interval * queues.length + queue]!;
    });
  return needs;
}

/** [interval] intervals since the start of the horizon, open or not. */
function slotsOf({ calendar: { days, intervals, dayOffset, firstInterval, slot, intervalSeconds } }: Model): Int32Array {
  const slots = new Int32Array(intervals);
  for (let day = 0; day < days; day++)
    for (let interval = firstInterval[day]!; interval < firstInterval[day + 1]!; interval++)
      slots[interval] = Math.round((dayOffset[day]! * 86_400) / intervalSeconds) + slot[interval]!;
  return slots;
}

// State of the module: there is one floor to a thread. Customers of one period, [place]: as they are drawn, then those who ask for an agent.
let time = new Float64Array(0);
let patience = new Float64Array(0);
let balks = new Uint8Array(0);
/** Score of the difficulty. */
let score = new Float64Array(0);
/** Seconds of the need and of the contact. */
/** Scores of the own parts of what self-service and containment depend on. */
let selfServed = new Float64Array(0);
let containedBy = new Float64Array(0);
let need = new Float64Array(0);
let work = new Float64Array(0);
let customer = new Int32Array(0);
let contactType = new Uint8Array(0);
let origin = new Uint8Array(0);
/** Places in time order. */
let order = new Int32Array(0);
let count = 0;
let inOrder = 0;

// Customers whom self-service has helped and who come back, [place], linked by period.
let returnTime = new Float64Array(0);
let returnNeed = new Float64Array(0);
let returnCustomer = new Int32Array(0);
let returnType = new Uint8Array(0);
let nextReturn = new Int32Array(0);
/** [period] */
let firstReturn = new Int32Array(0);
let returns = 0;

const words = new Int32Array(4);
const register = new Float64Array(2);

/**
 * Draws the customers of a world and lets them through the front door, one by one: who asks for an agent goes into the log, in time order;
 * what becomes of the others is counted in their interval of the outcome. Clears the log.
 *
 * A customer is one Threefry block of (replication, slot, layer, index): the gap to the one before, the mark, a key of 32 bits, the difficulty. Within
 * a layer customers come at rate B, with exponential gaps; one exists where (k - 1 + mark) B is at most the rate in force. So arrivals are Poisson
 * without a Poisson being drawn, and come sorted.
 */
export function fillNeeds(
  log: ContactLog,
  outcome: Outcome,
  input: FloorInput,
  source: NeedsSource,
  types: readonly TypeInWorld[],
  comeBack: ComeBack,
): void {
  const { model, world, needs } = input;
  const { calendar, layer } = source;
  const { intervalSeconds } = model.calendar;
  const { days, firstPeriod, modelDay, interval, slot, start, countedFrom, countedTo } = calendar;
  const { busyness, withinDay, replication } = world;
  log.count = 0;
  openReturns(interval.length);
  for (let day = 0; day < days; day++) {
    const ofDay = modelDay[day]!;
    for (let period = firstPeriod[day]!; period < firstPeriod[day + 1]!; period++) {
      const from = interval[period]! * types.length;
      const counted = period >= countedFrom && period < countedTo;
      count = 0;
      inOrder = 0;
      for (let type = 0; type < types.length; type++) {
        const rate = needs[from + type]! * busyness[ofDay * types.length + type]! * withinDay[from + type]!;
        const layers = rate / layer[from + type]!;
        for (let k = 1; k - 1 < layers; k++) {
          const first = count;
          drawLayer(source.keys[type]!, replication, slot[period]!, k, layers, intervalSeconds / layer[from + type]!, intervalSeconds);
          types[type]!.handleTime.fromScores(need, first, count);
          enter(outcome, input, types[type]!, type, day, counted ? interval[period]! : -1, first, comeBack);
          drawPatience(types[type]!, first);
          for (let place = first; place < count; place++) time[place]! += start[period]!;
          merge(first);
        }
      }
      takeReturns(types, period, ofDay);
      write(log, count);
    }
  }
}

/** The layer's customers who exist at so many `layers`: time since the start of the interval, key, score, and the score once more for its handle time. */
function drawLayer(
  key: Int32Array,
  replication: number,
  slot: number,
  k: number,
  layers: number,
  secondsApart: number,
  intervalSeconds: number,
): void {
  const most = layers - (k - 1);
  const first = count;
  let at = 0;
  for (let index = 0; at < intervalSeconds; index += atOnce) {
    for (let i = 0; i < atOnce; i++) {
      threefry4x32(words, key, replication, slot, k, index + i);
      gaps[i] = uniformOf(words[0]!);
      marks[i] = uniformOf(words[1]!);
      whose[i] = words[2]!;
      scores[i] = uniformOf(words[3]!);
    }
    fillLog(gaps, 0, atOnce);
    for (let i = 0; i < atOnce; i++) {
      at -= gaps[i]! * secondsApart;
      if (at >= intervalSeconds) break;
      if (marks[i]! > most) continue;
      if (count === time.length) growPlaces();
      time[count] = at;
      customer[count] = whose[i]!;
      score[count] = scores[i]!;
      count++;
    }
  }
  scoresOfUniforms(score, first, count);
  for (let place = first; place < count; place++) need[place] = score[place]!;
}

/** Customers drawn at a time: a logarithm or a score by itself would be returned on the heap. */
const atOnce = 8;
const gaps = new Float64Array(atOnce);
const marks = new Float64Array(atOnce);
const whose = new Int32Array(atOnce);
const scores = new Float64Array(atOnce);

/**
 * Lets the customers from `first` on through the front door; who asks for an agent moves up, the others are counted at `interval` of the outcome,
 * or nowhere where it is below 0. `need` holds handle times of mean 1 on the way in, seconds on the way out.
 */
function enter(
  outcome: Outcome,
  { model, world: { leaves } }: FloorInput,
  type: TypeInWorld,
  typeNumber: number,
  day: number,
  interval: number,
  first: number,
  comeBack: ComeBack,
): void {
  const { door } = type;
  const { selfService, difficulty } = model.contactTypes[typeNumber]!;
  const tries = selfService ? leaves[selfService.tries]! : 0;
  const failureAdds = selfService ? leaves[selfService.failureAdds]! : 0;
  const comesBack = selfService ? leaves[selfService.returnsWithin72h]! : 0;
  const hangUps = leaves[model.ivr.hangUps]!;
  const ivrSeconds = leaves[model.ivr.time]!;
  const rhoSelfService = leaves[difficulty.selfService]!;
  const rhoContainment = leaves[difficulty.containment]!;
  const ownSelfService = Math.sqrt(1 - rhoSelfService * rhoSelfService);
  const ownContainment = Math.sqrt(1 - rhoContainment * rhoContainment);
  const { selfServiceCut, containmentCut, needHandleSeconds } = door;
  const contains = door.contained > 0;
  const modelDay = comeBack.calendar.modelDay[day]!;

  if (tries > 0) fillScores(selfServed, decisions.selfServed, first);
  if (contains) fillScores(containedBy, decisions.contained, first);
  let tried = 0;
  let solved = 0;
  let returned = 0;
  let contained = 0;
  let hungUp = 0;
  let kept = first;
  for (let place = first; place < count; place++) {
    const who = customer[place]!;
    const seconds = need[place]! * needHandleSeconds;
    let added = 0;
    if (tries > 0) draw(who, 0, decisions.triesSelfService);
    if (tries > 0 && drawn[decisions.triesSelfService & inBlock]! < tries) {
      tried++;
      if (rhoSelfService * score[place]! + ownSelfService * selfServed[place]! < selfServiceCut) {
        solved++;
        if (drawn[decisions.selfServiceReturns & inBlock]! < comesBack) {
          returned++;
          sendBack(comeBack, typeNumber, day, who, seconds);
        }
        continue;
      }
      added = failureAdds;
    }
    if (contains && rhoContainment * score[place]! + ownContainment * containedBy[place]! < containmentCut) {
      contained++;
      continue;
    }
    if (hangUps > 0) draw(who, 0, decisions.hangsUp);
    if (hangUps > 0 && drawn[decisions.hangsUp & inBlock]! < hangUps) {
      hungUp++;
      continue;
    }
    added += verificationSeconds(type, who, 0);
    time[kept] = time[place]!;
    customer[kept] = who;
    contactType[kept] = typeNumber;
    origin[kept] = origins.need;
    need[kept] = seconds;
    work[kept] = workSeconds(type, modelDay, seconds, added);
    kept++;
  }
  if (interval >= 0) {
    const { counts, shape } = outcome;
    const cells = shape.intervals * shape.contactTypes * shape.channels;
    const here = (interval * shape.contactTypes + typeNumber) * shape.channels;
    const all = count - first;
    counts[countField.needs * cells + here]! += all;
    counts[countField.selfServiceTried * cells + here]! += tried;
    counts[countField.selfServiceSolved * cells + here]! += solved;
    counts[countField.ivrEntered * cells + here]! += all - solved;
    counts[countField.contained * cells + here]! += contained;
    counts[countField.ivrHungUp * cells + here]! += hungUp;
    counts[countField.ivrSeconds * cells + here]! += (contained + hungUp) * ivrSeconds;
    counts[countField.resolvedNeeds * cells + here]! += solved - returned + contained;
  }
  count = kept;
}

/** [place] from `first` on: the normal score of a decision. */
function fillScores(values: Float64Array, decision: number, first: number): void {
  for (let place = first; place < count; place++) {
    draw(customer[place]!, 0, decision);
    values[place] = drawn[decision & inBlock]!;
  }
  scoresOfUniforms(values, first, count);
}

/** Patience of the places from `first` on, all of one type. */
function drawPatience(type: TypeInWorld, first: number): void {
  for (let place = first; place < count; place++) {
    draw(customer[place]!, origin[place] === origins.need ? 0 : 1, decisions.patience);
    patience[place] = drawn[decisions.patience & inBlock]!;
    balks[place] = drawn[decisions.balks & inBlock]! < type.balk ? 1 : 0;
  }
  type.patience.fromUniforms(patience, first, count);
  for (let place = first; place < count; place++) patience[place] = balks[place] === 1 ? 0 : patience[place]! * type.patienceSeconds;
}

/** Puts the places from `first` on, in time order among themselves, in order with those before them. */
function merge(first: number): void {
  let older = inOrder - 1;
  let newer = count - 1;
  inOrder += count - first;
  for (let at = inOrder - 1; newer >= first; at--) {
    if (older >= 0 && time[order[older]!]! > time[newer]!) order[at] = order[older--]!;
    else order[at] = newer--;
  }
}

/**
 * Adds the period's contacts to the log. A contact's time is when it has been through the IVR: as long as lines are without limit, nothing
 * happens there that could depend on others.
 */
function write(log: ContactLog, contacts: number): void {
  const first = addContacts(log, contacts);
  const { time: timeOf, patience: patienceOf, work: workOf, customer: customerOf, asked, queue, origin: originOf, attempt } = log;
  for (let at = 0; at < contacts; at++) {
    const place = order[at]!;
    const contact = first + at;
    timeOf[contact] = time[place]!;
    patienceOf[contact] = patience[place]!;
    workOf[contact] = work[place]!;
    customerOf[contact] = customer[place]!;
    asked[contact] = contactType[place]!;
    queue[contact] = contactType[place]!;
    if (origin[place] !== origins.need) {
      originOf[contact] = origin[place]!;
      attempt[contact] = 1;
    }
    noteCustomer(contact, need[place]!, origin[place]!);
  }
}

// Those who come back after self-service

function openReturns(periods: number): void {
  if (firstReturn.length < periods) firstReturn = new Int32Array(periods);
  firstReturn.fill(-1);
  returns = 0;
}

function sendBack(comeBack: ComeBack, type: number, day: number, who: number, needSeconds: number): void {
  register[0] = drawn[decisions.selfServiceReturnDays & inBlock]!;
  register[1] = selfServiceReturnDays;
  const back = dayOfReturn(comeBack, type, day, register);
  if (back < 0) return;
  draw(who, 0, decisions.selfServiceReturnTime);
  register[0] = drawn[decisions.selfServiceReturnTime & inBlock]!;
  const period = timeOfReturn(comeBack, type, back, register);
  if (returns === returnTime.length) growReturns();
  returnTime[returns] = register[0]!;
  returnNeed[returns] = needSeconds;
  returnCustomer[returns] = who;
  returnType[returns] = type;
  nextReturn[returns] = firstReturn[period]!;
  firstReturn[period] = returns++;
}

/** Adds those who come back in the period to its customers. */
function takeReturns(types: readonly TypeInWorld[], period: number, modelDay: number): void {
  for (let back = firstReturn[period]!; back >= 0; back = nextReturn[back]!) {
    const type = types[returnType[back]!]!;
    const who = returnCustomer[back]!;
    if (count === time.length) growPlaces();
    time[count] = returnTime[back]!;
    customer[count] = who;
    contactType[count] = returnType[back]!;
    origin[count] = origins.selfService;
    need[count] = returnNeed[back]!;
    work[count] = workSeconds(type, modelDay, returnNeed[back]!, verificationSeconds(type, who, 1));
    count++;
    drawPatience(type, count - 1);
    merge(count - 1);
  }
}

function growPlaces(): void {
  const size = Math.max(256, 2 * time.length);
  time = grown(time, size);
  patience = grown(patience, size);
  balks = grown(balks, size);
  score = grown(score, size);
  selfServed = grown(selfServed, size);
  containedBy = grown(containedBy, size);
  need = grown(need, size);
  work = grown(work, size);
  customer = grown(customer, size);
  contactType = grown(contactType, size);
  origin = grown(origin, size);
  order = grown(order, size);
}

function growReturns(): void {
  const size = Math.max(256, 2 * returnTime.length);
  returnTime = grown(returnTime, size);
  returnNeed = grown(returnNeed, size);
  returnCustomer = grown(returnCustomer, size);
  returnType = grown(returnType, size);
  nextReturn = grown(nextReturn, size);
}

function grown<Column extends Float64Array | Int32Array | Uint8Array>(column: Column, size: number): Column {
  const larger = new (column.constructor as new (length: number) => Column)(size);
  larger.set(column);
  return larger;
}
