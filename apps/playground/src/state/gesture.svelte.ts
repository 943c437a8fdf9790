import { getContext } from 'svelte';

/** Whether a slider is being moved, by hand or by keys: its next place may come within a frame, and what may jump about (axes) waits until it is let go. */
export class Gesture {
  active = $state(false);
  #count = 0;

  /** A name for one drag or one run of key presses, under which its steps are one step for undo. */
  begin(what: string): string {
    this.active = true;
    this.#count += 1;
    return `${what} ${this.#count}`;
  }

  end(): void {
    this.active = false;
  }
}

/** Where components find it: given to the page when it is mounted. */
export const gestureKey = Symbol('Gesture');
export const useGesture = (): Gesture => getContext<Gesture>(gestureKey);
