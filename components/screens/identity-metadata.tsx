// What a service keeps with an identity beyond what it knows itself: named texts, changed one by one; whatever other programs put there
// stays. Leans on identities.change; Moniker's own members are shown nowhere, and other JSON is shown as it is.
import { useState } from 'preact/hooks';
import { t } from '../../lib/i18n.ts';
import { GROUP_MEMBER } from '../../lib/identity-group.ts';
import type { Address } from '../../lib/model.ts';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/text-field.tsx';
import { useToast } from '../parts/toast.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { ask, useAct } from '../state/ask.ts';
import { useDraft } from '../state/draft.ts';

/** The group has a field of its own; the mark is how a lost creation is found again. */
const OWN: ReadonlySet<string> = new Set([GROUP_MEMBER, 'moniker']);

export function IdentityMetadata({ address }: { address: Address }) {
  const members = Object.entries(address.persona?.metadata ?? {}).filter(([name]) => !OWN.has(name));
  const change = useAct('identities.change');
  return (
    <div class="stack">
      <p class="soft">{t('identityKeptHint')}</p>
      {members.length === 0 && <p class="soft">{t('identityKeptNone')}</p>}
      {members.map(([name, value]) => (
        <Member key={name} address={address} name={name} value={value} />
      ))}
      <NewMember address={address} taken={new Set([...OWN, ...members.map(([name]) => name)])} />
      <Trouble error={change.error} />
    </div>
  );
}

function Member({ address, name, value }: { address: Address; name: string; value: unknown }) {
  const isText = typeof value === 'string';
  const [text, setText] = useState(isText ? value : JSON.stringify(value));
  const change = useAct('identities.change');
  const tell = useToast();
  const next = isText ? text : parsed(text);
  const dirty = text !== (isText ? value : JSON.stringify(value));
  const send = (edit: { set?: Record<string, unknown>; drop?: string[] }) =>
    change.run(async () => {
      const { address: now } = await ask('identities.change', { id: address.id, ...edit });
      // A service that merges keeps what was to be left out.
      const left = edit.drop?.some((member) => Object.hasOwn(now.persona?.metadata ?? {}, member)) ?? false;
      tell(left ? t('identityKeptStays', name) : t('saved'), left ? 'bad' : 'good');
    });
  return (
    <div>
      <TextField
        label={name}
        value={text}
        mono={!isText}
        maxLength={4000}
        error={next === undefined ? t('identityKeptJson') : null}
        onValue={setText}
      />
      <div class="actions">
        {dirty && (
          <Button
            kind="primary"
            busy={change.busy}
            disabled={next === undefined}
            onClick={() => send({ set: { [name]: next } })}
          >
            {t('actionSave')}
          </Button>
        )}
        <Button
          kind="quiet"
          icon="trash"
          label={t('identityKeptDrop', name)}
          busy={change.busy}
          onClick={() => send({ drop: [name] })}
        />
      </div>
      <Trouble error={change.error} />
    </div>
  );
}

function NewMember({ address, taken }: { address: Address; taken: ReadonlySet<string> }) {
  const draft = useDraft(`identity.kept.${address.id}`, { name: '', text: '' });
  const change = useAct('identities.change');
  const name = draft.value.name.trim();
  const clash = taken.has(name);
  return (
    <form
      class="stack"
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        if (name === '' || clash) return;
        change.run(async () => {
          await ask('identities.change', { id: address.id, set: { [name]: draft.value.text } });
          await draft.clear();
        });
      }}
    >
      <TextField
        label={t('identityKeptName')}
        value={draft.value.name}
        maxLength={100}
        error={clash ? t('identityKeptClash') : null}
        onValue={(value) => draft.set({ name: value })}
      />
      <TextField
        label={t('identityKeptText')}
        value={draft.value.text}
        maxLength={4000}
        onValue={(text) => draft.set({ text })}
      />
      <Trouble error={change.error} />
      <Button type="submit" icon="plus" busy={change.busy} disabled={name === '' || clash}>
        {t('identityKeptAdd')}
      </Button>
    </form>
  );
}

/** @returns undefined for what is no JSON, or is null: a service may take that for "remove". */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text) ?? undefined;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return undefined;
  }
}
