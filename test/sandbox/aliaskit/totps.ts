// Operations 28–31 of the contract (§7): authenticator secrets kept by the service, and the codes it computes of them in sandbox
// time. Leans on otpauth. A secret comes in and never goes out.
import { Secret, TOTP } from 'otpauth';
import { type Call, created, ok, type Reply, removed } from './call.ts';
import { newestFirst } from './cards.ts';
import { ApiError, invalid } from './errors.ts';
import { looseText, wholeField } from './fields.ts';
import { identityOf } from './identities.ts';
import { requireTotpPlan } from './plans.ts';
import type { TotpRow } from './rows.ts';
import { iso } from './shapes.ts';

const ALGORITHMS = ['SHA1', 'SHA256', 'SHA512'] as const;
/** RFC 4226 asks for 128 bits; the usual sample secret has 80. */
const LEAST_BYTES = 10;

function secretField(body: Record<string, unknown>): string {
  const secret = (looseText(body, 'secret') ?? '').replace(/[\s-]/g, '').replace(/=+$/, '').toUpperCase();
  if (!/^[A-Z2-7]+$/.test(secret) || Math.floor((secret.length * 5) / 8) < LEAST_BYTES)
    throw invalid('secret', `secret must be base32 of at least ${LEAST_BYTES} bytes`);
  return secret;
}

function algorithmField(body: Record<string, unknown>): TotpRow['algorithm'] {
  const text = looseText(body, 'algorithm');
  if (text === undefined) return 'SHA1';
  const found = ALGORITHMS.find((one) => one === text.toUpperCase().replace('-', ''));
  if (found === undefined) throw invalid('algorithm', `algorithm must be one of ${ALGORITHMS.join(', ')}`);
  return found;
}

const totpShape = (row: TotpRow) => ({
  id: row.id,
  identity_id: row.identityId,
  service_name: row.serviceName,
  algorithm: row.algorithm,
  digits: row.digits,
  period: row.period,
  created_at: iso(row.createdAt),
});

export async function registerTotp(call: Call): Promise<Reply> {
  const { world } = call;
  const identity = identityOf(call);
  const body = await call.body();
  const wish = {
    secret: secretField(body),
    serviceName: looseText(body, 'service_name') ?? '',
    algorithm: algorithmField(body),
    digits: wholeField(body, 'digits', 6, 8) ?? 6,
    period: wholeField(body, 'period', 15, 120) ?? 30,
  };
  requireTotpPlan(call.key);
  const { totps } = world.state.vaults;
  let id: string;
  do id = `totp_${world.random.alnum(6)}`;
  while (totps.has(id));
  const row: TotpRow = { ...wish, id, identityId: identity.id, createdAt: world.now() };
  totps.set(id, row);
  return created(totpShape(row));
}

export function listTotps(call: Call): Reply {
  const identity = identityOf(call);
  const rows = [...call.world.state.vaults.totps.values()].filter((row) => row.identityId === identity.id);
  return ok({ data: newestFirst(rows).map(totpShape), has_more: false });
}

function totpOf(call: Call): TotpRow {
  const identity = identityOf(call);
  const row = call.world.state.vaults.totps.get(call.param('totpId'));
  if (row === undefined || row.identityId !== identity.id)
    throw new ApiError({ type: 'not_found', code: 'totp_not_found', message: 'TOTP entry not found' });
  return row;
}

export function totpCode(call: Call): Reply {
  const { secret, algorithm, digits, period } = totpOf(call);
  const timestamp = call.world.now();
  const code = TOTP.generate({ secret: Secret.fromBase32(secret), algorithm, digits, period, timestamp });
  return ok({ code, remaining_seconds: period - (Math.floor(timestamp / 1000) % period) });
}

export function deleteTotp(call: Call): Reply {
  call.world.state.vaults.totps.delete(totpOf(call).id);
  return removed();
}
