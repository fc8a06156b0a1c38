// The asking side of the contract: typed calls to the background, and the broadcast that something changed. Leans on
// the contract's types; decides nothing, and never answers a call itself.
import { AppError, fromWire } from '../error.ts';
import { browser } from '../platform.ts';
import type { Answer, ArgsOf, ChangeArea, ChangeEvent, Envelope, ReplyOf } from './contract.ts';

export type Ask<Calls> = <Name extends keyof Calls & string>(
  call: Name,
  args: ArgsOf<Calls[Name]>,
) => Promise<ReplyOf<Calls[Name]>>;

/**
 * @param repeatable calls that may be repeated without harm: a worker that died mid-call is asked once more, which starts its
 *   successor. `all` for callers all of whose calls are so.
 * @returns a function that asks the background one call of `Calls`. It throws the `AppError` the handler threw, and
 *   `AppError('bug')` when the background did not answer (its worker died mid-call, or the extension was replaced).
 */
export function askBackground<Calls>(repeatable: 'all' | readonly (keyof Calls)[] = []): Ask<Calls> {
  const send = (envelope: Envelope): Promise<unknown> => browser.runtime.sendMessage(envelope);
  return async (call, args) => {
    const envelope: Envelope = { call, args };
    const first = send(envelope);
    const again = repeatable === 'all' || repeatable.includes(call);
    const answer = await (again ? first.catch(() => send(envelope)) : first).catch((cause: unknown) => {
      throw new AppError('bug', { what: call }, { cause });
    });
    if (isAnswer<ReplyOf<Calls[typeof call]>>(answer)) {
      if ('ok' in answer) return answer.ok;
      throw fromWire(answer.err);
    }
    throw new AppError('bug', { what: call });
  };
}

function isAnswer<R>(value: unknown): value is Answer<R> {
  return typeof value === 'object' && value !== null && ('ok' in value || 'err' in value);
}

/** Calls `listener` with the areas that changed, until `signal` aborts. For our own pages only. */
export function onChanged(listener: (areas: readonly ChangeArea[]) => void, signal: AbortSignal): void {
  const hear = (message: unknown): undefined => {
    if (isChange(message)) listener(message.areas);
  };
  browser.runtime.onMessage.addListener(hear);
  // An update of the extension takes `runtime` itself away from a frame it leaves behind.
  const forget = () => browser.runtime?.onMessage?.removeListener(hear);
  signal.addEventListener('abort', forget, { once: true });
}

function isChange(message: unknown): message is ChangeEvent {
  return (
    typeof message === 'object' &&
    message !== null &&
    (message as Partial<ChangeEvent>).event === 'changed' &&
    Array.isArray((message as Partial<ChangeEvent>).areas)
  );
}
