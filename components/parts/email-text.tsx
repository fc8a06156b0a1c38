// An address in a monospaced face, the part after the @ emphasised; where it is too long for its line the name gives way
// first. Leans on style/lists.css. Its text is the address and nothing else, so that selecting copies it whole.
export function EmailText({ email, large = false }: { email: string; large?: boolean }) {
  const cut = email.lastIndexOf('@');
  const name = cut < 0 ? email : email.slice(0, cut);
  return (
    <span class={large ? 'email email-large' : 'email'} title={email}>
      <span dir="ltr">
        <i>{name}</i>
        {cut >= 0 && <b>{email.slice(cut)}</b>}
      </span>
    </span>
  );
}
