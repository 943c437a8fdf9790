import { countInArabic, numberInArabic } from './countInArabic.ts';
import { isolated } from './isolated.ts';
import type { StructureWords } from './pageStructure.ts';

const placesForms = {
  zero: 'لا مواضع',
  one: 'موضع واحد',
  two: 'موضعين',
  few: 'مواضع',
  many: 'موضعًا',
  other: 'موضع',
};

export const structureInArabic = {
  title: 'الأنواع والقنوات والمجموعات والأحداث',
  explain: 'أنواع الاتصالات ومجموعات الوكلاء واحدة في كل السيناريوهات، أما القنوات والمهارات والأحداث فتُضبط في السيناريو الذي تعدّله.',
  add: { contactType: 'إضافة نوع اتصال', agentGroup: 'إضافة مجموعة وكلاء', event: 'إضافة حدث' },
  newName: {
    contactType: (count) => `نوع اتصال ${numberInArabic(count)}`,
    agentGroup: (count) => `مجموعة وكلاء ${numberInArabic(count)}`,
    event: (count) => `حدث ${numberInArabic(count)}`,
  },
  rename: (name) => `إعادة تسمية ${isolated(name)}`,
  duplicate: (name) => `إنشاء نسخة من ${isolated(name)}`,
  remove: (name) => `حذف ${isolated(name)}`,
  nameOf: (name) => `الاسم الجديد لـ ${isolated(name)}`,
  daysOf: (name) => `أيام ${isolated(name)}`,
  comesBy: 'ترد عبر',
  addChannel: (name) => `إضافة قناة إلى ${isolated(name)}`,
  addChannelShort: 'إضافة …',
  removeChannel: (channel, name) => `حذف ${isolated(channel)} من ${isolated(name)}`,
  serves: 'تخدم',
  none: { event: 'لا أحداث في هذا السيناريو.' },
  removed: (name) => `حُذف ${isolated(name)}.`,
  removedWith: (name, count) => `حُذف ${isolated(name)}، وحُذف معه ما قيل عنه في ${countInArabic(count, placesForms)}:`,
  inVariant: (variant, what) => `${isolated(variant)}: ${what}`,
  parts: {
    title: 'إضافة أو حذف',
    add: 'إضافة',
    remove: 'حذف',
    addOf: (label) => `إضافة ${isolated(label)}`,
    removeOf: (label) => `حذف ${isolated(label)}`,
    anotherLine: (label) => `${isolated(label)}، بند آخر`,
    stands: 'مستعمل',
  },
  written: {
    title: 'تحرير نصي',
    label: (label) => `${isolated(label)}، نصًّا`,
    example: (example) => `مثال: ${isolated(example)}`,
  },
  note: {
    volume: 'قيمة مؤقتة: ضع رقمك.',
    like: (name) => `قيمة مؤقتة: كما في ${isolated(name)}.`,
    staff: 'قيمة مؤقتة: وكيل واحد.',
    share: 'قيمة مؤقتة: عُشر للبداية.',
    event: 'قيمة مؤقتة: زيادة بمقدار العُشر للبداية.',
    example: 'قيمة مؤقتة: مثال.',
  },
} as const satisfies StructureWords;
