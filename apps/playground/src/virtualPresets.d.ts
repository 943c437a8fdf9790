/** The presets as documents, made when the page is built. */
declare module 'virtual:presets' {
  const presets: readonly { readonly name: string; readonly document: unknown }[];
  export default presets;
}
