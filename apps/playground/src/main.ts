import './look/tokens.css';
import './look/base.css';
import { mount, untrack } from 'svelte';
import deskFile from 'virtual:worker/desk';
import App from './App.svelte';
import { webDesk } from './desk/webDesk.ts';
import { Offline, offlineKey } from './offline/offline.svelte.ts';
import { Answers } from './state/answers.svelte.ts';
import { firstCentre } from './state/centres.ts';
import { Gesture, gestureKey } from './state/gesture.svelte.ts';
import { askFrame, painted } from './state/frames.ts';
import { LateCheck } from './state/lateCheck.ts';
import { linkIn } from './state/linkIn.ts';
import { Playground, playgroundKey } from './state/playground.svelte.ts';
import { Preferences, preferencesKey } from './state/preferences.svelte.ts';
import { Pins, pinsKey } from './state/pins.svelte.ts';
import { isAnythingSaved, noStore, type Store } from './state/savedWork.ts';

/** Local storage, or a store that forgets where the browser forbids it. */
function store(): Store {
  try {
    localStorage.getItem('');
    return localStorage;
  } catch {
    return noStore();
  }
}

const gesture = new Gesture();
// Before all else: it reads what it needs while the page is being put together.
const answers = new Answers(
  webDesk(() => new Worker(deskFile, { type: 'module', name: 'percall desk' })),
  painted,
  () => untrack(() => gesture.active),
);
const kept = store();
const preferences = new Preferences(kept, navigator.languages);
// The first words and the first centre are in the reader's language; English is here already.
await preferences.ready;

// A link that cannot be read today, for want of a network, stays in the address: a reload may read it.
const link = await linkIn(location.hash).catch(() => undefined);
const late = new LateCheck();
if (isAnythingSaved(kept)) await late.fetch();
const playground = new Playground(answers, late, kept, await firstCentre(preferences.language), link ?? null);

// The state is kept in the browser; a link in the address bar would go stale with the first edit.
const forgetLink = (): void => {
  if (location.hash.includes('s=')) history.replaceState(null, '', location.pathname + location.search);
};
if (link === undefined) playground.say({ kind: 'notFetched' });
else forgetLink();
async function openAddress(): Promise<void> {
  try {
    const next = await playground.toMake(linkIn(location.hash));
    if (next !== null) playground.openLink(next);
    forgetLink();
  } catch {
    playground.say({ kind: 'notFetched' });
  }
}
addEventListener('hashchange', () => void openAddress());

for (const kind of ['keydown', 'input', 'click']) addEventListener(kind, askFrame, { capture: true });

for (const kind of ['pagehide', 'visibilitychange']) addEventListener(kind, () => playground.saveRest());

// Of other tabs: this one's own writing gives no event.
addEventListener('storage', ({ key }) => void playground.hear(key).catch(() => {}));

mount(App, {
  target: document.getElementById('app')!,
  context: new Map<symbol, unknown>([
    [playgroundKey, playground],
    [preferencesKey, preferences],
    [gestureKey, gesture],
    [offlineKey, new Offline(answers)],
    [pinsKey, new Pins(kept)],
  ]),
});
