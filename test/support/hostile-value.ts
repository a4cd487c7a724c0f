/** A part of an OpenAPI description, as far as this looks into it. */
export type Schema = {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  properties?: Record<string, Schema>;
  additionalProperties?: Schema | boolean;
  required?: string[];
  items?: Schema;
  minItems?: number;
  minimum?: number;
  maximum?: number;
  format?: string;
  pattern?: string;
  example?: unknown;
};

const TEXTS = [
  ...['', ' ', 'x', '\0', 'a\0b', '\ud800', 'a\udfff', '\u202Egpj.exe', '\u200b', '=1+1'],
  ...['<b onx=1>"\'&', '{{ participant.first_name }}', '{{', '{% for', '%', '_', '\\', "';--"],
  ...['2027-03-01', '2026-02-30', '0000-01-01', '9999-12-31', '275760-09-13', '2027-03-01T25:99'],
  ...['2027-03-02T09:00', '2199-12-31T23:59', '+447400123456', 'ana@example.com', 'recipient'],
  ...['America/New_York', '9'.repeat(400), 'ż'.repeat(5_000), '😀'.repeat(300)],
  ...['-1', '1e999', '0', '9999999999999999999', 'null', 'true', '[]', '{}', '"', 'Infinity'],
  ...['["2027-01-01 00:00:00+00","00000000-0000-0000-0000-000000000000",1]', '[null]'].map(
    (place) => Buffer.from(place).toString('base64url'),
  ),
];
const ORDINARY = ['+447400123456', '+12125550101', 'ana@example.com', 'Hello', 'Europe/Berlin'];
const ODD: unknown[] = [null, 1, -1, 1.5, 2 ** 53, '', [], {}, true, [[[]]]];

/** Makes values of a schema that somebody with bad intentions would send; the same `seed` makes the same. */
export class HostileValues {
  readonly #schemas: Readonly<Record<string, Schema>>;
  /** Ids of what there is. */
  readonly #ids: readonly string[];
  #state: number;

  constructor(schemas: Readonly<Record<string, Schema>>, ids: readonly string[], seed: number) {
    this.#schemas = schemas;
    this.#ids = ids;
    this.#state = seed;
  }

  /** A number from 0 to 1. */
  random(): number {
    this.#state = (Math.imul(this.#state, 1_664_525) + 1_013_904_223) >>> 0;
    return this.#state / 2 ** 32;
  }

  /** Mostly of the schema; now and then of none. */
  of(schema: Schema | undefined): unknown {
    if (!schema || this.random() < 0.03) return this.#pick(schema ? ODD : TEXTS);
    if (schema.$ref !== undefined)
      return this.of(this.#schemas[schema.$ref.split('/').at(-1) ?? '']);
    if (schema.enum) return this.#pick(schema.enum);
    if ('const' in schema) return schema.const;
    const choices = schema.anyOf ?? schema.oneOf;
    if (choices) return this.of(this.#pick(choices));
    if (schema.allOf) return Object.assign({}, ...schema.allOf.map((part) => this.of(part)));
    const type = Array.isArray(schema.type) ? this.#pick(schema.type) : schema.type;
    if (type === 'object') return this.#object(schema);
    if (type === 'array') return this.#array(schema);
    if (type === 'integer' || type === 'number') return this.#number(schema);
    if (type === 'boolean') return this.random() < 0.5;
    return type === 'null' ? null : this.#text(schema);
  }

  #object({ properties = {}, required = [], additionalProperties }: Schema): object {
    const parts = Object.entries(properties)
      .filter(([name]) => this.random() < (required.includes(name) ? 0.97 : 0.35))
      .map(([name, part]) => [name, this.of(part)]);
    const more = typeof additionalProperties === 'object' ? [1, 2] : [];
    const named = more.map(() => [
      this.#pick(TEXTS),
      this.of(typeof additionalProperties === 'object' ? additionalProperties : undefined),
    ]);
    return Object.fromEntries([...parts, ...named]);
  }

  #array({ items, minItems = 0 }: Schema): unknown[] {
    const length = Math.max(minItems, Math.floor(this.random() * 3));
    return Array.from({ length }, () => this.of(items));
  }

  #number({ minimum = -1, maximum = 2 ** 31 }: Schema): number {
    const between = Math.floor(minimum + this.random() * (maximum - minimum));
    return this.#pick([minimum, maximum, minimum + 1, between, 0, 1, 5, 10]);
  }

  #text({ format, pattern = '', example }: Schema): unknown {
    if (format === 'uuid')
      return this.random() < 0.85 ? this.#pick(this.#ids) : crypto.randomUUID();
    if (format === 'date')
      return this.#pick(TEXTS.filter((text) => /^\d{4}-\d\d-\d\d$/.test(text)));
    if (example !== undefined && this.random() < 0.5) return example;
    if (pattern.includes('T\\d{2}')) {
      return this.#pick(TEXTS.filter((text) => /^\d{4}-\d\d-\d\dT/.test(text)));
    }
    return this.#pick(this.random() < 0.3 ? ORDINARY : TEXTS);
  }

  #pick<Value>(all: readonly Value[]): Value {
    const found = all[Math.floor(this.random() * all.length)];
    if (found === undefined) throw new Error('there is something to choose from');
    return found;
  }
}
