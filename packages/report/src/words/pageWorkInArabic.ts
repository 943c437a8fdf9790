import { charactersForms, countInArabic, numberInArabic, type CountForms } from './countInArabic.ts';
import { isolated } from './isolated.ts';
import type { WorkWords } from './pageWork.ts';

const studiesForms: CountForms = {
  zero: 'لا دراسات',
  one: 'دراسة واحدة',
  two: 'دراستان',
  few: 'دراسات',
  many: 'دراسة',
  other: 'دراسة',
};

export const workInArabic = {
  notFetched: 'تعذّر جلب جزء من الصفحة. هل الشبكة متاحة؟',
  tryAgain: 'أعد المحاولة',
  newVersion: 'توجد نسخة جديدة جاهزة من هذه الصفحة. عملك يبقى كما هو.',
  takeOver: 'استخدمها الآن',

  studies: 'الدراسات',
  studiesTitle: 'الدراسات المحفوظة في هذا المتصفح',
  studiesHint: 'هي محفوظة في هذا المتصفح وحده. لتكون عندك في مكان آخر شارك رابط الدراسة أو احفظها في ملف.',
  present: 'مفتوحة الآن',
  open: 'فتح',
  rename: 'إعادة تسمية',
  duplicate: 'نسخ',
  delete: 'حذف',
  actionOn: (action, name) => `${action}: ${isolated(name)}`,
  nameOf: (name) => `اسم ${isolated(name)}`,
  save: 'حفظ',
  copyName: (name) => `${name} (نسخة)`,
  changedAt: (time) => `آخر تغيير ${isolated(time)}`,
  changedUnknown: 'حفظتها نسخة سابقة من الصفحة',
  cameTo: (kpi, figures) => `${kpi}: ${figures}`,
  notSettled: 'لم تُحسب حتى النهاية بعد',
  deleted: (name) => `حُذفت ${isolated(name)}.`,
  bringBack: 'استعادة',
  foreign: (count) => `كُتب بنسخة أخرى من الصفحة ما لا تقرؤه هذه النسخة: ${countInArabic(count, studiesForms)}. لم يتغير شيء فيها.`,
  noOthers: 'أيًّا كان ما تفتحه بعد هذا، تُدرج هنا الدراسة التي حلّ محلها.',

  openFile: 'فتح ملف',
  fileHint: 'سيناريو بصيغة YAML أو JSON كما يقرؤه سطر الأوامر. يُقرأ في هذا المتصفح ولا يُرسل إلى أي مكان.',
  fileRefused: (file) => `لا يمكن فتح ${isolated(file)}. عملك لم يُمسّ.`,
  saveFile: 'حفظ في ملف',

  holds: 'ما يحمله',
  whole: 'كل شيء',
  redacted: 'محجوب',
  redactedReveals: `محجوب: لا يحمل اسم الدراسة ولا أسماء بدائلها ولا الملاحظات ولا المصادر ولا العملة ولا المنطقة الزمنية. وكل المبالغ، ومنها الأجور، مؤشر تكون فيه تكلفة الاتصال في خط الأساس ${numberInArabic(100)}. ويبقى فيه: الأحجام وأوقات المعالجة والتوظيف والنسب والتواريخ، وأسماء أنواع الاتصال والمجموعات والأحداث. ومن يعرف مبلغًا واحدًا يمكنه استنتاج بقية المبالغ.`,
  redactedWaits: 'يحتاج المؤشر إلى نتيجة خط الأساس، وهي قيد الحساب.',
  redactedNot: 'لا توجد تكلفة للاتصال يُبنى عليها المؤشر: لا يمكن إلا مشاركة الدراسة كاملة.',
  redactedName: 'دراسة',
  qr: 'رمز QR',
  qrOf: (characters) => `رمز QR للرابط، ${countInArabic(characters, charactersForms)}`,
  qrTooLong: (characters, most) =>
    `طول الرابط ${countInArabic(characters, charactersForms)}، ورمز QR لا يتسع لأكثر من ${numberInArabic(most)}: أرسل الرابط أو الملف.`,
  commands: 'في سطر الأوامر',
  commandsHint: 'يكتب الدراسة نفسها في ملف ويشغّلها بالطريقة التي تجيب بها هذه الصفحة.',
  copyCommands: 'نسخ الأوامر',

  report: 'التقرير',
  reportWaits: 'يُكتب التقرير بعد اكتمال كل الحالات المستقبلية.',
  print: 'طباعة',
  saveMarkdown: 'حفظ بصيغة Markdown',
} as const satisfies WorkWords;
