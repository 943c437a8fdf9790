/** Plays through a stretch of seconds at some multiple of their own pace. Runs while it is played, by the screen's frames. */
export class Player {
  seconds = $state(0);
  isPlaying = $state(false);
  /** Seconds shown in a second. */
  speed = $state(60);
  #length = 0;
  #frame = 0;

  /** From the beginning. */
  load(length: number, plays: boolean): void {
    this.pause();
    this.#length = length;
    this.seconds = 0;
    if (plays) this.play();
  }

  play(): void {
    if (this.isPlaying || this.#length === 0) return;
    if (this.seconds >= this.#length) this.seconds = 0;
    this.isPlaying = true;
    let before = performance.now();
    const next = (now: number): void => {
      this.seconds = Math.min(this.#length, this.seconds + (Math.max(0, now - before) / 1000) * this.speed);
      before = now;
      if (this.seconds >= this.#length) this.isPlaying = false;
      else this.#frame = requestAnimationFrame(next);
    };
    this.#frame = requestAnimationFrame(next);
  }

  pause(): void {
    cancelAnimationFrame(this.#frame);
    this.isPlaying = false;
  }

  /** Goes to a moment and stays there. */
  goTo(seconds: number): void {
    this.pause();
    this.seconds = Math.min(this.#length, Math.max(0, seconds));
  }
}
