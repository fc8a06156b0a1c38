// A webhook endpoint as a form: a new one, made once and with a key on this device unless told otherwise, or the change of one. Leans on
// webhooks.create and webhooks.edit; a change sends only what was changed, so that what we do not know of stays.
import type { WebhookEndpoint } from '../../lib/check.ts';
import { fromWire } from '../../lib/error.ts';
import { t } from '../../lib/i18n.ts';
import type { EndpointDraft } from '../../lib/webhook-view.ts';
import { Screen } from '../parts/screen.tsx';
import { Switch } from '../parts/switch.tsx';
import { useToast } from '../parts/toast.tsx';
import { ask, useAct } from '../state/ask.ts';
import { useDraft } from '../state/draft.ts';
import { BLANK, draftOf, formOf } from '../state/hook-form.ts';
import { wordsFor } from '../words/errors.ts';
import { HookFields } from './hook-fields.tsx';

export interface HookNewProps {
  accountId: string;
  onBack: () => void;
  onMade: (id: string) => void;
}

export function HookNew({ accountId, onBack, onMade }: HookNewProps) {
  const draft = useDraft(`hook.new.${accountId}`, BLANK);
  const act = useAct('webhooks.create');
  const tell = useToast();
  const submit = () =>
    act.run(async () => {
      const { key } = draft.value;
      const made = await ask('webhooks.create', { accountId, draft: draftOf(draft.value), key });
      await draft.clear();
      if (made.keyTrouble) tell(`${t('hookMadeNoKey')} ${wordsFor(fromWire(made.keyTrouble)).title}`, 'bad');
      else tell(t('hookMade'));
      onMade(made.endpointId);
    });
  return (
    <Screen title={t('hooksNew')} onBack={onBack}>
      <HookFields draft={draft} button={t('hookMake')} act={act} onSubmit={submit}>
        <Switch
          label={t('hookWithKey')}
          hint={t('hookWithKeyHint')}
          on={draft.value.key}
          onSwitch={(key) => draft.set({ key })}
        />
      </HookFields>
    </Screen>
  );
}

export interface HookEditProps {
  accountId: string;
  endpoint: WebhookEndpoint;
  onBack: () => void;
}

export function HookEdit({ accountId, endpoint, onBack }: HookEditProps) {
  const before = formOf(endpoint);
  const draft = useDraft(`hook.edit.${endpoint.remoteId}`, before);
  const act = useAct('webhooks.edit');
  const submit = () =>
    act.run(async () => {
      const [was, is] = [draftOf(before), draftOf(draft.value)];
      const changed = Object.entries(is).filter(
        ([name, value]) => JSON.stringify(value) !== JSON.stringify(was[name as keyof EndpointDraft]),
      );
      if (changed.length > 0) {
        const edit = Object.fromEntries(changed);
        await ask('webhooks.edit', { accountId, endpointId: endpoint.remoteId, edit });
      }
      await draft.clear();
      onBack();
    });
  return (
    <Screen title={t('hookEdit')} onBack={onBack}>
      <HookFields draft={draft} button={t('actionSave')} act={act} onSubmit={submit} />
    </Screen>
  );
}
