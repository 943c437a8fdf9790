#!/usr/bin/env node
// Derives the figures of examples/bank-2003.yaml from the counts of calls handled per five minutes:
//
//   node scripts/derive-bank-figures.mjs bank_calls_5min_2003.csv | npx prettier --parser json > examples/bank-2003.figures.json
//
// Columns read: DateTime (ISO, local wall clock) and Calls. docs/background/real-centre.md says where the rows come from,
// what is derived and what is assumed. Plain Node, no dependency, no chance: the same rows give the same JSON.
import { readFileSync } from 'node:fs';

const openMinute = 7 * 60;
const closeMinute = 21 * 60;
const halfHours = (closeMinute - openMinute) / 30;
const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri'];
const dayMilliseconds = 86_400_000;

/** The four whole weeks the document plays: no holiday and no missing day among them. */
const horizon = { start: '2003-06-02', weeks: 4 };
/** Days per month = 365.25 / 12, the document's period. */
const daysPerMonth = 365.25 / 12;
/** Open days on each side that tell a day's slow level: two working weeks centred on it. */
const levelReach = 5;
/** A day further from its level than this many robust standard deviations is named and set aside. */
const outlierBound = 3;

const sum = (values) => values.reduce((total, value) => total + value, 0);
const mean = (values) => sum(values) / values.length;
const median = (values) => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};
/** cv of a variance found by subtraction, which noise can carry below zero. */
const deviation = (variance) => rounded(Math.sqrt(Math.max(0, variance)), 4);
const rounded = (value, digits) => Number(value.toFixed(digits));

/**
 * Days in order: {date, weekday 0..4, counts [half-hour], total, stub}. A day must have all 168 five-minute counts between 07:00 and
 * 21:00. What lies after 21:00 (one count a day, 21:00-21:05, of calls that outlast the closing) is kept apart as `stub`.
 */
