// Installs Debian packages for the tests, only as root on a system that has apt-get. Leans on apt-get;
// asks no questions, never uses sudo, and tolerates failure: the caller then says what is missing.
import { execFile } from 'node:child_process';
import { access } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);
const APT = '/usr/bin/apt-get';

/** @returns whether packages can be installed here without asking anybody. */
export async function isRootOnDebian(): Promise<boolean> {
  if (process.getuid?.() !== 0) return false;
  return access(APT).then(
    () => true,
    () => false,
  );
}

/**
 * Installs packages without recommendations.
 * @param tell hears what is done and why it failed
 * @returns whether apt-get succeeded
 */
export async function installApt(
  packages: readonly string[],
  tell: (line: string) => void,
): Promise<boolean> {
  if (!(await isRootOnDebian())) return false;
  const options = {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    timeout: 600_000,
    maxBuffer: 1 << 26,
  };
  tell(`apt-get install ${packages.join(' ')} …`);
  try {
    await run(APT, ['update', '-q'], options);
    await run(APT, ['install', '-y', '-q', '--no-install-recommends', ...packages], options);
    return true;
  } catch (error) {
    tell(
      `apt-get failed: ${error instanceof Error ? error.message.trim().split('\n').at(-1) : String(error)}`,
    );
    return false;
  }
}
