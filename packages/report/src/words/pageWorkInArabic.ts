import type { WorkWords } from './pageWork.ts';

export const workInArabic = {
  notFetched: 'تعذّر جلب جزء من الصفحة. هل الشبكة متاحة؟',
  tryAgain: 'أعد المحاولة',
  newVersion: 'توجد نسخة جديدة جاهزة من هذه الصفحة. عملك يبقى كما هو.',
  takeOver: 'استخدمها الآن',
} as const satisfies WorkWords;
