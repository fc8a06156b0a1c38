// An account of the sandbox as tests of the live line use it: its provider, new identities, mail that comes, and what was asked.
// Leans on the sandbox over HTTP.
import { openProvider } from '../../../lib/providers/kinds.ts';
import type { Provider } from '../../../lib/providers/provider.ts';
import type { Sandbox } from '../../sandbox/sandbox.ts';
import { type Answer, adminOf } from '../sandbox/client.ts';

export function liveAccount({ json }: Sandbox) {
  const admin = adminOf(json);
  const connect = (apiKey = json.key): Required<Provider> => {
    const account = {
      id: 'a',
      kind: 'aliaskit',
      name: '',
      createdAt: 0,
      baseUrl: json.api,
      apiKey,
      cardKey: null,
    } as const;
    return openProvider(account) as Required<Provider>;
  };
  return {
    admin,
    connect,
    async newIdentity(provisionPhone = false) {
      const { remoteId, email, persona } = await connect().identities.create({ provisionPhone });
      return { id: remoteId ?? '', email, phone: persona?.phone ?? '' };
    },
    mail: (to: string, subject = 's'): Promise<Answer> =>
      admin('POST', '/inbound/email', {
        to,
        from: 'Shop <a@shop.example>',
        subject,
        text: 'Your code is 482913',
      }),
    asked: async (path: string): Promise<number> =>
      (await admin('GET', `/requests?path=/api/v1${path}`)).body.requests.length,
    trouble: (body: object): Promise<Answer> => admin('POST', '/realtime', body),
  };
}
