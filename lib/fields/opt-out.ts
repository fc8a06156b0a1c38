// Fields that a page asks password managers to leave alone. A table of the attributes that managers have made known; leans on
// the element only. Heeded by what appears unasked: the user's own word on a field, and the toolbar, go over it.

interface OptOut {
  attribute: string;
  /** Values that ask for it; null: any but `false`, which pages write to mean the opposite. */
  values: readonly string[] | null;
}

/** As documented by, or read in the source of, each manager in 2026. */
const OPT_OUTS: readonly OptOut[] = [
  // 1Password: developer.1password.com/docs/web/compatible-website-design; `op` is its older name.
  { attribute: 'data-1p-ignore', values: null },
  { attribute: 'data-op-ignore', values: null },
  // LastPass: support.lastpass.com, "Prevent fields from being filled automatically".
  { attribute: 'data-lpignore', values: ['true', ''] },
  // Bitwarden: apps/browser/src/autofill/services/collect-autofill-content.service.ts.
  { attribute: 'data-bwignore', values: null },
  // Proton Pass: IGNORE_ELEMENT_ATTR of its detector.
  { attribute: 'data-protonpass-ignore', values: null },
  // Dashlane: dashlane.github.io/SAWF, the value that means "none of ours".
  { attribute: 'data-form-type', values: ['other'] },
];

/** @returns the attribute by which the page asks managers not to offer anything in the field; null where it does not. */
export function optOutOf(field: Element): string | null {
  const asks = ({ attribute, values }: OptOut): boolean => {
    const value = field.getAttribute(attribute)?.trim().toLowerCase();
    if (value === undefined) return false;
    return values ? values.includes(value) : value !== 'false';
  };
  return OPT_OUTS.find(asks)?.attribute ?? null;
}
