// Where the answer of a check shall go: every endpoint that subscribes, or chosen ones. Leans on webhooks.list; a key that may not see the
// endpoints gets no choice, and is told so.
import { type Finding, RULES } from '../../lib/checks/lint.ts';
import { t } from '../../lib/i18n.ts';
import type { EndpointView } from '../../lib/webhook-view.ts';
import { cleanLine } from '../words/plain-text.ts';

interface CheckEndpointsProps {
  /** Null while they are not known, or where the key may not see them. */
  endpoints: readonly EndpointView[] | null;
  /** Whether the service said that the key may not. */
  refused: boolean;
  chosen: readonly string[];
  onChoose: (ids: string[]) => void;
  /** What the linter says of the choice. */
  findings: readonly Finding[];
}

export function CheckEndpoints({ endpoints, refused, chosen, onChoose, findings }: CheckEndpointsProps) {
  if (refused) return <p class="soft">{t('checksEndpointsHidden')}</p>;
  const said = findings.map(({ rule }) => (
    <p key={rule} class={RULES[rule].severity === 'refused' ? 'field-error' : 'notice'}>
      {t(RULES[rule].words)}
    </p>
  ));
  if (!endpoints || endpoints.length === 0) return <>{said}</>;
  return (
    <fieldset class="choices">
      <legend>{t('checksEndpoints')}</legend>
      <p class="hint">{t('checksEndpointsHint')}</p>
      {endpoints.map(({ endpoint: { remoteId, name, url, enabled } }) => (
        <label key={remoteId} class="choice">
          <input
            type="checkbox"
            checked={chosen.includes(remoteId)}
            disabled={!enabled && !chosen.includes(remoteId)}
            onChange={(event) =>
              onChoose(
                event.currentTarget.checked
                  ? [...chosen, remoteId]
                  : chosen.filter((other) => other !== remoteId),
              )
            }
          />
          <span>
            <span class="choice-label">
              <bdi>{cleanLine(name ?? '') || cleanLine(url)}</bdi>
            </span>
            <span class="hint">
              <bdi class="mono">{cleanLine(url)}</bdi>
              {!enabled && ` · ${t('checkHealthDisabled')}`}
            </span>
          </span>
        </label>
      ))}
      {said}
    </fieldset>
  );
}
