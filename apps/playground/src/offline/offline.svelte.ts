import { getContext } from 'svelte';
import type { Answers } from '../state/answers.svelte.ts';

/**
 * Keeps the page in the browser, so that it opens without a network, and says when a newer build is ready. Begins once the first answer stands: keeping files
 * is not what a first visitor waits for.
 */
export class Offline {
  /** A newer build is in the browser whole, and waits until this one is left or `takeOver` is called. */
  isNewer = $state(false);
  #waiting: ServiceWorker | null = null;

  constructor(answers: Answers) {
    if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
    const end = $effect.root(() => {
      $effect(() => {
        if (answers.phase.kind === 'computing') return;
        void this.#keep();
        queueMicrotask(() => end());
      });
    });
  }

  /** Has the newer build take over, and opens the page in it. Work is saved at every edit. */
  takeOver(): void {
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
    this.#waiting?.postMessage('takeOver');
  }

  async #keep(): Promise<void> {
    try {
      const registration = await navigator.serviceWorker.register('service-worker.js', {
        updateViaCache: 'none',
      });
      this.#look(registration);
      registration.addEventListener('updatefound', () =>
        registration.installing?.addEventListener('statechange', () => this.#look(registration)),
      );
    } catch {
      // A private window, or a host that forbids it: the page works as long as there is a network.
    }
  }

  /** The first build of all has nothing to take over from. */
  #look({ waiting }: ServiceWorkerRegistration): void {
    this.#waiting = waiting;
    this.isNewer = waiting !== null && navigator.serviceWorker.controller !== null;
  }
}

/** Where components find it: given to the page when it is mounted. */
export const offlineKey = Symbol('Offline');
export const useOffline = (): Offline => getContext<Offline>(offlineKey);
