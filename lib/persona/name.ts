// One name as forms want it: whole, or given and family name apart. Pure. Names have no grammar; the last word is the family's,
// with the particles before it, except where a script puts the family first. A person sees what is filled and can change it.

export interface NameParts {
  full: string;
  given: string;
  /** Empty where there is one word only. */
  family: string;
}

/** Words that belong to the family name after them. */
const PARTICLES = new Set(
  'al|af|av|bin|da|das|de|del|della|den|der|di|do|dos|du|el|ibn|la|le|lo|ten|ter|van|vom|von|zu|zum|zur'.split(
    '|',
  ),
);

/** Han, kana and Hangul: the family name comes first. */
const FAMILY_FIRST = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

export function nameParts(name: string): NameParts {
  const words = name.split(/\s+/u).filter(Boolean);
  const full = words.join(' ');
  const [first = '', ...rest] = words;
  if (rest.length === 0) return { full, given: first, family: '' };
  if (FAMILY_FIRST.test(full)) return { full, given: rest.join(' '), family: first };
  let cut = words.length - 1;
  while (cut > 1 && PARTICLES.has((words[cut - 1] ?? '').toLowerCase())) cut -= 1;
  return { full, given: words.slice(0, cut).join(' '), family: words.slice(cut).join(' ') };
}
