import { inChromium } from './chromium.ts';
import { inNode } from './node.ts';
import { sameBitsIn } from './sameBits.ts';

sameBitsIn('Node', inNode, { records: true });
sameBitsIn('Chromium', inChromium);