function readDays(text) {
  const [header, ...lines] = text.trim().split(/\r?\n/);
  const columns = header.split(',').map((name) => name.replaceAll('"', ''));
  const dateTime = columns.indexOf('DateTime');
  const calls = columns.indexOf('Calls');
  if (dateTime < 0 || calls < 0) throw new Error(`the columns must include DateTime and Calls, not ${header}`);
  const days = new Map();
  for (const line of lines) {
    const cells = line.split(',');
    const [date, time] = cells[dateTime].replaceAll('"', '').split('T');
    const minute = Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
    const count = Number(cells[calls]);
    if (!Number.isInteger(count) || count < 0) throw new Error(`Calls must be a whole number, not ${cells[calls]} (${cells[dateTime]})`);
    const weekday = (new Date(date).getUTCDay() + 6) % 7;
    if (!days.has(date)) days.set(date, { date, weekday, counts: new Array(halfHours).fill(0), rows: 0, stub: 0 });
    const day = days.get(date);
    if (minute >= closeMinute) day.stub += count;
    else {
      day.counts[Math.floor((minute - openMinute) / 30)] += count;
      day.rows++;
    }
  }
  const ordered = [...days.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
  for (const day of ordered) {
    if (day.rows !== halfHours * 6) throw new Error(`${day.date} must have ${halfHours * 6} counts from 07:00 to 21:00, not ${day.rows}`);
    if (day.weekday > 4) throw new Error(`${day.date} must be a weekday`);
    day.total = sum(day.counts);
  }
  return ordered;
}

/** Weekdays between the first and the last day that have no rows. */
function missingDays(days) {
  const present = new Set(days.map(({ date }) => date));
  const missing = [];
  for (let at = Date.parse(days[0].date); at < Date.parse(days.at(-1).date); at += dayMilliseconds) {
    const date = new Date(at).toISOString().slice(0, 10);
    const weekday = new Date(at).getUTCDay();
    if (weekday > 0 && weekday < 6 && !present.has(date)) missing.push(date);
  }
  return missing;
}

/** [weekday] mean of the weekday's ratio to the mean of its own week, over whole weeks; normalised to mean 1. */
function weekdayWeights(days) {
  const weeks = new Map();
  for (const day of days) {
    const monday = Date.parse(day.date) - day.weekday * dayMilliseconds;
    weeks.set(monday, [...(weeks.get(monday) ?? []), day]);
  }
  const whole = [...weeks.values()].filter((week) => week.length === 5);
  const ratios = weekdays.map((_, weekday) => mean(whole.map((week) => week[weekday].total / mean(week.map(({ total }) => total)))));
  return ratios.map((ratio) => ratio / mean(ratios));
}

/**
 * Residual of each day: total / (weekday weight x slow level) - 1. The level is the mean of the weekday-adjusted totals of up to
 * five open days before and five after, the day itself left out, so that it cannot hide its own deviation.
 */
function dayResiduals(days, weights) {
  const adjusted = days.map(({ total, weekday }) => total / weights[weekday]);
  return days.map((day, at) => {
    const neighbours = [...adjusted.slice(Math.max(0, at - levelReach), at), ...adjusted.slice(at + 1, at + 1 + levelReach)];
    const level = mean(neighbours);
    return { date: day.date, residual: adjusted[at] / level - 1, neighbours: neighbours.length, expected: weights[day.weekday] * level };
  });
}

/** [half-hour] share of the calls of these days. */
function sharesOf(days) {
  const handled = sum(days.map(({ total }) => total));
  return Array.from({ length: halfHours }, (_, i) => sum(days.map(({ counts }) => counts[i])) / handled);
}

/**
 * The half-hour's own busyness, by the method of moments.
 *
 * Model: count[d][i] is Poisson with mean m[d] p[i] B[d] C[d][i]; B (day) and C (half-hour) are independent Gammas with mean 1. Given
 * the day's total T the counts are multinomial with shares q[i] = p[i] C[i] / sum p[j] C[j], in which level, weekday and B cancel, and
 *
 *   E (N[i] - T p[i])^2 = T p[i] (1 - p[i]) + T (T - 1) Var q[i],     Var q[i] = v p[i]^2 (1 - 2 p[i] + S),     S = sum p[j]^2
 *
 * to first order in v = Var C: Poisson noise, then busyness. v is what makes both sides equal when summed over days and half-hours. The
 * squares are taken from a shape estimated from the same n days, which costs one degree of freedom: hence n / (n - 1).
 * `shapeOf` names the days that share one shape p.
 */
function withinDayVariance(days, shapeOf) {
  let excess = 0;
  let perVariance = 0;
  let shapeSquares = 0;
  for (const shape of new Set(days.map(shapeOf))) {
    const group = days.filter((day) => shapeOf(day) === shape);
    const shares = sharesOf(group);
    const squares = sum(shares.map((share) => share * share));
    const freedom = group.length / (group.length - 1);
    for (const { counts, total } of group) {
      shares.forEach((share, i) => {
        excess += freedom * (counts[i] - total * share) ** 2 - total * share * (1 - share);
        perVariance += total * (total - 1) * share * share * (1 - 2 * share + squares);
      });
    }
    shapeSquares += (squares * group.length) / days.length;
  }
  return { variance: excess / perVariance, shapeSquares };
}

/** The document has one shape for all days; what weekdays differ from it counts as within-day busyness. */
const oneShape = () => 'every day';
const weekdayShape = ({ weekday }) => weekdays[weekday];

/**
 * The day's busyness, by the method of moments: Var(T / m) = 1/m + v S + Var B (to first order in the variances), where 1/m is the
 * Poisson noise and v S what the half-hours' own busyness adds to a day. A residual against a level made of k neighbours has
 * (1 + 1/k) times that variance.
 */
function dayVariance(residuals, withinDay) {
  const variance = sum(residuals.map(({ residual }) => residual ** 2)) / sum(residuals.map(({ neighbours }) => 1 + 1 / neighbours));
  const poisson = mean(residuals.map(({ expected }) => 1 / expected));
  return { variance: variance - poisson - withinDay.variance * withinDay.shapeSquares, poisson };
}

function derive(text) {
  const days = readDays(text);
  const handled = sum(days.map(({ total }) => total));
  const stub = sum(days.map((day) => day.stub));

  // Two passes: the weights and levels that judge a day should not be bent by the days they set aside.
  const setAside = new Set();
  let ordinary = days;
  for (let pass = 0; pass < 2; pass++) {
    const weights = weekdayWeights(ordinary);
    const all = dayResiduals(days, weights);
    const spread = 1.4826 * median(all.map(({ residual }) => Math.abs(residual))); // the sd of a normal with this median
    for (const { date, residual } of all) if (Math.abs(residual) > outlierBound * spread) setAside.add(date);
    ordinary = days.filter(({ date }) => !setAside.has(date));
  }
  const weights = weekdayWeights(ordinary);
  const residualOf = new Map(dayResiduals(days, weights).map((each) => [each.date, each.residual]));
  const residuals = dayResiduals(ordinary, weights);
  const withinDay = withinDayVariance(ordinary, oneShape);
  const withinWeekdayShape = withinDayVariance(ordinary, weekdayShape);
  const dayToDay = dayVariance(residuals, withinDay);
  const everyDay = dayVariance(dayResiduals(days, weekdayWeights(days)), withinDayVariance(days, oneShape));

  const from = Date.parse(horizon.start);
  const inHorizon = days.filter(({ date }) => Date.parse(date) >= from && Date.parse(date) < from + horizon.weeks * 7 * dayMilliseconds);
  const weekly = Array.from({ length: horizon.weeks }, (_, week) =>
    mean(inHorizon.filter(({ date }) => Math.floor((Date.parse(date) - from) / (7 * dayMilliseconds)) === week).map(({ total }) => total)),
  );

  return {
    rows: {
      days: days.length,
      from: days[0].date,
      to: days.at(-1).date,
      callsHandled: handled + stub,
      stub: { from: '21:00', to: '21:05', calls: stub, shareOfCalls: rounded(stub / (handled + stub), 6) },
      weekdaysWithoutRows: missingDays(days),
      setAside: [...setAside].sort().map((date) => ({ date, aboveItsLevel: rounded(residualOf.get(date), 3) })),
    },
    horizon: { ...horizon, openDays: inHorizon.length, callsHandled: sum(inHorizon.map(({ total }) => total)) },
    volumePerMonth: Math.round((sum(inHorizon.map(({ total }) => total)) * daysPerMonth) / (horizon.weeks * 7)),
    dayWeights: Object.fromEntries(weekdays.map((name, weekday) => [name, rounded(weights[weekday], 4)])),
    dayShape: sharesOf(ordinary).map((share) => rounded(share * 100, 3)),
    seasons: weekly.map((level) => rounded(level / mean(weekly), 4)),
    variation: {
      dayToDay: deviation(dayToDay.variance),
      withinDay: deviation(withinDay.variance),
      withinDayGivenWeekdayShape: deviation(withinWeekdayShape.variance),
      poissonDayToDay: deviation(dayToDay.poisson),
      dayToDayOfEveryDay: deviation(everyDay.variance),
    },
  };
}

const [file] = process.argv.slice(2);
if (!file) {
  console.error('usage: node scripts/derive-bank-figures.mjs <csv>');
  process.exit(2);
}
console.log(JSON.stringify(derive(readFileSync(file, 'utf8')), null, 2));
