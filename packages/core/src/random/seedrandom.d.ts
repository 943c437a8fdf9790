/** Of the generators that the library has, the one that seeds are read by; the others are in its index. */
declare module 'seedrandom/seedrandom.js' {
  export { default } from 'seedrandom';
}
