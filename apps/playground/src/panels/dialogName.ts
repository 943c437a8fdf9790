/** What the header opens over the page. */
export type DialogName = 'studies' | 'share' | 'report';
