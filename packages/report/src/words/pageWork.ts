/** What the page says of the work that is kept, shared and shipped, in one language. */
export interface WorkWords {
  /** A part of the page that is fetched when it is needed was not to be had. */
  readonly notFetched: string;
  readonly tryAgain: string;
  readonly newVersion: string;
  /** The button that has the new version take over. */
  readonly takeOver: string;
}

/** English. */
export const workEn = {
  notFetched: 'A part of the page could not be fetched. Is there a network?',
  tryAgain: 'Try again',
  newVersion: 'A new version of this page is ready. Your work stays.',
  takeOver: 'Use it now',
} as const satisfies WorkWords;
