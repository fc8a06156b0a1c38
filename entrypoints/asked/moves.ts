// Which check a document's address names, followed where the page shows another one without loading: a page that is one program does so.
// Leans on the Navigation API, and on changes of the document where a browser has none; believes no address, the background judges it.

/** What a panel was shown for, or would be: the check's id, and whether it is the page on which a consent is taken back. */
export function namedHere(): string {
  const [, id = '', rest = ''] = /\/(vs_\w+)(\/privacy\/?$)?/.exec(location.pathname) ?? [];
  return rest === '' ? id : `${id}/privacy`;
}

/** Calls `then` whenever `namedHere` says something else. */
export function followMoves(then: () => void, signal: AbortSignal): void {
  let named = namedHere();
  const look = () => {
    if (namedHere() === named) return;
    named = namedHere();
    then();
  };
  const { navigation } = window as { navigation?: EventTarget };
  navigation?.addEventListener('currententrychange', look, { signal });
  if (navigation) return;
  addEventListener('popstate', look, { signal });
  const changes = new MutationObserver(look);
  changes.observe(document, { subtree: true, childList: true });
  signal.addEventListener('abort', () => changes.disconnect(), { once: true });
}
