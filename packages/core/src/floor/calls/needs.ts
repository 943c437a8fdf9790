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
import { addContacts, flags, origins, type ContactLog } from './contactLog.ts';
import { decisions, draw, drawn, inBlock } from './decisions.ts';
import type { FloorCalendar } from './floorCalendar.ts';
import { layersOf } from './layers.ts';
import {
  misroute,
  noteCustomer,
  noteEntry,
  verificationSeconds,
  workSeconds,
  type QueueInWorld,
  type QueuesInWorld,
} from './modelCustomers.ts';
import { pauseIfAsked } from './pause.ts';

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

// State of the module: there is one floor to a thread. Customers of one period, [place]: as they are drawn, then those who ask for an agent.
let time = new Float64Array(0);
let patience = new Float64Array(0);
let balks = new Uint8Array(0);
/** Score of the difficulty. */
let score = new Float64Array(0);
/** What is decided at the front door: uniforms, scores of the own parts of what self-service and containment depend on, seconds of verification. */
let triesAt = new Float64Array(0);
let selfServed = new Float64Array(0);
let hangsUpAt = new Float64Array(0);
let containedBy = new Float64Array(0);
let verified = new Float64Array(0);
/** Seconds of the need and of the contact. */
let need = new Float64Array(0);
let work = new Float64Array(0);
let customer = new Int32Array(0);
let queueOf = new Uint8Array(0);
let origin = new Uint8Array(0);
/** The log's flags. */
let flagsAt = new Uint8Array(0);
/** Places in time order. */
let order = new Int32Array(0);
let count = 0;
let inOrder = 0;

// Customers of one layer whose type comes by several channels, [place], until they go through the door of theirs.
let asideTime = new Float64Array(0);
let asideScore = new Float64Array(0);
let asideCustomer = new Int32Array(0);
let asideQueue = new Uint8Array(0);

// Contacts that come later than their customer was drawn, [place], linked by period: customers whom self-service has helped and who come back, those whom
// the IVR has dropped by mistake and who try again, and unresponsive calls beside a caller's.
let laterTime = new Float64Array(0);
let laterNeed = new Float64Array(0);
let laterAdded = new Float64Array(0);
let laterCustomer = new Int32Array(0);
let laterQueue = new Uint8Array(0);
let laterOrigin = new Uint8Array(0);
let laterMarks = new Uint8Array(0);
let nextLater = new Int32Array(0);
/** [period] */
let firstLater = new Int32Array(0);
let laters = 0;

const words = new Int32Array(4);
const register = new Float64Array(2);

/** A world's front door on a day, as its customers go through. */
interface Door {
  readonly outcome: Outcome;
  readonly model: Model;
  /** As the levers are that day. */
  readonly leaves: Float64Array;
  readonly queues: readonly QueueInWorld[];
  readonly comeBack: ComeBack;
  /** Whether the floor follows calls through the IVR, since each holds a line: then what ends there is in the log. */
  readonly isFollowed: boolean;
}

/**
 * Draws the customers of a world and lets them through the front door, one by one: who asks for an agent goes into the log, in time order;
 * what becomes of the others is counted in their interval of the outcome, or goes into the log too where lines are limited. Clears the log.
 *
 * A customer is one Threefry block of (replication, slot, layer, index): the gap to the one before, the mark, a key of 32 bits, the difficulty. Within
 * a layer customers come at rate B, with exponential gaps; one exists where (k - 1 + mark) B is at most the rate in force. So arrivals are Poisson
 * without a Poisson being drawn, and come sorted. Their channel is a draw of their own.
 *
 * @param progress days done. Inside `untilPaused` it may be left between two days, and called again with the same arguments
 */
