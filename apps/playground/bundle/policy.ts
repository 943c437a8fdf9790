import type { Plugin } from 'vite';

/**
 * What the page may do, as a content security policy: run, fetch and show what comes from its own address, and nothing else. No inline script, no inline
 * style, no eval; forms and frames lead nowhere.
 */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** The policy in the built page, before anything that it holds for. The development server writes styles and scripts into the page, so it has none. */
export const contentPolicy = (): Plugin => ({
  name: 'percall-policy',
  apply: 'build',
  transformIndexHtml: () => [
    { tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content: policy }, injectTo: 'head-prepend' },
  ],
});
