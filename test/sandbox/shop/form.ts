// Reads the shop's posted forms: one field by name, or a code from one field or from a box a digit.
import type { Context } from 'hono';

/** One field of a posted form, trimmed; empty where it is missing or a file. */
export async function formOf(c: Context): Promise<(name: string) => string> {
  const form = await c.req.parseBody();
  return (name) => {
    const value = form[name];
    return typeof value === 'string' ? value.trim() : '';
  };
}

/** The code of a form with one field or with a box a digit; spaces and hyphens do not count. */
export function codeOf(form: (name: string) => string): string {
  const boxes = Array.from({ length: 8 }, (_, at) => form(`digit-${at + 1}`)).join('');
  return (form('code') || boxes).replace(/[\s-]/g, '');
}
