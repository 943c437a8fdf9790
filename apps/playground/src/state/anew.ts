/**
 * Fetches a part of the page that could not be fetched before. Browsers have long remembered that a file could not be, and some still do, until the page is loaded
 * anew: there it is fetched from another address of the same file, which their fault names.
 *
 * @param load imports the part
 */
export async function anew<Part>(load: () => Promise<Part>): Promise<Part> {
  try {
    return await load();
  } catch (fault) {
    const [address] = /https?:\S+?\.js/.exec(String(fault)) ?? [];
    if (address === undefined) throw fault;
    // Without an address in it: whoever fetches this with something else does not take it for that.
    return (await import(/* @vite-ignore */ `${address}?${++times}`).catch(() => Promise.reject(new Error('not fetched')))) as Part;
  }
}

/** Each try has an address of its own. */
let times = 0;
