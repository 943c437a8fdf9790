/** The presets as documents, by language, made when the page is built. */
declare module 'virtual:presets' {
  const presets: readonly { readonly name: string; readonly documents: Readonly<Record<'en' | 'ar', unknown>> }[];
  export default presets;
}
