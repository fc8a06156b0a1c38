// A new check: what for, whom for, why, and what the other person will be asked, all before anything is sent. Leans on checks.ask, which
// sends once; the linter's findings stand where they are about, and what would be refused is not sent.

import { useEffect, useRef } from 'preact/hooks';
import { previewOf } from '../../lib/checks/draft.ts';
import { canSend, type LintContext, lint, RULES, type Rule } from '../../lib/checks/lint.ts';
import type { ErrorCode } from '../../lib/error.ts';
import { t } from '../../lib/i18n.ts';
import type { LedgerView, NewCheck } from '../../lib/ledger.ts';
import type { AccountView } from '../../lib/model.ts';
import type { EndpointView } from '../../lib/webhook-view.ts';
import { AskedClaims } from '../parts/asked-claims.tsx';
import { Button } from '../parts/button.tsx';
import { Screen } from '../parts/screen.tsx';
import { SelectField } from '../parts/select-field.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { TextField } from '../parts/text-field.tsx';
import { useToast } from '../parts/toast.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { asAppError, ask, useAct, useAsk } from '../state/ask.ts';
import { type CheckDraftState, useCheckDraft } from '../state/check-draft.ts';
import { CheckClaims } from './check-claims.tsx';
import { CheckEndpoints } from './check-endpoints.tsx';
import { CheckTemplates, SaveTemplate } from './check-templates.tsx';

export interface CheckNewProps {
  accounts: readonly AccountView[];
  onBack: () => void;
  onAsked: (id: string) => void;
}

export function CheckNew({ accounts, onBack, onAsked }: CheckNewProps) {
  const draft = useCheckDraft();
  return (
    <Screen title={t('checksNew')} onBack={onBack}>
      {draft.ready ? (
        <Form draft={draft} accounts={accounts} onBack={onBack} onAsked={onAsked} />
      ) : (
        <Skeleton rows={6} />
      )}
    </Screen>
  );
}

function Form({ draft, accounts, onBack, onAsked }: CheckNewProps & { draft: CheckDraftState }) {
  const here = useAsk('site.here', {}, ['access']);
  const asking = useAct('checks.ask');
  const tell = useToast();
  // At the end of a long form: what went wrong must not wait below the edge.
  const trouble = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (asking.error) trouble.current?.scrollIntoView({ block: 'nearest' });
  }, [asking.error]);
  const { claims, whom, redirectUrl } = draft;
  const account = accounts.find(({ id }) => id === draft.accountId) ?? accounts[0];
  const hooks = useAsk('webhooks.list', { accountId: account?.id ?? '' }, ['hooks']);
  const known = hooks.value?.endpoints ?? null;
  // Those of another account, or deleted since, are no choice any more.
  const endpointIds = draft.endpointIds.filter(
    (id) => known === null || known.some(({ endpoint }) => endpoint.remoteId === id),
  );
  const findings = lint({ claims, redirectUrl, endpointIds }, contextOf(known));
  const ofRedirect = findings.find(({ rule }) => rule.startsWith('redirect-'));
  const ofEndpoints = findings.filter(({ rule }) => ABOUT_ENDPOINTS.has(rule));
  const ofWhole = findings.filter(
    (finding) => finding.claim === null && finding !== ofRedirect && !ofEndpoints.includes(finding),
  );
  const submit = () =>
    asking.run(async () => {
      if (!account) return;
      const site = here.value?.site ?? null;
      const wish = { accountId: account.id, whom: whom.trim(), site, claims, redirectUrl, endpointIds };
      const pressedAt = Date.now();
      try {
        const { check } = await ask('checks.ask', wish);
        await draft.clear();
        onAsked(check.id);
      } catch (problem) {
        const error = asAppError(problem, 'checks.ask');
        const line = AFTERWARDS.has(error.code) ? await lineSince(pressedAt, wish) : undefined;
        if (!line) throw error;
        // It stands in the ledger, to be looked for: the form must not invite a second one.
        await draft.clear();
        if (line.check) return onAsked(line.id);
        tell(t('checksNoAnswerSays'), 'bad');
        onBack();
      }
    });
  return (
    <form
      class="stack"
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        if (canSend(findings)) submit();
      }}
    >
      <CheckTemplates draft={draft} />
      <CheckClaims draft={draft} findings={findings} />
      {claims.length > 0 &&
        ofWhole.map(({ rule }) => (
          <p key={rule} class={RULES[rule].severity === 'refused' ? 'field-error' : 'notice'}>
            {t(RULES[rule].words)}
          </p>
        ))}
      <TextField
        label={t('checksWhom')}
        hint={t('checksWhomHint')}
        maxLength={200}
        value={whom}
        onValue={(value) => draft.set({ whom: value })}
      />
      <TextField
        label={t('checksRedirect')}
        hint={t('checksRedirectHint')}
        inputMode="url"
        placeholder="https://"
        maxLength={4000}
        value={redirectUrl}
        error={ofRedirect && t(RULES[ofRedirect.rule].words)}
        onValue={(value) => draft.set({ redirectUrl: value })}
      />
      {accounts.length > 1 && account && (
        <SelectField
          label={t('checksAccount')}
          value={account.id}
          options={accounts.map(({ id, name, summary }) => ({ value: id, label: `${name} (${summary})` }))}
          onValue={(accountId) => draft.set({ accountId })}
        />
      )}
      <CheckEndpoints
        endpoints={known}
        refused={hooks.error?.code === 'missing-scope'}
        chosen={endpointIds}
        onChoose={draft.sendTo}
        findings={claims.length > 0 ? ofEndpoints : []}
      />
      {claims.length > 0 && (
        <section class="card" aria-label={t('checksPreview')}>
          <h3>{t('checksPreview')}</h3>
          <AskedClaims claims={previewOf(claims)} />
          <p class="soft">{t('checksPreviewHint')}</p>
        </section>
      )}
      <div ref={trouble}>
        <Trouble error={asking.error} />
      </div>
      <div class="actions">
        <Button type="submit" kind="primary" busy={asking.busy} disabled={!canSend(findings)}>
          {t('checksAsk')}
        </Button>
        {claims.length > 0 && <SaveTemplate draft={draft} />}
      </div>
    </form>
  );
}

/** After these it may have been asked all the same; a bug is also a worker that died before it could answer. */
const AFTERWARDS: ReadonlySet<ErrorCode> = new Set(['doubtful', 'bug']);

/** The line of the ledger that was begun for a wish, whatever became of it. */
async function lineSince(pressedAt: number, wish: NewCheck): Promise<LedgerView | undefined> {
  const { checks } = await ask('checks.list', {});
  const same = JSON.stringify([wish.accountId, wish.whom, wish.claims]);
  return checks.find(
    ({ accountId, whom, claims, sentAt, origin }) =>
      origin === 'here' && sentAt >= pressedAt && JSON.stringify([accountId, whom, claims]) === same,
  );
}

const ABOUT_ENDPOINTS: ReadonlySet<Rule> = new Set(['no-endpoint', 'no-active-key', 'too-many-endpoints']);

/** What the linter may know of where answers go; nothing where that could not be read. */
function contextOf(known: readonly EndpointView[] | null): LintContext {
  if (known === null) return {};
  const endpoints = known.map(({ endpoint: { remoteId, enabled }, keys }) => ({
    remoteId,
    enabled,
    hasActiveKey: keys.some(({ active }) => active),
  }));
  return { endpoints };
}
