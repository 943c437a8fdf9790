const lists: (readonly number[])[] = [];

/** A list of one queue, always the same. */
export const only = (queue: number): readonly number[] => (lists[queue] ??= [queue]);
