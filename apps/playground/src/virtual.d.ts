/** The presets as documents, by language, made when the page is built; each is fetched when it is asked for. */
declare module 'virtual:presets' {
  type Fetched = () => Promise<{ readonly default: unknown }>;
  const presets: readonly { readonly name: string; readonly documents: Readonly<Record<'en' | 'ar', Fetched>> }[];
  export default presets;
}

/** The address of a worker's file. */
declare module 'virtual:worker/*' {
  const address: string;
  export default address;
}
