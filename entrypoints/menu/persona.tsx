// An identity beside the form that asks for it: every value is seen and chosen before it is filled, what a field holds already stays
// unless it is chosen, and how it ended is said part by part. Leans on tools.ts; lets no click through that the witness has not judged.
import { useContext, useEffect, useRef, useState } from 'preact/hooks';
import { partValue, partWords } from '../../components/words/persona.ts';
import { AppError, toWire, type WireError } from '../../lib/error.ts';
import { t, tn } from '../../lib/i18n.ts';
import type { PersonaReceipt, PersonaView } from '../../lib/messages/persona.ts';
import type { MenuAddress } from '../../lib/messages/views.ts';
import type { PersonaPart } from '../../lib/persona-part.ts';
import { fireAndForget } from '../../lib/report.ts';
import { PersonaEnd, PersonaTrouble } from './persona-end.tsx';
import { Email, Row } from './row.tsx';
import { Tools } from './tools.ts';
import type { MenuState } from './use-menu.ts';

/** The way to the whole identity, beside the row of its address. */
export function PersonaRow({
  address,
  menu,
  children,
}: {
  address: MenuAddress;
  menu: MenuState;
  children: preact.VNode;
}) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <div class="pair">
        {children}
        <Row
          plain
          expanded={open}
          label={t('menuPersonaTitle', address.email)}
          onChoose={() => setOpen(!open)}
        >
          {t('menuPersona')}
        </Row>
      </div>
      {open && <PersonaPanel id={address.id} menu={menu} />}
    </>
  );
}

/** An identity used here, for a field that takes no address. */
export function PersonaOnly({ address, menu }: { address: MenuAddress; menu: MenuState }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Row icon="fill" expanded={open} onChoose={() => setOpen(!open)}>
        <span class="lead">{t('menuPersonaUse', address.account)}</span>
        <Email email={address.email} />
      </Row>
      {open && <PersonaPanel id={address.id} menu={menu} />}
    </>
  );
}

/** How long a good end stays to be read. */
const END_TIME = 10_000;

/** @param after its address was filled a moment ago: that stands there by our own doing */
export function PersonaPanel({ id, menu, after }: { id: string; menu: MenuState; after?: boolean }) {
  const tools = useContext(Tools);
  const [view, setView] = useState<PersonaView | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<PersonaPart>>(new Set());
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<WireError | null>(null);
  const [soon, setSoon] = useState(false);
  const [end, setEnd] = useState<PersonaReceipt | null>(null);
  useEffect(() => {
    if (!tools) return;
    const shown = (found: PersonaView) => {
      const next = after ? withoutAddress(found) : found;
      // What stands under the pointer is new.
      tools.witness.restart(performance.now());
      setView(next);
      setChosen(new Set(next.parts.filter(({ taken }) => !taken).map(({ part }) => part)));
    };
    fireAndForget(
      tools.ask('menu.persona', { id }).then(shown, (error) => setTrouble(toWire(error))),
      'menu.persona',
    );
  }, [tools, id, after]);
  // The way back stands below, as for every fill; when it was taken, the choice is open again.
  const undo = menu.view?.undo ?? null;
  const hadUndo = useRef(false);
  useEffect(() => {
    if (end && hadUndo.current && undo === null) setEnd(null);
    hadUndo.current = undo !== null;
  }, [end, undo]);
  const { close } = menu;
  useEffect(() => {
    if (!end || end.failed.length > 0) return undefined;
    const timer = setTimeout(() => close(false), END_TIME);
    return () => clearTimeout(timer);
  }, [end, close]);

  const fill = (event: Event) => {
    if (busy || !tools || !view) return;
    const verdict = tools.witness.judge(2, event.isTrusted, performance.now());
    if (verdict === 'untrusted') return;
    setSoon(verdict === 'too-soon');
    if (verdict === 'too-soon') return;
    if (verdict === 'hidden') return setTrouble(toWire(new AppError('not-visible')));
    setBusy(true);
    setTrouble(null);
    const failed = (error: unknown) => {
      const wire = toWire(error);
      if (wire.code === 'not-visible' && wire.detail.what === 'restless') setSoon(true);
      else setTrouble(wire);
    };
    fireAndForget(
      tools
        .ask('menu.assume', { id, parts: view.parts.flatMap(({ part }) => (chosen.has(part) ? [part] : [])) })
        .then(setEnd, failed)
        .finally(() => setBusy(false)),
      'menu.assume',
    );
  };

  if (end && view) return <PersonaEnd end={end} view={view} menu={menu} />;
  return (
    <fieldset class="persona" aria-label={t('menuPersonaTitle', view?.name ?? '')}>
      {trouble && <PersonaTrouble trouble={trouble} />}
      {!view && !trouble && <p class="still">{t('menuLoading')}</p>}
      {view?.parts.map(({ part, value, taken }) => (
        <Part
          key={part}
          name={partWords(part)}
          value={partValue(part, value)}
          taken={taken}
          on={chosen.has(part)}
          onFlip={() => setChosen(flipped(chosen, part))}
        />
      ))}
      {view && (
        <Row disabled={busy || chosen.size === 0} onChoose={fill}>
          <span class="go">{busy ? t('menuFilling') : tn('menuPersonaFill', chosen.size)}</span>
        </Row>
      )}
      <p class="note" role="status">
        {soon ? t('menuTooSoon') : ''}
      </p>
    </fieldset>
  );
}

/** Only a box that asks for the address once more is left of it. */
const withoutAddress = (view: PersonaView): PersonaView => ({
  ...view,
  parts: view.parts
    .filter(({ part, empty }) => part !== 'email' || empty)
    .map((state) => (state.part === 'email' ? { ...state, taken: false } : state)),
});

interface PartProps {
  name: string;
  value: string;
  taken: boolean;
  on: boolean;
  onFlip: () => void;
}

function Part({ name, value, taken, on, onFlip }: PartProps) {
  return (
    <Row picks="checkbox" checked={on} onChoose={(event) => event.isTrusted && onFlip()}>
      <span>
        <small>{name}</small>
        <bdi>{value}</bdi>
        {taken && <small class="warning">{t('menuPersonaTaken')}</small>}
      </span>
    </Row>
  );
}

function flipped(chosen: ReadonlySet<PersonaPart>, part: PersonaPart): Set<PersonaPart> {
  const next = new Set(chosen);
  if (!next.delete(part)) next.add(part);
  return next;
}
