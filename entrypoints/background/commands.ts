// The two keyboard commands. Leans on quick-fill; a command brings `activeTab`, so it works without site access.
import { fireAndForget } from '../../lib/report.ts';
import { quickFill, type Wish } from './quick-fill.ts';

const COMMANDS: Readonly<Record<string, Wish | undefined>> = {
  'fill-address': 'address',
  'fill-code': 'code',
};

export function runCommand(name: string): void {
  const wish = COMMANDS[name];
  if (wish) fireAndForget(quickFill(wish, false), name);
}
