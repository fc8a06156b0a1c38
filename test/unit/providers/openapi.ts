// A service that is nothing but its OpenAPI document: refuses what the document does not know, and answers with samples made from
// its schemas, the fullest or the barest there can be. Holds as much of JSON Schema as the document in question uses.

export type Schema = Readonly<{
  $ref?: string;
  type?: string | readonly string[];
  anyOf?: readonly Schema[];
  enum?: readonly unknown[];
  properties?: Readonly<Record<string, Schema>>;
  required?: readonly string[];
  additionalProperties?: Schema | boolean;
  items?: Schema;
  pattern?: string;
  format?: string;
  minItems?: number;
  maxItems?: number;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
}>;

interface Content {
  content?: { 'application/json'?: { schema: Schema } };
}
interface Operation {
  parameters?: readonly { name: string; in: string; schema: Schema }[];
  requestBody?: Content;
  responses: Readonly<Record<string, Content>>;
}
export interface OpenapiDocument {
  paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  components: { schemas: Readonly<Record<string, Schema>> };
}

/** `full`: every member there, nothing null; `bare`: required members alone, null where it may be, empty lists. */
export type Variant = 'full' | 'bare';

const namesOf = (type: Schema['type']): readonly string[] =>
  type === undefined ? [] : typeof type === 'string' ? [type] : type;

