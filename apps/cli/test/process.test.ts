import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { bin, requireBuilt } from './built.ts';
import { fixtures } from './percall.ts';

const small = path.join(fixtures, 'small.yaml');

describe('the process', () => {
  beforeAll(requireBuilt);

  it('ends with the exit codes of the program, and says the same bytes twice and on any number of threads', () => {
    // Sixteen chunks of eight: more than five threads are given at first.
    const run = (...flags: string[]) =>
      spawnSync(process.execPath, [bin, 'run', small, '--format', 'json', '--replications', '128', ...flags], { encoding: 'utf8' });
    const { status, stdout, stderr } = run();
    expect([status, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout)).toMatchObject({ schemaVersion: 1, seed: 'small', replications: 128 });
    for (const workers of ['0', '1', '5']) expect(run('--workers', workers)).toMatchObject({ status: 0, stderr: '', stdout });
    expect(spawnSync(process.execPath, [bin, 'run', 'absent.yaml']).status).toBe(2);
  });

  it('reads stdin', () => {
    const { status, stdout } = spawnSync(process.execPath, [bin, 'check', '-'], { input: readFileSync(small), encoding: 'utf8' });
    expect([status, stdout]).toEqual([0, 'Small line: valid, 1 variant\n']);
  });

  it.each([[[]], [['--workers', '0']], [['--workers', '3']]])('ends with 130 on Ctrl-C, and no file is there: %j', async (workers) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'percall-'));
    // Far more replications than a test has patience for, and no power of two: the warning says that the run is about to start.
    const flags = ['--replications', '1048568', '--format', 'csv', '--out', 'rows.csv', ...workers];
    const child = spawn(process.execPath, [bin, 'run', small, ...flags], { cwd: folder });
    let out = '';
    child.stdout.on('data', (data: Buffer) => (out += data.toString()));
    await new Promise((resolve) => child.stderr.once('data', resolve));
    child.kill('SIGINT');
    const code = await new Promise((resolve) => child.on('exit', resolve));
    expect([code, out]).toEqual([130, '']);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('killed in the middle of a shard leaves no file, and run again gives the bytes of one that was left alone', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'percall-'));
    const shard = (file: string) => [
      bin,
      'run',
      small,
      '--shard',
      '2/3',
      '--floor',
      'erlang',
      '--replications',
      '6144',
      '--workers',
      '0',
      '--out',
      file,
    ];
    const child = spawn(process.execPath, shard('killed.json'), { cwd: folder });
    // Its first words are said when it begins to run, which takes it a second and more.
    await new Promise((resolve) => child.stderr.once('data', resolve));
    await new Promise((resolve) => setTimeout(resolve, 200));
    child.kill('SIGKILL');
    expect(await new Promise((resolve) => child.on('exit', (_, signal) => resolve(signal)))).toBe('SIGKILL');
    expect(readdirSync(folder)).toEqual([]);
    for (const file of ['killed.json', 'alone.json'])
      expect(spawnSync(process.execPath, shard(file), { cwd: folder, encoding: 'utf8' })).toMatchObject({ status: 0, stdout: '' });
    expect(readdirSync(folder)).toEqual(['alone.json', 'killed.json']);
    expect(readFileSync(path.join(folder, 'killed.json')).equals(readFileSync(path.join(folder, 'alone.json')))).toBe(true);
  });

  it('ends with 130 on Ctrl-C while it waits for stdin', async () => {
    const child = spawn(process.execPath, [bin, 'check', '-']);
    // More than a pipe holds: once it is gone, the command is reading, and waits for the rest.
    await new Promise((resolve) => child.stdin.write('#'.repeat(1_000_000), resolve));
    child.kill('SIGINT');
    expect(await new Promise((resolve) => child.on('exit', resolve))).toBe(130);
  });

  it('is done when its reader is', () => {
    const { status, stderr } = spawnSync('sh', ['-c', `"${process.execPath}" "${bin}" schema | head -1`], { encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
  });

  it.each(['schema', `run "${small}" --quiet`])('%s ends with 2 and one sentence where stdout takes no more', (command) => {
    const { status, stderr } = spawnSync('sh', ['-c', `"${process.execPath}" "${bin}" ${command} >/dev/full`], { encoding: 'utf8' });
    expect([status, stderr]).toEqual([2, 'error: cannot write to stdout: no room is left\n']);
  });

  it('goes on where nobody reads stderr', () => {
    const { status, stdout } = spawnSync(
      'sh',
      ['-c', `"${process.execPath}" "${bin}" run "${small}" --format csv --replications 72 2>/dev/full`],
      {
        encoding: 'utf8',
      },
    );
    expect(status).toBe(0);
    expect(stdout).toMatch(/^scenario,period,/);
  });
});
