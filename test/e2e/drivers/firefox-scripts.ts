// Sources that run inside Firefox with system rights, for the page driver. They are text because they use the browser's own
// globals, which no type of ours describes. Leans on Marionette's page actor; holds no state.

/** A tab by its browser id (navigation may replace its browsing context), or a frame by its browsing context. */
export type Place = { tab: number } | { frame: number };

/** Expression: the browsing context of `arguments[0]`, a {@link Place}; null or undefined when it is gone. */
export const CONTEXT = `(arguments[0].tab
  ? BrowsingContext.getCurrentTopByBrowserId(arguments[0].tab)
  : BrowsingContext.get(arguments[0].frame))`;

/** Expression: Marionette's actor for the document of `arguments[0]`. */
export const ACTOR = `${CONTEXT}.currentWindowGlobal.getActor('MarionetteCommands')`;

/** What the actor's element commands want to know of the session. */
export const CAPABILITIES = `{ toJSON: () => ({
  'moz:accessibilityChecks': false,
  'moz:webdriverClick': true,
  strictFileInteractability: false,
}) }`;

/** Body of a function in the page: the first visible match in the document or any shadow root, closed ones too. */
export const FIND = `
  const [selector, text] = arguments;
  const roots = [document];
  for (const root of roots) {
    for (const element of root.querySelectorAll('*')) {
      if (element.openOrClosedShadowRoot && !element.isNativeAnonymous) roots.push(element.openOrClosedShadowRoot);
      if (!element.matches(selector) || !element.checkVisibility() || element.matches(':disabled')) continue;
      if (!text || element.textContent.includes(text)) return element;
    }
  }
  return null;`;

/** Opens the native context menu at `arguments[1]` {x, y} and activates the item labelled `arguments[2]`, in a submenu too. */
export const ACTIVATE_MENU_ITEM = `
  const [, box, label] = arguments;
  const shown = (menu) => new Promise((resolve) => menu.addEventListener('popupshown', resolve, { once: true }));
  const menu = document.getElementById('contentAreaContextMenu');
  const opening = shown(menu);
  const eventData = { type: 'contextmenu', button: 2 };
  await ${ACTOR}.dispatchEvent('synthesizeMouseAtPoint', { ...box, eventData });
  await opening;
  const holds = (item) => item.label === label;
  for (const group of menu.querySelectorAll('menu')) {
    if (!group.id.includes('-menuitem-') || ![...group.querySelectorAll('menuitem')].some(holds)) continue;
    const opened = shown(group.menupopup);
    group.openMenu(true);
    await opened;
  }
  const items = [...menu.querySelectorAll('menuitem')].filter((item) => !item.hidden);
  const item = items.find(holds);
  if (!item) {
    menu.hidePopup();
    throw new Error('no item “' + label + '” among: ' + items.map((each) => each.label).join(', '));
  }
  item.parentNode.activateItem(item);`;

/** What Firefox says when the document of a click is gone before the click is answered. */
export const LED_AWAY = /destroyed before query '[^']*clickElement' was resolved/;
