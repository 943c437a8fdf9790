import type { Fields } from './fieldsInArabic.ts';

const deferredHelp = 'عمل مؤجل: يُجاب عنه حين تسمح طوابير الانتظار المباشرة.';
const dueHelp = 'متى يحين موعد الرد.';
const clockHelp = 'تُحسب المواعيد بالساعات الفعلية لا بساعات العمل.';

export const channels: Fields = {
  channels: ['القنوات', 'ما يسري على القناة أيًّا كان نوع الاتصال.'],
  'channels.phone': ['الهاتف', 'الخطوط.'],
  'channels.phone.trunks': ['الخطوط الهاتفية', 'عدد الخطوط الداخلة إلى المركز، بما فيها الرد الآلي؛ وإن لم يُذكر فلا حد لها.'],
  'channels.chat': ['الدردشة', 'عدة محادثات في آن واحد.'],
  'channels.chat.concurrency': ['المحادثات المتزامنة', 'كم محادثة يدير الوكيل معًا وكم يطيلها ذلك.'],
  'channels.chat.concurrency.cap': ['الحد الأقصى للمحادثات', 'لكل وكيل.'],
  'channels.chat.concurrency.stretch': ['الإطالة', 'كم تطول المحادثة مع كل محادثة إضافية جارية.'],
  'channels.chat.concurrency.measuredAt': ['مقيس عند', 'متوسط عدد المحادثات الجارية حين قيس وقت المعالجة.'],
  'channels.chat.concurrency.handleTimes': [
    'أوقات المعالجة حسب الحمل',
    'وقت المعالجة النسبي مع {1} ثم {2} ثم {3} من المحادثات الجارية وما بعدها، بدلًا من الإطالة.',
  ],
  'channels.email': ['البريد الإلكتروني', deferredHelp],
  'channels.email.respondWithin': ['البريد الإلكتروني: الرد خلال', dueHelp],
  'channels.email.clock': ['بالساعات الفعلية', clockHelp],
  'channels.social': ['وسائل التواصل الاجتماعي', deferredHelp],
  'channels.social.respondWithin': ['وسائل التواصل: الرد خلال', dueHelp],
  'channels.social.clock': ['بالساعات الفعلية', clockHelp],
};