export function createOpenapi(document: OpenapiDocument) {
  const resolve = (schema: Schema): Schema => {
    const name = schema.$ref?.replace('#/components/schemas/', '');
    const found = name === undefined ? schema : document.components.schemas[name];
    if (found === undefined) throw new Error(`no schema ${name}`);
    return found;
  };

  function sample(given: Schema, variant: Variant, name = ''): unknown {
    const schema = resolve(given);
    const choices = schema.anyOf ?? [];
    const [choice] = variant === 'full' ? choices : [...choices].reverse();
    if (choice !== undefined) return sample(choice, variant, name);
    const types = namesOf(schema.type);
    if (types.includes('null') && (variant === 'bare' || types.length === 1)) return null;
    if (schema.enum !== undefined) return schema.enum[0];
    const [type = 'object'] = types;
    if (type === 'object') return sampleObject(schema, variant);
    if (type === 'array')
      return variant === 'bare' && (schema.minItems ?? 0) === 0
        ? []
        : [sample(schema.items ?? {}, variant, name)];
    if (type === 'boolean') return true;
    if (type === 'integer' || type === 'number') return schema.minimum ?? 1;
    return sampleText(schema, name);
  }

  function sampleObject({ properties = {}, required = [], additionalProperties }: Schema, variant: Variant) {
    const wanted = Object.entries(properties).filter(
      ([name]) => variant === 'full' || required.includes(name),
    );
    const members = wanted.map(([name, member]) => [name, sample(member, variant, name)] as const);
    const more = typeof additionalProperties === 'object' && Object.keys(additionalProperties).length > 0;
    const extra =
      more && variant === 'full' ? [['family_name', sample(additionalProperties, variant)] as const] : [];
    return Object.fromEntries([...members, ...extra]);
  }

  function sampleText({ format, pattern }: Schema, name: string): string {
    if (format === 'uri' || /url$/.test(name)) return 'https://a.example/x';
    if (/_(?:at|from|to)$/.test(name)) return '2026-11-22T00:15:44.979Z';
    if (name === 'date') return '2026-11-22';
    if (name === 'signing_secret') return `whsec_${'a'.repeat(32)}`;
    if (name === 'cancel_token') return 'a'.repeat(48);
    return pattern?.startsWith('^vs_') ? `vs_${'a'.repeat(64)}` : 'id_1';
  }

  /** @returns the first complaint, with its place; null if the value fits */
  function complain(given: Schema, value: unknown, at: string): string | null {
    const schema = resolve(given);
    if (schema.anyOf !== undefined) {
      const complaints = schema.anyOf.map((one) => complain(one, value, at));
      return complaints.includes(null) ? null : `${at}: fits none (${complaints.join('; ')})`;
    }
    if (schema.enum !== undefined && !schema.enum.includes(value)) return `${at}: not one of the words`;
    if (typeof value === 'string') return complainText(schema, value, at);
    if (typeof value === 'number') return value <= (schema.maximum ?? value) ? null : `${at}: too much`;
    if (Array.isArray(value)) {
      if (value.length > (schema.maxItems ?? value.length)) return `${at}: too many`;
      return first(value.map((one, index) => complain(schema.items ?? {}, one, `${at}[${index}]`)));
    }
    if (typeof value === 'object' && value !== null) return complainObject(schema, value, at);
    return null;
  }

  function complainText(
    { type, pattern, minLength = 0, maxLength = Number.MAX_VALUE }: Schema,
    value: string,
    at: string,
  ) {
    if (!namesOf(type).includes('string')) return `${at}: a text`;
    if (pattern !== undefined && !new RegExp(pattern).test(value)) return `${at}: against ${pattern}`;
    return value.length < minLength || value.length > maxLength ? `${at}: of wrong length` : null;
  }

  function complainObject(schema: Schema, value: object, at: string): string | null {
    const missing = (schema.required ?? []).find((name) => !Object.hasOwn(value, name));
    if (missing !== undefined) return `${at}: without ${missing}`;
    return first(
      Object.entries(value).map(([name, member]) => {
        const known = schema.properties?.[name] ?? schema.additionalProperties;
        if (known === undefined || known === false) return `${at}: ${name} is not known`;
        return known === true ? null : complain(known, member, `${at}.${name}`);
      }),
    );
  }

  const first = (complaints: readonly (string | null)[]): string | null =>
    complaints.find((one) => one !== null) ?? null;

  function operationOf(method: string, pathname: string): Operation {
    const found = Object.entries(document.paths).filter(([path]) =>
      new RegExp(`^${path.replace(/:[^/]+/g, '[^/]+')}$`).test(pathname),
    );
    // A path that is written out comes before one with a place in it.
    const [path] = found.sort(([a], [b]) => a.split(':').length - b.split(':').length);
    const operation = path?.[1][method.toLowerCase()];
    if (operation === undefined) throw new Error(`the document has no ${method} ${pathname}`);
    return operation;
  }

  return {
    sample,
    /** Fetch, answered from the document; `asked` gets each operation. @throws Error for a request it does not allow */
    fetch:
      (variant: Variant, asked: (operation: string) => void) =>
      async (text: string, { method = 'GET', body }: RequestInit): Promise<Response> => {
        const url = new URL(text);
        const operation = operationOf(method, url.pathname);
        const known = operation.parameters ?? [];
        for (const [name, value] of url.searchParams) {
          const parameter = known.find((one) => one.in === 'query' && one.name === name);
          if (parameter === undefined) throw new Error(`${method} ${url.pathname} knows no ${name}`);
          const words = parameter.schema.enum;
          if (words !== undefined && !words.includes(value)) throw new Error(`${name} is not to be ${value}`);
        }
        const schema = operation.requestBody?.content?.['application/json']?.schema;
        if (typeof body === 'string') {
          const complaint =
            schema === undefined ? 'no body is known' : complain(schema, JSON.parse(body), 'body');
          if (complaint !== null) throw new Error(`${method} ${url.pathname}: ${complaint}`);
        }
        asked(`${method} ${url.pathname}`);
        const status = Object.keys(operation.responses).find((one) => one.startsWith('2')) ?? '200';
        const reply = operation.responses[status]?.content?.['application/json']?.schema;
        const answer = reply === undefined ? null : JSON.stringify(sample(reply, variant));
        return new Response(answer, {
          status: Number(status),
          headers: { 'content-type': 'application/json' },
        });
      },
  };
}
