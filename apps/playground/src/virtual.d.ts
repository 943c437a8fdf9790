/** The presets, by language, made when the page is built; each is fetched when it is asked for. */
declare module 'virtual:presets' {
  type Fetched = () => Promise<{ readonly default: import('./state/centres.ts').Centre }>;
  const presets: readonly { readonly name: string; readonly centres: Readonly<Record<'en' | 'ar', Fetched>> }[];
  export default presets;
  /** The name of the one that a first visit opens. */
  export const first: string;
}

/** The address of a worker's file. */
declare module 'virtual:worker/*' {
  const address: string;
  export default address;
}
