// The log of requests, so that a test can assert what was asked, how often and when. Holds no body, and of the
// Authorization header only that there was one: keys never rest in a log.
export interface Entry {
  /** Counts up from 1, also over a clear. */
  id: number;
  /** Real time, milliseconds. */
  at: number;
  method: string;
  host: string;
  path: string;
  query: string;
  headers: Record<string, string>;
  /** Null while unanswered, and for dropped connections. */
  status: number | null;
  /** Milliseconds until the answer's head; null as status. */
  took: number | null;
}

export interface Journal {
  note(request: Request): Entry;
  list(): readonly Entry[];
  clear(): void;
}

const ENTRIES_KEPT = 5000;
const SECRET_HEADERS: ReadonlySet<string> = new Set(['authorization', 'cookie', 'proxy-authorization']);

export function createJournal(): Journal {
  const entries: Entry[] = [];
  let last = 0;
  return {
    note(request) {
      const url = new URL(request.url);
      const headers = [...request.headers].map(([name, value]) =>
        SECRET_HEADERS.has(name) ? [name, '(removed)'] : [name, value],
      );
      last += 1;
      const entry: Entry = {
        id: last,
        at: Date.now(),
        method: request.method,
        host: url.hostname,
        path: url.pathname,
        query: url.search,
        headers: Object.fromEntries(headers),
        status: null,
        took: null,
      };
      entries.push(entry);
      if (entries.length > ENTRIES_KEPT) entries.shift();
      return entry;
    },
    list: () => entries,
    clear: () => {
      entries.length = 0;
    },
  };
}
