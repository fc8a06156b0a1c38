// A text whose length is limited in bytes, not letters: what is left is said while it is typed, and too much is said before it is
// sent. Leans on text-field.tsx; cuts nothing.
import { language, t } from '../../lib/i18n.ts';
import { sealedTextBytes } from '../../lib/sealed-text.ts';
import { TextField, type TextFieldProps } from './text-field.tsx';

export interface ByteFieldProps extends Omit<TextFieldProps, 'error' | 'maxLength'> {
  /** UTF-8 bytes at the most. */
  limit: number;
}

/** From here on the count is worth the room it takes. */
const NEAR = 0.5;

export function ByteField({ limit, hint, ...field }: ByteFieldProps) {
  const used = sealedTextBytes(field.value);
  const figure = (count: number) => count.toLocaleString(language());
  const count = t('bytesUsed', figure(used), figure(limit));
  return (
    <TextField
      {...field}
      hint={used > limit * NEAR ? [hint, count].filter(Boolean).join(' ') : hint}
      error={used > limit ? t('bytesOver', figure(used - limit)) : null}
    />
  );
}
