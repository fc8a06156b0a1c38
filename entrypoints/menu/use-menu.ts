// The state of one menu: what the background answered, what is under way, how it ended. Leans on MenuCalls; draws nothing,
// and lets no choice through that its witness has not judged.
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { AppError, toWire, type WireError } from '../../lib/error.ts';
import type { RuleMeaning } from '../../lib/field-rule.ts';
import { type MessageKey, t } from '../../lib/i18n.ts';
import { type Ask, onChanged } from '../../lib/messages/client.ts';
import type { ChangeArea, Escalation, MenuCalls, ReplyOf } from '../../lib/messages/contract.ts';
import type { MenuChoice, MenuResult, MenuView } from '../../lib/messages/views.ts';
import { fireAndForget } from '../../lib/report.ts';
import { copyText } from './copy.ts';
import { outline, TIERS, typedValue } from './sections.ts';
import type { Tier, Witness } from './seen.ts';

/** Milliseconds a good receipt stays: long enough to read it and to undo. */
const RECEIPT_TIME = 10_000;

/** What became of the address, by whether the field was put back. */
const TAKEN_BACK: Record<
  ReplyOf<MenuCalls['menu.undo']>['address'],
  Record<'restored' | 'left', MessageKey>
> = {
  kept: { restored: 'menuUndone', left: 'menuUndoTooLate' },
  discarded: { restored: 'menuDiscarded', left: 'menuDiscardedOnly' },
  off: { restored: 'menuSwitchedOff', left: 'menuSwitchedOffOnly' },
};

export interface Receipt {
  result: MenuResult;
  /** What could not be typed, ready to be copied; null where it was typed, or is not known here. */
  copy: string | null;
}

export interface MenuState {
  view: MenuView | null;
  trouble: WireError | null;
  /** The choice under way. */
  busy: MenuChoice | null;
  receipt: Receipt | null;
  /** A passing sentence: "look, then click again", "copied", "quiet for an hour". */
  note: string | null;
  choose(choice: MenuChoice, event: Event): void;
  /** Opens the link of a message in this tab. */
  follow(messageId: string, event: Event): void;
  undo(): void;
  copy(text: string): void;
  mute(until: 'hour' | 'always'): void;
  rule(means: RuleMeaning): void;
  escalate(to: Escalation): void;
  refresh(): void;
  close(refocus: boolean): void;
}

export interface MenuProps {
  ask: Ask<MenuCalls>;
  /** Spends the ticket. */
  open: () => Promise<MenuView>;
  witness: Witness;
  signal: AbortSignal;
}

const SHOWN: ReadonlySet<ChangeArea> = new Set(['vault', 'accounts', 'addresses', 'totp', 'codes', 'inbox']);

export function useMenu({ ask, open, witness, signal }: MenuProps): MenuState {
  const [view, setView] = useState<MenuView | null>(null);
  const [trouble, setTrouble] = useState<WireError | null>(null);
  const [busy, setBusy] = useState<MenuChoice | null>(null);
  const [receipt, setReceipt] = useState<Receipt | null>(null);
  const [note, setNote] = useState<string | null>(null);
  const shown = useRef('');

  const show = useCallback(
    (next: MenuView) => {
      const now = outline(next);
      if (now !== shown.current) witness.restart(performance.now());
      shown.current = now;
      setView(next);
      setTrouble(null);
    },
    [witness],
  );
  const fail = useCallback((error: unknown) => {
    const wire = toWire(error);
    if (wire.code === 'not-visible' && wire.detail.what === 'restless') setNote(t('menuTooSoon'));
    else setTrouble(wire);
  }, []);
  const refresh = useCallback(() => {
    fireAndForget(ask('menu.view', {}).then(show, fail), 'menu.view');
  }, [ask, show, fail]);

  useEffect(() => {
    fireAndForget(open().then(show, fail), 'menu.open');
    onChanged((areas) => {
      if (areas.some((area) => SHOWN.has(area))) refresh();
    }, signal);
  }, [open, show, fail, refresh, signal]);

  const close = useCallback(
    (refocus: boolean) => fireAndForget(ask('menu.frame', { close: true, refocus }), 'menu.frame'),
    [ask],
  );

  useEffect(() => {
    const outcome = receipt?.result.outcome.kind;
    if (outcome !== 'filled' && outcome !== 'moved-on') return undefined;
    // The rest of the identity waits to be chosen.
    if (receipt?.result.persona) return undefined;
    const timer = setTimeout(() => close(false), RECEIPT_TIME);
    return () => clearTimeout(timer);
  }, [receipt, close]);

  /** @returns whether the click may count; what it lacks is said. */
  const mayGo = (tier: Tier, event: Event): boolean => {
    const verdict = witness.judge(tier, event.isTrusted, performance.now());
    if (verdict === 'too-soon') setNote(t('menuTooSoon'));
    if (verdict === 'hidden') fail(new AppError('not-visible'));
    if (verdict !== 'seen') return false;
    setNote(null);
    setTrouble(null);
    return true;
  };

  const choose = (choice: MenuChoice, event: Event) => {
    if (busy || !view || !mayGo(TIERS[choice.kind], event)) return;
    setBusy(choice);
    const done = (result: MenuResult) => {
      const typed = result.outcome.kind === 'filled' || result.outcome.kind === 'moved-on';
      setReceipt({ result, copy: typed ? null : typedValue(view, choice, result.email) });
    };
    fireAndForget(
      ask('menu.choose', choice)
        .then(done, fail)
        .finally(() => setBusy(null)),
      'menu.choose',
    );
  };

  /** Runs a small call whose only result is a sentence. */
  const say = (call: Promise<unknown>, words: string, then?: () => void) => {
    const done = () => {
      setNote(words);
      then?.();
    };
    fireAndForget(call.then(done, fail), 'menu.say');
  };

  return {
    view,
    trouble,
    busy,
    receipt,
    note,
    choose,
    follow(messageId, event) {
      if (!busy && mayGo(2, event)) say(ask('menu.follow', { messageId }), t('menuOpening'));
    },
    refresh,
    close,
    undo() {
      const done = ({ restored, address }: ReplyOf<MenuCalls['menu.undo']>) => {
        setNote(t(TAKEN_BACK[address][restored ? 'restored' : 'left']));
        setReceipt(null);
        refresh();
      };
      fireAndForget(ask('menu.undo', {}).then(done, fail), 'menu.undo');
    },
    copy(text) {
      fireAndForget(
        copyText(text).then((taken) => setNote(taken ? t('menuCopied') : t('menuCopyFailed'))),
        'menu.copy',
      );
    },
    mute(until) {
      say(ask('menu.mute', { until }), until === 'hour' ? t('menuMutedHour') : t('menuMutedAlways'));
    },
    rule(means) {
      say(ask('menu.rule', { means }), t('menuRuled'));
    },
    escalate(to) {
      fireAndForget(
        ask('menu.escalate', to).then(() => close(false), fail),
        'menu.escalate',
      );
    },
  };
}
