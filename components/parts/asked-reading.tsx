// What a person should know before they show a document: who asks, what speaks against it, exactly what, and where to turn. Leans on
// lib/checks/reading.ts, which judges by facts; everything the organisation wrote is shown as text.
import type { Reading } from '../../lib/asked.ts';
import { CONCERNS } from '../../lib/checks/concerns.ts';
import { STATUS_WORDS } from '../../lib/checks/status.ts';
import { t } from '../../lib/i18n.ts';
import { cameFromWords } from '../words/checks.ts';
import { cleanLine } from '../words/plain-text.ts';
import { at } from '../words/time.ts';
import { AskedClaims } from './asked-claims.tsx';
import { Badge } from './badge.tsx';
import { Facts } from './facts.tsx';

export function AskedReading({ reading, privacyUrl }: { reading: Reading; privacyUrl: string }) {
  const { organization, claims, ageOnly, threshold, concerns, status, ended, openUntil, recourse } = reading;
  return (
    <>
      <section class="card">
        <span class="entry-head">
          <h3>
            <bdi>{cleanLine(organization.name) || t('inspectNameless')}</bdi>
          </h3>
          <Badge tone={ended ? 'plain' : 'warn'}>{t(STATUS_WORDS[status].label)}</Badge>
        </span>
        {concerns.map(({ concern, subs }) => (
          <p key={concern} class="notice">
            {t(CONCERNS[concern], ...subs.map(cleanLine))}
          </p>
        ))}
        <Facts
          facts={[
            [t('inspectCameFrom'), cameFromWords(reading)],
            [t('inspectDomains'), organization.verifiedDomains.map(cleanLine).join(', ') || t('inspectNone')],
            [t('inspectBusiness'), cleanLine(organization.businessName ?? '')],
            [t('inspectSeat'), cleanLine(organization.jurisdiction ?? '')],
            [t('inspectNumber'), cleanLine(organization.registrationNumber ?? '')],
            [t('inspectAbout'), cleanLine(organization.description ?? '')],
            [t('checksFactUntil'), openUntil === null ? t('inspectHour') : at(openUntil)],
          ]}
        />
      </section>
      <section class="card">
        <h3>{t('inspectAsked')}</h3>
        <p>{ageOnly && threshold !== null ? t('inspectAgeOnly', threshold) : t('inspectIdentity')}</p>
        <AskedClaims claims={claims} />
      </section>
      <section class="card">
        <h3>{t('inspectTurn')}</h3>
        <ul>
          <Way words={t('inspectPrivacy')} url={privacyUrl} />
          <Way words={t('inspectPolicy')} url={organization.privacyPolicyUrl} />
          <Way words={t('inspectAppeal')} url={recourse.appealUrl} />
          <Way words={t('inspectComplaints')} url={recourse.complaintsUrl} />
          <Way words={t('inspectOther')} url={recourse.otherWayUrl} />
        </ul>
        {recourse.email !== null && (
          <p>
            {t('inspectMail')} <bdi class="mono">{recourse.email}</bdi>
          </p>
        )}
      </section>
    </>
  );
}

/** A link with its address in sight: what it is called is ours, where it goes is theirs. */
function Way({ words, url }: { words: string; url: string | null }) {
  if (url === null) return null;
  return (
    <li class="inspect-way">
      <span>{words}</span>
      <a href={url} target="_blank" rel="noreferrer noopener">
        <bdi class="mono">{url}</bdi>
      </a>
    </li>
  );
}
