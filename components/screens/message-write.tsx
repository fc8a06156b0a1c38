// Writing from an identity: a new message or an answer, mail or SMS. Leans on inbox.send, which is asked once; what is typed is
// a sealed draft until it went out. An unclear end keeps the draft and says where to look.
import { useMemo } from 'preact/hooks';
import { t } from '../../lib/i18n.ts';
import type { Address, Channel, Message } from '../../lib/model.ts';
import { replyTo } from '../../lib/reply.ts';
import { Button } from '../parts/button.tsx';
import { Screen } from '../parts/screen.tsx';
import { SelectField } from '../parts/select-field.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { TextField } from '../parts/text-field.tsx';
import { useToast } from '../parts/toast.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { ask, useAct, useAsk } from '../state/ask.ts';
import { useDraft } from '../state/draft.ts';
import { textOf } from '../words/message-text.ts';
import { cleanLine } from '../words/plain-text.ts';
import { at } from '../words/time.ts';

export interface MessageWriteProps {
  /** The message answered, or `''`. */
  answered: string;
  /** The identity to write from, where that is known. */
  from: string;
  onBack: () => void;
}

export function MessageWrite({ answered, from, onBack }: MessageWriteProps) {
  const addresses = useAsk('addresses.list', { kind: 'identity' }, ['addresses']);
  return (
    <Screen title={answered ? t('writeAnswer') : t('writeNew')} onBack={onBack}>
      {addresses.error && <Trouble error={addresses.error} acts={{ retry: addresses.again }} />}
      {!addresses.value && !addresses.error && <Skeleton rows={5} />}
      {addresses.value &&
        (answered ? (
          <Answer id={answered} addresses={addresses.value.addresses} onBack={onBack} />
        ) : (
          <Form
            place="message.new"
            start={null}
            from={from}
            addresses={addresses.value.addresses}
            onBack={onBack}
          />
        ))}
    </Screen>
  );
}

function Answer({ id, addresses, onBack }: { id: string; addresses: Address[]; onBack: () => void }) {
  const got = useAsk('inbox.get', { id }, []);
  const message = got.value?.message;
  if (!message)
    return got.error ? <Trouble error={got.error} acts={{ retry: got.again }} /> : <Skeleton rows={5} />;
  return (
    <Form
      place={`message.${id}`}
      start={message}
      from={message.addressId}
      addresses={addresses}
      onBack={onBack}
    />
  );
}

interface FormProps {
  place: string;
  start: Message | null;
  from: string;
  addresses: Address[];
  onBack: () => void;
}

function Form({ place, start, from, addresses, onBack }: FormProps) {
  const identities = addresses.filter(({ kind, active }) => kind === 'identity' && active);
  const initial = useMemo(() => begin(start, from || (identities[0]?.id ?? '')), [start]);
  const draft = useDraft(place, initial);
  const send = useAct('inbox.send');
  const tell = useToast();
  const { addressId, channel, to, subject, text } = draft.value;
  const writer = identities.find(({ id }) => id === addressId);
  const sms = channel === 'sms';
  const wrong = (field: string) => (send.error?.detail.field === field ? t('fieldRejected') : null);
  if (!draft.ready) return <Skeleton rows={5} />;
  return (
    <form
      class="stack"
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        send.run(async () => {
          await ask('inbox.send', {
            addressId,
            channel: sms ? 'sms' : 'email',
            to: to.trim(),
            subject: subject.trim(),
            text,
            draft: place,
          });
          await draft.clear();
          tell(t('writeSent', to.trim()));
          onBack();
        });
      }}
    >
      <SelectField
        label={t('inboxFrom')}
        value={addressId}
        options={identities.map(({ id, email, label }) => ({
          value: id,
          label: label ? `${label} · ${email}` : email,
        }))}
        onValue={(value) => draft.set({ addressId: value, channel: 'email' })}
      />
      {writer?.persona?.phone && !start && (
        <SelectField
          label={t('writeAs')}
          value={sms ? 'sms' : 'email'}
          options={[
            { value: 'email', label: t('writeMail') },
            { value: 'sms', label: t('writeSms', writer.persona.phone) },
          ]}
          onValue={(value: Channel) => draft.set({ channel: value })}
        />
      )}
      <TextField
        label={t('inboxToName')}
        value={to}
        maxLength={320}
        mono
        inputMode={sms ? 'text' : 'email'}
        placeholder={sms ? '+15550100' : 'someone@shop.example'}
        error={wrong('to')}
        onValue={(value) => draft.set({ to: value })}
      />
      {!sms && (
        <TextField
          label={t('writeSubject')}
          value={subject}
          maxLength={900}
          error={wrong('subject')}
          onValue={(value) => draft.set({ subject: value })}
        />
      )}
      <TextField
        label={t('writeText')}
        value={text}
        rows={sms ? 4 : 6}
        maxLength={sms ? 1600 : 100_000}
        hint={sms ? t('writeSmsLeft', 1600 - text.length) : undefined}
        error={wrong(sms ? 'body' : 'body_text')}
        onValue={(value) => draft.set({ text: value })}
      />
      <p class="soft">{t('writeWho')}</p>
      <Trouble error={send.error} />
      <div class="actions">
        <Button
          kind="primary"
          type="submit"
          busy={send.busy}
          disabled={!to.trim() || !text.trim() || !writer}
        >
          {t('writeSend')}
        </Button>
        <Button onClick={() => void draft.clear().then(onBack)}>{t('writeDiscard')}</Button>
      </div>
    </form>
  );
}

function begin(start: Message | null, addressId: string) {
  if (start === null) return { addressId, channel: 'email' as string, to: '', subject: '', text: '' };
  const introduce = t('writeQuoted', at(start.receivedAt), cleanLine(start.from));
  return { addressId, channel: start.channel as string, ...replyTo(start, textOf(start).text, introduce) };
}
