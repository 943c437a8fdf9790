import { MediaQuery } from 'svelte/reactivity';

/** Whether the answer stands above the inputs and not beside them: on a phone. The same width as in the style sheets. */
export const narrow = new MediaQuery('max-width: 61.99rem');
