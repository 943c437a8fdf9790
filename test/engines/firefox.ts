import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { installed } from './installed.ts';
import { patience, type Run } from './run.ts';

const firefox = () =>
  installed({
    what: 'Firefox',
    variable: 'PERCALL_FIREFOX',
    places: ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/snap/bin/firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'],
    debianPackage: 'firefox-esr',
  });

/** A profile that opens no page but ours, asks nothing, reports nothing, and stops no script for taking long. */
const preferences = {
  'browser.aboutwelcome.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'browser.startup.homepage_override.mstone': 'ignore',
  'datareporting.policy.dataSubmissionEnabled': false,
  'termsofuse.bypassNotification': true,
  'app.normandy.enabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'network.proxy.type': 0,
  'dom.max_script_run_time': 0,
};

/** The script runs while the page is read; what it leaves is posted, or else what it throws. */
const page = `<!doctype html>
<meta charset="utf-8" />
<title>Percall</title>
<link rel="icon" href="data:," />
<script>
  addEventListener('error', ({ message, lineno }) => fetch('/fault', { method: 'POST', body: message + ', line ' + lineno }));
</script>
<script src="/script.js"></script>
<script>
  fetch('/said', { method: 'POST', body: said });
</script>
`;

/** Firefox without a window, which opens a page of ours and is ended when the page has answered. No WebDriver is needed. */
export const inFirefox: Run = async (script) => {
  const program = firefox();
  const { answered, address, close } = await serve(script);
  const profile = mkdtempSync(path.join(tmpdir(), 'percall-firefox-'));
  const lines = Object.entries(preferences).map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`);
  writeFileSync(path.join(profile, 'user.js'), lines.join(''));
  const started = spawn(program, ['--headless', '--no-remote', '--profile', profile, address], {
    // Firefox refuses a home folder of another user, which root's may be.
    env: { ...process.env, HOME: profile },
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: patience,
  });
  // Both from the start: the end of what it says and the end of it come in either order.
  const ended = Promise.all([text(started.stderr), once(started, 'close')]).then(([complaints]) => complaints);
  const tooSoon = ended.then((complaints) => {
    throw new Error(`Firefox ended before its page answered: ${complaints}`);
  });
  try {
    return await Promise.race([answered, tooSoon]);
  } finally {
    started.kill('SIGKILL');
    await ended.catch(() => {});
    close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
};

/** A server on this machine for the page and the script; `answered` is what the page posts. */
async function serve(script: string) {
  const server = createServer();
  const answered = new Promise<string>((resolve, reject) => {
    const hear = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
      const body = await text(request);
      response.end();
      if (request.url === '/said') resolve(body);
      else reject(new Error(`The script failed in Firefox: ${body}`));
    };
    server.on('request', (request, response) => {
      if (request.method === 'POST') hear(request, response).catch(reject);
      else if (request.url === '/script.js') response.setHeader('Content-Type', 'text/javascript; charset=utf-8').end(script);
      else response.setHeader('Content-Type', 'text/html').end(page);
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    answered,
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
