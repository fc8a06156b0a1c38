// Aliases of anon.li but for their making (contract §1.6): list in pages, get, change, delete. What a key may see is its
// owner's alone; an id in a path may also be the whole address, letter case and all.
import { aliasesBy, dropAlias } from './alias-rows.ts';
import { type Check, flag, jsonOf, matches, nullable, optional, readStrict, text, texts } from './body.ts';
import { type Call, deleted, ok, type Reply } from './call.ts';
import { ApiError, refuse } from './errors.ts';
import { recipientByEmail, recipientById, recipientsByIds } from './recipients-of.ts';
import type { AliasRow } from './rows.ts';
import { aliasShape } from './shapes.ts';

const aliasesOf = ({ state, who }: Call): readonly AliasRow[] => aliasesBy(state, who.owner);

/** Clamped, never refused (§1.6): junk and 0 give 50, less gives 1, more gives 100. */
function pageOf(query: URLSearchParams, most: number): { limit: number; offset: number } {
  const limit = Number.parseInt(query.get('limit') ?? '', 10) || 50;
  const offset = Number.parseInt(query.get('offset') ?? '', 10) || 0;
  return { limit: Math.min(most, Math.max(1, limit)), offset: Math.max(0, offset) };
}

/** Newest first. In the world of the public page there are no pages: everything comes at once (§1.11). */
export function listAliases(call: Call): Reply {
  const rows = aliasesOf(call);
  const { paging: paged, page_most: most } = call.world.state.settings.anonli;
  const { limit, offset } = pageOf(call.query, most);
  const shown = paged ? rows.slice(offset, offset + limit) : rows;
  return { status: 200, data: shown.map(aliasShape), page: { total: rows.length, limit, offset } };
}

function aliasOf(call: Call): AliasRow {
  const named = call.state.aliases.get(call.id);
  const row = call.id.includes('@') ? aliasesOf(call).find(({ email }) => email === call.id) : named;
  if (row?.owner !== call.who.owner)
    throw new ApiError({ code: 'NOT_FOUND', message: 'Alias not found', routed: true });
  return row;
}

export const getAlias = (call: Call): Reply => ok(aliasShape(aliasOf(call)));

const BASE64URL = /^[A-Za-z0-9_-]+$/;

/** What the server looks at in an envelope (§2.5): its form, not its lengths, and nothing of its cryptography. */
const envelope: Check = (value) => {
  const parts = jsonOf(String(value)) as Record<string, unknown> | null;
  const short = (part: unknown, most: number): boolean =>
    typeof part === 'string' && part.length <= most && BASE64URL.test(part);
  const good =
    parts !== null &&
    typeof parts === 'object' &&
    parts.v === 1 &&
    parts.alg === 'AES-256-GCM' &&
    short(parts.iv, 128) &&
    short(parts.ct, 2048);
  return good ? null : 'Invalid encrypted metadata';
};

const CHANGE: Readonly<Record<string, Check>> = {
  active: optional(flag),
  label: optional(nullable(text(50))),
  note: optional(nullable(text(500))),
  description: optional(nullable(text(500))),
  encrypted_label: optional(nullable(text(2048, envelope))),
  encrypted_note: optional(nullable(text(2048, envelope))),
  recipient_id: optional(text(50)),
  recipient_ids: optional(texts(10, text(50), 1)),
  recipient_email: optional(text(254, matches(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'Invalid email address'))),
};

const PLAINTEXT = ['description', 'label', 'note'];

/** `active` is applied first and stays, even if the recipients are then refused (§1.6). */
export function changeAlias(call: Call): Reply {
  const body = readStrict(jsonOf(call.text), CHANGE);
  if (PLAINTEXT.some((name) => Object.hasOwn(body, name)))
    throw new ApiError({
      code: 'VALIDATION_ERROR',
      message:
        'Plaintext alias labels and notes are no longer accepted. Use encrypted_label and encrypted_note.',
      routed: true,
    });
  const row = aliasOf(call);
  if ('active' in body && call.who.key.orgId !== null)
    throw refuse('FORBIDDEN', 'Insufficient organization role');
  const touch = (change: Partial<AliasRow>): void => {
    Object.assign(row, change, { updatedAt: call.world.now() });
  };
  if (typeof body.active === 'boolean') touch({ active: body.active });
  if ('encrypted_label' in body) touch({ encryptedLabel: body.encrypted_label as string | null });
  if ('encrypted_note' in body) touch({ encryptedNote: body.encrypted_note as string | null });
  if (Array.isArray(body.recipient_ids)) touch({ recipientIds: recipientsByIds(call, body.recipient_ids) });
  else if (typeof body.recipient_email === 'string')
    touch({ recipientIds: [recipientByEmail(call, body.recipient_email)] });
  else if (typeof body.recipient_id === 'string')
    touch({ recipientIds: [recipientById(call, body.recipient_id)] });
  return ok(aliasShape(row));
}

export function deleteAlias(call: Call): Reply {
  dropAlias(call.state, aliasOf(call).id);
  return deleted;
}
