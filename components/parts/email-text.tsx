// An address in a monospaced face, the part that tells it from others emphasised; where it is too long for its line the rest gives way
// first. Leans on style/lists.css. Its text is the address and nothing else, so that selecting copies it whole.
import { emailParts } from '../words/email-parts.ts';

export function EmailText({ email, large = false }: { email: string; large?: boolean }) {
  const { head, own, tail } = emailParts(email);
  return (
    <span class={large ? 'email email-large' : 'email'} title={email}>
      <span dir="ltr">
        {head && <i>{head}</i>}
        <b>{own}</b>
        {tail && <i class="email-tail">{tail}</i>}
      </span>
    </span>
  );
}
