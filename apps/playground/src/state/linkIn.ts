import type { OpenedLink } from '@percall/scenario';

/** What the link in an address carries; null: there is none. What reads links is fetched with the first one, and rejects where it cannot be. */
export async function linkIn(address: string): Promise<OpenedLink | null> {
  const fragment = address.slice(address.indexOf('#'));
  if (!address.includes('#') || !/[#&]s=/.test(fragment)) return null;
  const { decodeLink } = await import('@percall/scenario/link');
  return decodeLink(fragment);
}
