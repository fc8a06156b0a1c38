// Whether a label or note can be kept where it is kept sealed at a service: checked before it is stored here, since a text that
// can never be sent would wait for ever. Leans on the limit alone.
import { AppError } from '../error.ts';
import type { SealedField } from '../forwarding.ts';
import { MOST_SEALED_TEXT_BYTES, sealedTextBytes } from '../sealed-text.ts';

/** Errors: `rejected` with the field, for one of more bytes than fit, or with half a character. */
export function checkSealedText(field: SealedField, text: string): void {
  if (sealedTextBytes(text) > MOST_SEALED_TEXT_BYTES || !text.isWellFormed())
    throw new AppError('rejected', { field, what: 'address' });
}
