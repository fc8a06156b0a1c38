// What the user said of fields, site by site, each to be taken back. Leans on site.rules and site.unrule.

import type { FieldRule } from '../../lib/field-rule.ts';
import { displayHost } from '../../lib/host-display.ts';
import { t } from '../../lib/i18n.ts';
import { Button } from '../parts/button.tsx';
import { Row } from '../parts/row.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { ask, useAct, useAsk } from '../state/ask.ts';
import { meaningWords } from '../words/verdict.ts';

export function FieldRules() {
  const rules = useAsk('site.rules', {}, ['rules']);
  const act = useAct('site.unrule');
  if (!rules.value) {
    return rules.error ? (
      <Trouble error={rules.error} acts={{ retry: rules.again }} />
    ) : (
      <Skeleton rows={2} />
    );
  }
  return (
    <section class="card field-rules">
      <h3>{t('rulesTitle')}</h3>
      <p class="soft">{rules.value.rules.length === 0 ? t('rulesNone') : t('rulesText')}</p>
      <ul class="rows">
        {rules.value.rules.map((rule) => (
          <li key={rule.id}>
            <Row
              actions={
                <Button
                  label={t('rulesRemove', nameOf(rule))}
                  icon="trash"
                  kind="quiet"
                  onClick={() =>
                    act.run(async () => {
                      await ask('site.unrule', { id: rule.id });
                      rules.again();
                    })
                  }
                />
              }
            >
              <bdi>{displayHost(rule.site)}</bdi>
              <span class="soft cut">
                {meaningWords(rule.means)}: <bdi>{nameOf(rule)}</bdi> · <bdi>{rule.field.path}</bdi>
              </span>
            </Row>
          </li>
        ))}
      </ul>
      <Trouble error={act.error} />
    </section>
  );
}

function nameOf({ field }: FieldRule): string {
  return field.label || field.name || t('rulesNameless', field.at + 1);
}
