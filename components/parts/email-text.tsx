// An address in a monospaced face, the part after the @ emphasised; long ones break at sensible places, never overflow.
// Leans on style/parts.css. The text is the address and nothing else, so that selecting copies it whole.
export function EmailText({ email, large = false }: { email: string; large?: boolean }) {
  const cut = email.lastIndexOf('@');
  const name = cut < 0 ? email : email.slice(0, cut);
  return (
    <bdi class={large ? 'email email-large' : 'email'} title={email}>
      {name}
      {cut >= 0 && <b>{email.slice(cut)}</b>}
    </bdi>
  );
}
