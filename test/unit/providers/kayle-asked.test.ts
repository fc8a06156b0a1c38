// What the person who is asked may read, without a key, and how it is taken when half of it is missing or hostile. Leans on a
// scripted server.
import { describe, expect, test } from 'vitest';
import { askedReader } from '../../../lib/providers/kayle/asked.ts';
import { failure } from './errors.ts';
import { json, type Reply, raw, startLoopback } from './loopback.ts';

const ID = `vs_${'a'.repeat(64)}`;

async function connect(reply: Reply) {
  const server = await startLoopback(reply);
  return { server, asked: askedReader(server.baseUrl) };
}

describe('who is asked', () => {
  const DETAILS = {
    session_id: ID,
    share_fields: { age_over_18: { required: true, reason: 'To sell you wine', source: 'rc' } },
    organization_id: 'o',
    organization_name: '<b>\u202eWine</b>\u0007',
  };
  const details = async (more: object) =>
    (await connect(json({ data: { ...DETAILS, ...more }, error: null }))).asked.details(ID);

  test('no key, no token, the id alone', async () => {
    const { asked, server } = await connect(json({ data: DETAILS, error: null }));
    await asked.details(ID);
    expect(server.seen[0]).toMatchObject({
      method: 'GET',
      url: `/v1/verify/session/${ID}/details`,
      body: '',
    });
    expect(server.seen[0]?.headers.authorization).toBeUndefined();
  });

  test('half of it missing is half of it unknown', async () => {
    const { organization, recourse, ageOnly } = await details({});
    expect(organization).toMatchObject({
      name: '<b>Wine</b>',
      ownerChecked: null,
      verifiedDomains: [],
      websiteUrl: null,
    });
    expect([recourse.email, ageOnly]).toEqual([null, false]);
  });

  test('links that are none are left out, the rest is shown', async () => {
    const { organization, recourse } = await details({
      organization_website: 'javascript:alert(1)',
      organization_privacy_policy_url: 'data:text/html,x',
      organization_terms_of_service_url: 'https://wine.example/terms',
      organization_verified_apex_domains: ['WINE.example'],
      organization_description: 'a'.repeat(9000),
      rp_fallback: { appeal_url: 'ftp://x', support_email: 'not an address', complaints_url: 7 },
    });
    expect(organization).toMatchObject({
      websiteUrl: null,
      privacyPolicyUrl: null,
      termsUrl: 'https://wine.example/terms',
      verifiedDomains: ['wine.example'],
    });
    expect(organization.description).toHaveLength(4000);
    expect(recourse).toEqual({ appealUrl: null, complaintsUrl: null, otherWayUrl: null, email: null });
  });

  test('an attempt-era status tells how it ended', async () => {
    const status = async (latest: object | null) =>
      (
        await connect(
          json({ data: { session_id: ID, status: 'completed', is_terminal: true, latest_attempt: latest } }),
        )
      ).asked.status(ID);
    expect((await status({ status: 'failed' })).status).toBe('failed');
    expect((await status(null)).status).toBe('completed');
  });

  test('over, gone, or no such thing here', async () => {
    const tell = (status: number, code: string) =>
      json({ data: null, error: { code, message: 'No.' } }, status);
    const code = async (reply: Reply) => (await failure((await connect(reply)).asked.details(ID))).code;
    expect(await code(tell(410, 'SESSION_EXPIRED'))).toBe('conflict');
    expect(await code(tell(404, 'SESSION_NOT_FOUND'))).toBe('not-found');
    expect(await code(raw('404 Not Found', 404, { 'Content-Type': 'text/plain' }))).toBe('malformed');
    expect(await code(json({ data: { session_id: ID } }))).toBe('malformed');
  });
});
