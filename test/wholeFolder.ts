import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';

/**
 * A folder that is filled once for all processes, and that none of them sees half filled: whoever misses it fills one of its own beside it, which takes the
 * name when it is whole. Where another was faster, its folder counts. What `fill` throws is thrown, and leaves nothing behind.
 */
export async function wholeFolder(folder: string, fill: (own: string) => Promise<unknown>): Promise<string> {
  if (existsSync(folder)) return folder;
  const own = mkdtempSync(`${folder}-`);
  try {
    await fill(own);
    if (!existsSync(folder)) renameSync(own, folder);
  } catch (error) {
    // Between the look and the new name another may have taken it.
    if (!existsSync(folder)) throw error;
  } finally {
    rmSync(own, { recursive: true, force: true });
  }
  return folder;
}
