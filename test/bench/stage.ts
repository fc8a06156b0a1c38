// Where the benches run: the sandbox and a real Chromium with the shipped build, vault made, account connected, all sites
// allowed, by the clicks of the tour. Leans on the tour and the drivers; changes nothing in the product and adds nothing to it.
import { type ChromiumDriver, launchChromium } from '../e2e/drivers/chromium.ts';
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts';
import { allowSites, connectAliaskit, createVault, type Journey, meetWelcome } from '../tour/journey.ts';

/** What a bench may choose. */
export interface Setting {
  /** Folder of the built extension. */
  extension: string;
  /** Says what goes on, for a person who waits. */
  tell(line: string): void;
}

export interface Stage {
  browser: ChromiumDriver;
  sandbox: Sandbox;
  journey: Journey;
  /** One call of the product's own contract, from our options page. Throws with the error's code. */
  ask<R>(call: string, args: unknown): Promise<R>;
}

type Wire = { ok?: unknown; err?: { code: string } };

/** What of the extension's own page is used here. */
interface OwnPage {
  chrome: { runtime: { sendMessage(message: unknown): Promise<Wire> } };
}

/**
 * Runs `work` on a fresh stage and takes it down again.
 * @param connect the clicks of the second step, in which an account is connected
 */
export async function onStage<R>(
  setting: Setting,
  work: (stage: Stage) => Promise<R>,
  connect: (journey: Journey, sandbox: Sandbox) => Promise<void> = (journey) => connectAliaskit(journey),
): Promise<R> {
  const sandbox = await startSandbox({ seed: 'bench', rateLimit: null });
  try {
    const browser = await launchChromium({ extension: setting.extension });
    try {
      const journey = await meetWelcome(browser, sandbox.json);
      await createVault(journey);
      await connect(journey, sandbox);
      await allowSites(journey);
      const ask = async <T>(call: string, args: unknown): Promise<T> => {
        const answer = await journey.options.evaluate(
          (message) => (globalThis as unknown as OwnPage).chrome.runtime.sendMessage(message),
          { call, args },
        );
        if (answer?.err) throw new Error(`${call}: ${answer.err.code}`);
        return answer.ok as T;
      };
      return await work({ browser, sandbox, journey, ask });
    } finally {
      await browser.close();
    }
  } finally {
    await sandbox.close();
  }
}
