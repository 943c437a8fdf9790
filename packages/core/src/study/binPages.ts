/** Bins in a page: what lies together is kept together, and of what no value comes near there is nothing. */
export const binsPerPage = 128;

/** Pages of bins, made as they are touched. */
export function createPages<Page>(make: () => Page): {
  readonly of: (bin: number) => Page;
  /** In the order of their bins, with the first bin of each. */
  readonly inOrder: () => readonly (readonly [number, Page])[];
} {
  const pages = new Map<number, Page>();
  return {
    of: (bin) => {
      const number = Math.floor(bin / binsPerPage);
      let page = pages.get(number);
      if (page === undefined) pages.set(number, (page = make()));
      return page;
    },
    inOrder: () => [...pages.keys()].sort((a, b) => a - b).map((number) => [number * binsPerPage, pages.get(number)!] as const),
  };
}

/** Place of a bin in its page. */
export const placeInPage = (bin: number): number => bin & (binsPerPage - 1);
