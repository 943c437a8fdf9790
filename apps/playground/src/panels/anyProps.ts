/** What any component may take: the bound that svelte's own `Component` sets. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- an interface has no index signature, and fits no Record of unknown
export type AnyProps = Record<string, any>;
