import { getContext } from 'svelte';

/** Whether a slider is being moved: what may jump about (axes) waits until it is let go. */
export class Gesture {
  active = $state(false);
  /** Whether it is moved by a thumb under the hand, whose next place comes within a frame, and not by a key. */
  isDrag = false;
  #count = 0;

  /** A name for one drag or one run of key presses, under which its steps are one step for undo. */
  begin(what: string, isDrag = false): string {
    this.active = true;
    this.isDrag = isDrag;
    this.#count += 1;
    return `${what} ${this.#count}`;
  }

  end(): void {
    this.active = false;
    this.isDrag = false;
  }
}

/** Where components find it: given to the page when it is mounted. */
export const gestureKey = Symbol('Gesture');
export const useGesture = (): Gesture => getContext<Gesture>(gestureKey);
