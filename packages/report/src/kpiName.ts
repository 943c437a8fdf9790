import { kpiGlossary, splitExtreme, type ExtremeName } from '@percall/core';
import { channels, type Channel } from '@percall/scenario';
import type { FirstWords } from './words/firstWords.ts';

/** A KPI's id taken apart: `serviceLevel.phone.billing` is on phone, of contact type billing; `serviceLevel.phone.worstWeek` is of its worst week. */
export interface KpiId {
  readonly kpi: string;
  readonly channel: Channel | null;
  readonly contactType: string | null;
  readonly extreme: ExtremeName | null;
}

/** `kpi[.channel]` of every KPI, longest first, so that `cpc.handled` is found before a shorter name could be. */
const known = kpiGlossary.map(({ pattern }) => pattern.replace('[.CONTACTTYPE]', '')).sort((a, b) => b.length - a.length);

const isChannel = (key: string): key is Channel => (channels as readonly string[]).includes(key);

/** Splits `kpi[.channel[.contactType]][.extreme]`; a quoted contact type loses its quotes. An unknown id is a KPI by itself. */
export function splitKpiId(id: string): KpiId {
  const { base: whole, extreme } = splitExtreme(id);
  const base = known.find((name) => whole === name || whole.startsWith(`${name}.`)) ?? whole;
  const rest = whole.slice(base.length + 1);
  const last = base.slice(base.lastIndexOf('.') + 1);
  const channel = base.includes('.') && isChannel(last) ? last : null;
  return {
    kpi: channel === null ? base : base.slice(0, base.lastIndexOf('.')),
    channel,
    contactType: rest === '' ? null : rest.startsWith('"') ? (JSON.parse(rest) as string) : rest,
    extreme,
  };
}

/** `Service level, phone`. An id without words is shown as it is. */
export function kpiName(id: string, words: FirstWords): string {
  const { kpi, channel, contactType, extreme } = splitKpiId(id);
  const name = words.kpi[kpi];
  if (name === undefined) return id;
  return words.kpiOn(name, channel === null ? null : words.channel[channel], contactType, extreme === null ? null : words.extreme[extreme]);
}
