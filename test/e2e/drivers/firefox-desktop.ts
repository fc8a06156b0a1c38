// A desktop for notifications of a headless Firefox, which has none and drops each at once: they stand here with their words until they are
// closed, and can be pressed. Leans on the driver's privileged scripts; takes the place of the system's service alone.
import type { FirefoxDriver } from './firefox-driver.ts';

export interface StandingNotice {
  name: string;
  title: string;
  text: string;
}

const DESK = 'window.monikerDesk';

/** From now on the browser's notifications stand on this desktop. */
export async function standForDesktop({ chrome }: Pick<FirefoxDriver, 'chrome'>): Promise<void> {
  await chrome(`
    const standing = (${DESK} = new Map());
    const service = {
      QueryInterface: ChromeUtils.generateQI(['nsIAlertsService']),
      showAlert(alert, listener) {
        const { name, title, text } = alert;
        standing.set(name, { name, title, text, listener });
        listener?.observe(null, 'alertshow', '');
      },
      closeAlert(name) {
        const { listener } = standing.get(name) ?? {};
        if (standing.delete(name)) listener?.observe(null, 'alertfinished', '');
      },
    };
    Components.manager.QueryInterface(Ci.nsIComponentRegistrar).registerFactory(
      Services.uuid.generateUUID(), 'desktop', '@mozilla.org/alerts-service;1',
      { QueryInterface: ChromeUtils.generateQI(['nsIFactory']), createInstance: (iid) => service.QueryInterface(iid) },
    );`);
}

export function standingNotices({ chrome }: Pick<FirefoxDriver, 'chrome'>): Promise<StandingNotice[]> {
  return chrome(`return [...${DESK}.values()].map(({ name, title, text }) => ({ name, title, text }));`);
}

/** A person's click on it. */
export async function pressNotice({ chrome }: Pick<FirefoxDriver, 'chrome'>, name: string): Promise<void> {
  await chrome(`${DESK}.get(arguments[0]).listener.observe(null, 'alertclickcallback', '');`, name);
}
