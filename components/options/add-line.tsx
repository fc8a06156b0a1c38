// A form of one line that adds one thing by its name: a recipient, a domain. Leans on a draft, so that what is typed outlives the
// page; what the name must look like, and what adding means, are its caller's.

import { t } from '../../lib/i18n.ts';
import type { AppCalls } from '../../lib/messages/contract.ts';
import { Button } from '../parts/button.tsx';
import { TextField } from '../parts/text-field.tsx';
import { useToast } from '../parts/toast.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { useAct } from '../state/ask.ts';
import { useDraft } from '../state/draft.ts';

export interface AddLineProps {
  /** Names the draft. */
  place: string;
  label: string;
  hint: string;
  placeholder: string;
  inputMode: 'email' | 'url';
  maxLength: number;
  /** What can be a name at all; the service judges the rest. */
  is: RegExp;
  /** The call that adds it, for what goes wrong. */
  where: keyof AppCalls & string;
  /** @returns the news of it */
  add: (name: string) => Promise<string>;
}

export function AddLine(props: AddLineProps) {
  const { place, label, hint, placeholder, inputMode, maxLength, is, where, add } = props;
  const draft = useDraft(place, { name: '' });
  const act = useAct(where);
  const tell = useToast();
  const name = draft.value.name.trim();
  return (
    <form
      class="stack"
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        act.run(async () => {
          const news = await add(name);
          await draft.clear();
          tell(news);
        });
      }}
    >
      <TextField
        label={label}
        hint={hint}
        inputMode={inputMode}
        maxLength={maxLength}
        placeholder={placeholder}
        value={draft.value.name}
        onValue={(value) => draft.set({ name: value })}
      />
      <Trouble error={act.error} />
      <div class="actions">
        <Button type="submit" icon="plus" busy={act.busy} disabled={!is.test(name)}>
          {t('actionAdd')}
        </Button>
      </div>
    </form>
  );
}
