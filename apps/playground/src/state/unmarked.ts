/** A text of the page for the document, which keeps names and notes as one would type them: without marks that hold numbers in their place. */
export const unmarked = (text: string): string => text.replace(/[\u2068\u2069]/gu, '');
