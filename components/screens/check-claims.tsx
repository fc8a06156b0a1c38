// What is asked for, one card a thing: its age where it has one, the reason, whether it is required, what the linter says of it. Leans on
// state/check-draft.ts and lib/checks; decides nothing about whether it can be sent.
import { ALWAYS_ASKED, ageClaim, ageOf, isAgeClaim, STATIC_CLAIMS } from '../../lib/checks/claims.ts';
import type { DraftClaim } from '../../lib/checks/draft.ts';
import { type Finding, RULES } from '../../lib/checks/lint.ts';
import { t } from '../../lib/i18n.ts';
import { Button } from '../parts/button.tsx';
import { SelectField } from '../parts/select-field.tsx';
import { Switch } from '../parts/switch.tsx';
import { TextField } from '../parts/text-field.tsx';
import { ageOfText, ageText, type CheckDraftState } from '../state/check-draft.ts';
import { claimLabel, claimTells } from '../words/checks.ts';

/** What an age added by hand begins with. */
const ADULT = ageClaim(18);

export function CheckClaims({ draft, findings }: { draft: CheckDraftState; findings: readonly Finding[] }) {
  const { claims } = draft;
  const free = [
    ...(claims.some(({ claim }) => isAgeClaim(claim)) ? [] : [ADULT]),
    ...STATIC_CLAIMS.filter((one) => one !== ALWAYS_ASKED && !claims.some(({ claim }) => claim === one)),
  ];
  return (
    <>
      {claims.map((one, index) => (
        <Claim
          // An age may change under the person's fingers, its place does not.
          key={isAgeClaim(one.claim) ? 'age' : one.claim}
          one={one}
          findings={findings.filter(({ claim }) => claim === one.claim)}
          onChange={(change) => draft.change(index, change)}
          onDrop={() => draft.drop(index)}
        />
      ))}
      <SelectField
        label={t(claims.length === 0 ? 'checksChoose' : 'checksMore')}
        value=""
        options={[
          { value: '', label: t('checksPick') },
          ...free.map((claim) => ({
            value: claim,
            label: claim === ADULT ? t('checksAge') : claimLabel(claim),
          })),
        ]}
        onValue={(claim) => {
          if (claim !== '') draft.add(claim);
        }}
      />
    </>
  );
}

interface ClaimProps {
  one: DraftClaim;
  findings: readonly Finding[];
  onChange: (change: Partial<DraftClaim>) => void;
  onDrop: () => void;
}

function Claim({ one, findings, onChange, onDrop }: ClaimProps) {
  const age = ageText(one.claim);
  const said = (wanted: (rule: Finding['rule']) => boolean) =>
    findings.flatMap(({ rule }) => (wanted(rule) ? [t(RULES[rule].words)] : []));
  const refused = (rule: Finding['rule']) => RULES[rule].severity === 'refused';
  const ofReason = (rule: Finding['rule']) => rule.startsWith('reason-');
  const label = age === null ? claimLabel(one.claim) : t('checksAge');
  return (
    <section class="card tight" aria-label={label}>
      <span class="entry-head claim-head">
        <b>{label}</b>
        <Button kind="quiet" icon="close" label={t('checksDrop', label)} onClick={onDrop} />
      </span>
      {(age === null || ageOf(one.claim) !== null) && <p class="soft">{claimTells(one.claim)}</p>}
      {age !== null && (
        <TextField
          label={t('checksYears')}
          hint={t('checksYearsHint')}
          inputMode="numeric"
          maxLength={3}
          value={age}
          error={said((rule) => rule === 'bad-age')[0]}
          onValue={(typed) => onChange({ claim: ageOfText(typed) })}
        />
      )}
      <TextField
        label={t('checksReason')}
        rows={2}
        maxLength={1000}
        value={one.reason}
        error={said((rule) => ofReason(rule) && refused(rule))[0]}
        onValue={(reason) => onChange({ reason })}
      />
      <Switch
        label={t('checksMust')}
        hint={t('checksMustHint')}
        on={one.required}
        onSwitch={(required) => onChange({ required })}
      />
      {said((rule) => refused(rule) && !ofReason(rule) && rule !== 'bad-age').map((words) => (
        <p key={words} class="field-error">
          {words}
        </p>
      ))}
      {said((rule) => !refused(rule)).map((words) => (
        <p key={words} class="notice">
          {words}
        </p>
      ))}
    </section>
  );
}