export function fillNeeds(
  log: ContactLog,
  outcome: Outcome,
  input: FloorInput,
  source: NeedsSource,
  queues: QueuesInWorld,
  comeBack: ComeBack,
  progress: { day: number } = { day: 0 },
): void {
  const { model, world, needs, levers } = input;
  const { contactTypes } = model;
  const { calendar, layer } = source;
  const { intervalSeconds } = model.calendar;
  const { days, firstPeriod, modelDay, interval, slot, start } = calendar;
  const { busyness, withinDay, replication } = world;
  const types = contactTypes.length;
  const lines = model.queues.length;
  const isFollowed = model.trunks < Infinity;
  const doors = levers.steps.map(({ leaves }, step): Door => ({ outcome, model, leaves, queues: queues[step]!, comeBack, isFollowed }));
  if (progress.day === 0) {
    log.count = 0;
    openLaters(interval.length);
  }
  while (progress.day < days) {
    const { day } = progress;
    const ofDay = modelDay[day]!;
    const door = doors[levers.ofDay[ofDay]!]!;
    for (let period = firstPeriod[day]!; period < firstPeriod[day + 1]!; period++) {
      const at = interval[period]!;
      count = 0;
      inOrder = 0;
      for (let type = 0; type < types; type++) {
        const own = contactTypes[type]!.queues;
        let longRun = 0;
        for (let i = 0; i < own.length; i++) longRun += needs[at * lines + own[i]!]!;
        const from = at * types + type;
        const rate = longRun * busyness[ofDay * types + type]! * withinDay[from]!;
        const layers = rate / layer[from]!;
        for (let k = 1; k - 1 < layers; k++) {
          const first = count;
          drawLayer(source.keys[type]!, replication, slot[period]!, k, layers, intervalSeconds / layer[from]!, intervalSeconds);
          for (let place = first; place < count; place++) time[place]! += start[period]!;
          if (own.length === 1) goThrough(door, own[0]!, period, first);
          else goByChannel(door, own, period, first);
        }
      }
      takeLaters(door.queues, period, ofDay);
      write(log, count, door);
    }
    progress.day = day + 1;
    pauseIfAsked();
  }
}

/** Lets the customers from `first` on through the door of their queue, and puts those who ask for an agent in order. */
function goThrough(door: Door, queue: number, period: number, first: number): void {
  const ofQueue = door.queues[queue]!;
  ofQueue.handleTime.fromScores(need, first, count);
  enter(door, ofQueue, queue, period, first);
  drawPatience(ofQueue, first);
  merge(first);
}

