import { getContext } from 'svelte';
import type { Session } from '@percall/runner';

/** Where a part of the page gets a session with workers of its own, so that it does not end the answers of the page. Whoever asks for one closes it. */
export const searchSessionKey = Symbol('search session');
export const useSearchSession = (): (() => Promise<Session>) => getContext<() => Promise<Session>>(searchSessionKey);
