const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or folder',
  ENOTDIR: 'a part of its path is not a folder',
  EISDIR: 'it is a folder',
  EACCES: 'not allowed',
  EPERM: 'not allowed',
  EROFS: 'its disk cannot be written to',
  ENOSPC: 'no room is left',
  EDQUOT: 'no room is left',
  ENXIO: 'nobody reads it',
  EPIPE: 'nobody reads it any more',
  ELOOP: 'its links go round in a circle',
  ENAMETOOLONG: 'its name is too long',
};

/** Why a file could not be read or written, without codes and names that only the system knows. */
export function fileReason(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  // Node says "CODE: reason, call 'path'".
  return reasons[code ?? ''] ?? message.replace(/^[A-Z]\w+: /, '').replace(/, \w+( '.*')?$/s, '');
}
