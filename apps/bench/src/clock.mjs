/** CPU seconds of this process, all threads: less moved by neighbours than the time on the wall. */
export function cpuSeconds() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** Runs `work` and says how long it took on the wall and on the CPU, in seconds. */
export function timed(work) {
  const wall = performance.now();
  const cpu = cpuSeconds();
  const result = work();
  return { result, wallSeconds: (performance.now() - wall) / 1000, cpuSeconds: cpuSeconds() - cpu };
}
