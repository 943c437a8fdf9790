import { crossSkilledOf } from '@percall/core';
import { isolated } from './isolated.ts';

/**
 * Arabic for the names of contact types and groups that the presets use. The names themselves are the same in every language: paths, links and
 * draws go by them, so that a preset gives the same numbers in both. Other names are shown as the document has them.
 */
const arabic: Readonly<Record<string, string>> = {
  billing: 'الفواتير',
  technical: 'الدعم الفني',
  'billing desk': 'مكتب الفواتير',
  'technical desk': 'مكتب الدعم الفني',
  accounts: 'الحسابات',
  cards: 'البطاقات',
  'account service': 'خدمة الحسابات',
  'card service': 'خدمة البطاقات',
  orders: 'الطلبات',
  voice: 'فريق المكالمات',
  chat: 'فريق الدردشة',
  mail: 'فريق البريد',
  messaging: 'فريق المراسلة',
  questions: 'الأسئلة',
  'phone team': 'فريق المكالمات',
  'mail team': 'فريق البريد',
  citizens: 'المراجعون',
  advisers: 'المرشدون',
  journeys: 'الرحلات',
  reservations: 'الحجوزات',
  members: 'الأعضاء',
  'member service': 'خدمة الأعضاء',
  incidents: 'الأعطال',
  'service desk': 'مكتب الخدمة',
};

/** A name of the document as an Arabic page says it, and the engine's for those of a group who are cross-skilled. */
export function nameInArabic(name: string): string {
  if (Object.hasOwn(arabic, name)) return arabic[name]!;
  const part = crossSkilledOf(name);
  if (part === null) return name;
  return `${isolated(nameInArabic(part.group))} (متعددو المهارات)${part.number === 1 ? '' : ` ${isolated(part.number)}`}`;
}