/** The same where their type comes by several channels: each by its own. */
function goByChannel(door: Door, own: readonly number[], period: number, first: number): void {
  const aside = count - first;
  if (asideTime.length < aside) growAside(aside);
  for (let at = 0; at < aside; at++) {
    const place = first + at;
    asideTime[at] = time[place]!;
    asideScore[at] = score[place]!;
    asideCustomer[at] = customer[place]!;
    draw(customer[place]!, 0, decisions.channel);
    const uniform = drawn[decisions.channel & inBlock]!;
    let channel = 0;
    while (channel < own.length - 1 && uniform >= door.queues[own[channel]!]!.channelsTo) channel++;
    asideQueue[at] = own[channel]!;
  }
  count = first;
  for (let i = 0; i < own.length; i++) {
    const from = count;
    for (let at = 0; at < aside; at++) {
      if (asideQueue[at] !== own[i]) continue;
      time[count] = asideTime[at]!;
      score[count] = asideScore[at]!;
      need[count] = asideScore[at]!;
      customer[count] = asideCustomer[at]!;
      count++;
    }
    goThrough(door, own[i]!, period, from);
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
 * Lets the customers from `first` on through the front door; who asks for an agent moves up, the others are counted, where the period is of the horizon.
 * `need` holds handle times of mean 1 on the way in, seconds on the way out.
 */
function enter(
  { outcome, model, leaves, comeBack, isFollowed }: Door,
  queue: QueueInWorld,
  queueNumber: number,
  period: number,
  first: number,
): void {
  const { door, contactType, byPhone, ivrSeconds, hangUps, falseDrops, unresponsiveBeside } = queue;
  const { selfService, difficulty } = model.contactTypes[contactType]!;
  const tries = selfService ? leaves[selfService.tries]! : 0;
  const failureAdds = selfService ? leaves[selfService.failureAdds]! : 0;
  const comesBack = selfService ? leaves[selfService.returnsWithin72h]! : 0;
  const rhoSelfService = leaves[difficulty.selfService]!;
  const rhoContainment = leaves[difficulty.containment]!;
  const ownSelfService = Math.sqrt(1 - rhoSelfService * rhoSelfService);
  const ownContainment = Math.sqrt(1 - rhoContainment * rhoContainment);
  const { selfServiceCut, containmentCut, needHandleSeconds } = door;
  const contains = door.contained > 0;
  const { calendar } = comeBack;
  const day = calendar.day[period]!;
  const modelDay = calendar.modelDay[day]!;

  if (tries > 0) drawSelfService(first);
  drawIvr(queue, contains, first);
  let tried = 0;
  let solved = 0;
  let returned = 0;
  let contained = 0;
  let hungUp = 0;
  let screened = 0;
  let kept = first;
  for (let place = first; place < count; place++) {
    const who = customer[place]!;
    const seconds = need[place]! * needHandleSeconds;
    let added = 0;
    let ends = 0;
    if (tries > 0 && triesAt[place]! < tries) {
      tried++;
      if (rhoSelfService * score[place]! + ownSelfService * selfServed[place]! < selfServiceCut) {
        solved++;
        if (comesBack > 0) draw(who, 0, decisions.selfServiceReturns);
        if (comesBack > 0 && drawn[decisions.selfServiceReturns & inBlock]! < comesBack) {
          returned++;
          sendBack(comeBack, queue, queueNumber, day, who, seconds);
        }
        continue;
      }
      added = failureAdds;
    }
    if (unresponsiveBeside > 0) screened += callBeside(queue, queueNumber, calendar, period, who, isFollowed);
    if (falseDrops > 0 && isFalselyDropped(who, falseDrops)) {
      screened++;
      ends = flags.endsInIvr | flags.dropped;
    } else if (contains && rhoContainment * score[place]! + ownContainment * containedBy[place]! < containmentCut) {
      contained++;
      ends = flags.endsInIvr | flags.contained;
    } else if (hangUps > 0 && hangsUpAt[place]! < hangUps) {
      hungUp++;
      ends = flags.endsInIvr;
    }
    added += verified[place]!;
    if (ends !== 0 && !isFollowed) {
      if ((ends & flags.dropped) !== 0) tryAgain(queue, queueNumber, calendar, period, place, seconds, added);
      continue;
    }
    time[kept] = time[place]!;
    customer[kept] = who;
    queueOf[kept] = queueNumber;
    origin[kept] = origins.need;
    flagsAt[kept] = ends;
    need[kept] = seconds;
    work[kept] = workSeconds(queue, modelDay, seconds, added);
    kept++;
  }
  if (period >= calendar.countedFrom && period < calendar.countedTo) {
    const { counts, shape } = outcome;
    const cells = shape.intervals * shape.contactTypes * shape.channels;
    const here = (calendar.interval[period]! * shape.contactTypes + contactType) * shape.channels + model.queues[queueNumber]!.channel;
    const all = count - first;
    counts[countField.needs * cells + here]! += all;
    counts[countField.selfServiceTried * cells + here]! += tried;
    counts[countField.selfServiceSolved * cells + here]! += solved;
    counts[countField.resolvedNeeds * cells + here]! += solved - returned;
    // Where the floor follows calls through the IVR, their log says what became of them.
    if (byPhone && !isFollowed) {
      counts[countField.ivrEntered * cells + here]! += all - solved;
      counts[countField.contained * cells + here]! += contained;
      counts[countField.ivrHungUp * cells + here]! += hungUp;
      counts[countField.screened * cells + here]! += screened;
      counts[countField.ivrSeconds * cells + here]! += (contained + hungUp + screened) * ivrSeconds;
      counts[countField.resolvedNeeds * cells + here]! += contained;
    }
  }
  count = kept;
}

function isFalselyDropped(who: number, share: number): boolean {
  draw(who, 0, decisions.falselyDropped);
  return drawn[decisions.falselyDropped & inBlock]! < share;
}

/**
 * Unresponsive calls come beside a caller's, each a customer of its own; returns how many of them the IVR ends, which are in the log only where the
 * floor follows them.
 */
function callBeside(
  { unresponsiveBeside, screened, unresponsiveSeconds }: QueueInWorld,
  queueNumber: number,
  { start, end }: FloorCalendar,
  period: number,
  who: number,
  isFollowed: boolean,
): number {
  draw(who, 0, decisions.unresponsiveBeside);
  const calls = Math.floor(unresponsiveBeside + 1 - drawn[decisions.unresponsiveBeside & inBlock]!);
  let ended = 0;
  for (let call = 0; call < calls; call++) {
    const caller = ~who ^ Math.imul(call, besideStep);
    draw(caller, 0, decisions.unresponsiveTime);
    const isScreened = drawn[decisions.screened & inBlock]! < screened;
    if (isScreened) ended++;
    if (isScreened && !isFollowed) continue;
    const later = addLater(period);
    laterTime[later] = start[period]! + drawn[decisions.unresponsiveTime & inBlock]! * (end[period]! - start[period]!);
    laterNeed[later] = unresponsiveSeconds;
    laterAdded[later] = 0;
    laterCustomer[later] = caller;
    laterQueue[later] = queueNumber;
    laterOrigin[later] = origins.need;
    laterMarks[later] = isScreened ? flags.unresponsive | flags.endsInIvr : flags.unresponsive;
  }
  return ended;
}

/** From one unresponsive call beside a customer to the next: 2^32 / golden ratio, whose multiples are far from each other. */
const besideStep = 0x9e3779b9;

/** Whom the IVR has dropped by mistake may try again, like anybody who found nobody; what falls on a closed door comes as it opens. */
function tryAgain(
  queue: QueueInWorld,
  queueNumber: number,
  { start, end }: FloorCalendar,
  period: number,
  place: number,
  seconds: number,
  added: number,
): void {
  const who = customer[place]!;
  draw(who, 0, decisions.redials);
  if (drawn[decisions.redials & inBlock]! >= queue.redialShare) return;
  register[0] = drawn[decisions.redialDelay & inBlock]!;
  fillLog(register, 0, 1);
  register[0] = time[place]! - register[0] * queue.redialSeconds;
  let again = period;
  while (again < end.length && end[again]! <= register[0]) again++;
  if (again === end.length) return;
  const later = addLater(again);
  laterTime[later] = Math.max(register[0], start[again]!);
  laterNeed[later] = seconds;
  laterAdded[later] = added;
  laterCustomer[later] = who;
  laterQueue[later] = queueNumber;
  laterOrigin[later] = origins.redial;
  laterMarks[later] = 0;
}

/** Draws what the customers from `first` on decide of self-service, once: decisions of a block are drawn together. */
function drawSelfService(first: number): void {
  for (let place = first; place < count; place++) {
    draw(customer[place]!, 0, decisions.triesSelfService);
    triesAt[place] = drawn[decisions.triesSelfService & inBlock]!;
    selfServed[place] = drawn[decisions.selfServed & inBlock]!;
  }
  scoresOfUniforms(selfServed, first, count);
}

/** The same of the IVR. */
function drawIvr(queue: QueueInWorld, contains: boolean, first: number): void {
  if (!contains && queue.hangUps === 0 && queue.verificationOffered === 0) {
    verified.fill(0, first, count);
    return;
  }
  for (let place = first; place < count; place++) {
    draw(customer[place]!, 0, decisions.hangsUp);
    hangsUpAt[place] = drawn[decisions.hangsUp & inBlock]!;
    containedBy[place] = drawn[decisions.contained & inBlock]!;
    verified[place] = verificationSeconds(queue, customer[place]!, 0);
  }
  if (contains) scoresOfUniforms(containedBy, first, count);
}

/** Patience of the places from `first` on, all of one queue. */
function drawPatience(queue: QueueInWorld, first: number): void {
  if (queue.patience === null) {
    patience.fill(Infinity, first, count);
    return;
  }
  for (let place = first; place < count; place++) {
    draw(customer[place]!, origin[place] === origins.need ? 0 : 1, decisions.patience);
    patience[place] = drawn[decisions.patience & inBlock]!;
    balks[place] = drawn[decisions.balks & inBlock]! < queue.balk ? 1 : 0;
  }
  queue.patience.fromUniforms(patience, first, count);
  for (let place = first; place < count; place++) patience[place] = balks[place] === 1 ? 0 : patience[place]! * queue.patienceSeconds;
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
 * happens there that could depend on others. With a limit it is when it asks for a line.
 */
function write(log: ContactLog, contacts: number, { model, queues, isFollowed }: Door): void {
  const first = addContacts(log, contacts);
  const { time: timeOf, patience: patienceOf, work: workOf, customer: customerOf, asked, queue, origin: originOf, attempt } = log;
  const { ivrSeconds, flags: flagsOf } = log;
  const isMisroutedEver = model.misroutes !== null;
  for (let at = 0; at < contacts; at++) {
    const place = order[at]!;
    const contact = first + at;
    timeOf[contact] = time[place]!;
    patienceOf[contact] = patience[place]!;
    workOf[contact] = work[place]!;
    customerOf[contact] = customer[place]!;
    asked[contact] = queueOf[place]!;
    queue[contact] = queueOf[place]!;
    if (origin[place] !== origins.need) {
      originOf[contact] = origin[place]!;
      attempt[contact] = 1;
    }
    noteCustomer(contact, need[place]!, origin[place] === origins.redial ? origins.need : origin[place]!);
    flagsOf[contact] = flagsAt[place]!;
    if (isFollowed) {
      const { byPhone, ivrSeconds: seconds } = queues[queueOf[place]!]!;
      ivrSeconds[contact] = seconds;
      noteEntry(contact, byPhone && origin[place] === origins.need && (flagsAt[place]! & flags.unresponsive) === 0 ? 1 : 0);
    }
    if (isMisroutedEver && flagsAt[place] === 0) misroute(contact, queues[queueOf[place]!]!);
  }
}

// Who comes later

function openLaters(periods: number): void {
  if (firstLater.length < periods) firstLater = new Int32Array(periods);
  firstLater.fill(-1);
  laters = 0;
}

/** A place for a contact that comes in the period, which the caller fills. */
function addLater(period: number): number {
  if (laters === laterTime.length) growLaters();
  nextLater[laters] = firstLater[period]!;
  firstLater[period] = laters;
  return laters++;
}

function sendBack(comeBack: ComeBack, queue: QueueInWorld, queueNumber: number, day: number, who: number, needSeconds: number): void {
  register[0] = drawn[decisions.selfServiceReturnDays & inBlock]!;
  register[1] = selfServiceReturnDays;
  const back = dayOfReturn(comeBack, queue.contactType, day, register);
  if (back < 0) return;
  draw(who, 0, decisions.selfServiceReturnTime);
  register[0] = drawn[decisions.selfServiceReturnTime & inBlock]!;
  const later = addLater(timeOfReturn(comeBack, queue.contactType, back, register));
  laterTime[later] = register[0]!;
  laterNeed[later] = needSeconds;
  laterAdded[later] = verificationSeconds(queue, who, 1);
  laterCustomer[later] = who;
  laterQueue[later] = queueNumber;
  laterOrigin[later] = origins.selfService;
  laterMarks[later] = 0;
}

/** Adds those who come later, in the period, to its customers. */
function takeLaters(queues: readonly QueueInWorld[], period: number, modelDay: number): void {
  for (let later = firstLater[period]!; later >= 0; later = nextLater[later]!) {
    const queue = queues[laterQueue[later]!]!;
    const mark = laterMarks[later]!;
    if (count === time.length) growPlaces();
    time[count] = laterTime[later]!;
    customer[count] = laterCustomer[later]!;
    queueOf[count] = laterQueue[later]!;
    origin[count] = laterOrigin[later]!;
    flagsAt[count] = mark;
    need[count] = laterNeed[later]!;
    work[count] =
      (mark & flags.unresponsive) === 0 ? workSeconds(queue, modelDay, laterNeed[later]!, laterAdded[later]!) : laterNeed[later]!;
    count++;
    drawPatience(queue, count - 1);
    merge(count - 1);
  }
}

function growPlaces(): void {
  const size = Math.max(256, 2 * time.length);
  time = grown(time, size);
  patience = grown(patience, size);
  balks = grown(balks, size);
  score = grown(score, size);
  triesAt = grown(triesAt, size);
  selfServed = grown(selfServed, size);
  hangsUpAt = grown(hangsUpAt, size);
  containedBy = grown(containedBy, size);
  verified = grown(verified, size);
  need = grown(need, size);
  work = grown(work, size);
  customer = grown(customer, size);
  queueOf = grown(queueOf, size);
  origin = grown(origin, size);
  flagsAt = grown(flagsAt, size);
  order = grown(order, size);
}

function growAside(least: number): void {
  const size = Math.max(256, 2 * least);
  asideTime = new Float64Array(size);
  asideScore = new Float64Array(size);
  asideCustomer = new Int32Array(size);
  asideQueue = new Uint8Array(size);
}

function growLaters(): void {
  const size = Math.max(256, 2 * laterTime.length);
  laterTime = grown(laterTime, size);
  laterNeed = grown(laterNeed, size);
  laterAdded = grown(laterAdded, size);
  laterCustomer = grown(laterCustomer, size);
  laterQueue = grown(laterQueue, size);
  laterOrigin = grown(laterOrigin, size);
  laterMarks = grown(laterMarks, size);
  nextLater = grown(nextLater, size);
}

function grown<Column extends Float64Array | Int32Array | Uint8Array>(column: Column, size: number): Column {
  const larger = new (column.constructor as new (length: number) => Column)(size);
  larger.set(column);
  return larger;
}
