import { inFirefox } from './firefox.ts';
import { inJavaScriptCore } from './javaScriptCore.ts';
import { sameBitsIn } from './sameBits.ts';

sameBitsIn('Firefox', inFirefox);
sameBitsIn('JavaScriptCore', inJavaScriptCore);
