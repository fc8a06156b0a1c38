// What to begin a check with: the ready-made templates, the user's own, and keeping the present draft as one. Leans on checks.templates and
// state/check-draft.ts; a template only fills the form, nothing is sent by it.
import { useState } from 'preact/hooks';
import { TEMPLATE_IDS, TEMPLATES } from '../../lib/checks/templates.ts';
import { t } from '../../lib/i18n.ts';
import { Button } from '../parts/button.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { TextField } from '../parts/text-field.tsx';
import { useToast } from '../parts/toast.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { ask, useAct, useAsk } from '../state/ask.ts';
import type { CheckDraftState } from '../state/check-draft.ts';
import { cleanLine } from '../words/plain-text.ts';

export function CheckTemplates({ draft }: { draft: CheckDraftState }) {
  const own = useAsk('checks.templates', {}, ['checks', 'vault']);
  const forgetting = useAct('checks.forgetTemplate');
  const [sorting, setSorting] = useState(false);
  const templates = own.value?.templates ?? [];
  return (
    <fieldset class="choices">
      <legend>{t('checksTemplates')}</legend>
      <div class="actions">
        {TEMPLATE_IDS.map((id) => (
          <Button key={id} onClick={() => draft.begin(id)}>
            {t(TEMPLATES[id].label)}
          </Button>
        ))}
      </div>
      {templates.length > 0 && (
        <>
          <fieldset class="actions" aria-label={t('checksOwnTemplates')}>
            {templates.map((template) =>
              sorting ? (
                <Button
                  key={template.id}
                  icon="trash"
                  busy={forgetting.busy}
                  onClick={() =>
                    forgetting.run(async () => {
                      await ask('checks.forgetTemplate', { id: template.id });
                    })
                  }
                >
                  {cleanLine(template.name)}
                </Button>
              ) : (
                <Button key={template.id} icon="check" onClick={() => draft.beginWith(template)}>
                  {cleanLine(template.name)}
                </Button>
              ),
            )}
            <Button kind="quiet" onClick={() => setSorting(!sorting)}>
              {t(sorting ? 'checksTemplatesDone' : 'checksTemplatesSort')}
            </Button>
          </fieldset>
          <Trouble error={forgetting.error} />
        </>
      )}
    </fieldset>
  );
}

/** @param draft kept as it stands, also where it could not be sent yet */
export function SaveTemplate({ draft }: { draft: CheckDraftState }) {
  const [asking, setAsking] = useState(false);
  const [name, setName] = useState('');
  const saving = useAct('checks.saveTemplate');
  const tell = useToast();
  const save = () =>
    saving.run(async () => {
      const { claims, redirectUrl } = draft;
      const { template } = await ask('checks.saveTemplate', { name, claims, redirectUrl });
      setAsking(false);
      setName('');
      tell(t('checksTemplateSaved', template.name));
    });
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t('checksTemplateSave')}</Button>
      {asking && (
        <Dialog
          title={t('checksTemplateSave')}
          onClose={() => setAsking(false)}
          actions={
            <>
              <Button onClick={() => setAsking(false)}>{t('actionCancel')}</Button>
              <Button kind="primary" busy={saving.busy} disabled={name.trim() === ''} onClick={save}>
                {t('actionSave')}
              </Button>
            </>
          }
        >
          <TextField
            label={t('checksTemplateName')}
            hint={t('checksTemplateNameHint')}
            maxLength={60}
            value={name}
            autoFocus
            onValue={setName}
          />
          <Trouble error={saving.error} />
        </Dialog>
      )}
    </>
  );
}
