import { beforeAll, expect, test } from 'vitest';
import { type ContactImport, contactImport } from '../../src/contract/contact-import.ts';
import { settledImport, uploadContacts } from '../support/contact-import.ts';
import { memberOf } from '../support/member-of.ts';
import { testServer } from '../support/test-server.ts';

const server = await testServer();

beforeAll(async () => {
  await server.signUp();
});

async function checked(text: string, name?: string, query?: string): Promise<ContactImport> {
  const made = await uploadContacts(server.call, text, name, query);
  expect(made).toMatchObject({ status: 201 });
  return settledImport(server.call, contactImport.parse(made.json).id);
}

async function committed(text: string, name?: string, query?: string): Promise<ContactImport> {
  const { id } = await checked(text, name, query);
  const answer = await server.call('POST', `/api/contact-imports/${id}/commit`, {});
  expect(answer.status).toBe(202);
  return settledImport(server.call, id);
}

type Listed = { name: string; tags: string[]; addresses: { address: string; label: string }[] };

async function contacts(text: string): Promise<Listed[]> {
  const { json } = await server.call('GET', `/api/contacts?text=${encodeURIComponent(text)}`);
  return (json as { items: Listed[] }).items;
}

test('checks first and writes nothing; then all of it, and the same again changes nothing', async () => {
  const file = [
    'Name;Tel. móvil;E-Mail;Etiquetas',
    'Ana First;(212) 555-0101;ana.first@example.com;knee, vip',
    'Ben First;212 555 0102;;',
    'Cleo First;;cleo.first@;',
    'ben first;212 555 0102;ben.first@example.com;late',
    '',
    'Dora First;555;dora.first@example.com;',
  ].join('\r\n');
  const ready = await checked(file);
  expect(ready).toMatchObject({
    state: 'ready',
    format: 'csv',
    columns: [
      { header: 'Name', target: 'name', samples: ['Ana First', 'Ben First', 'Cleo First'] },
      { header: 'Tel. móvil', target: 'phone:mobile' },
      { header: 'E-Mail', target: 'email' },
      { header: 'Etiquetas', target: 'tags' },
    ],
    progress: { step: 'over', done: 5, of: 5 },
    counts: { created: 2, updated: 0, unchanged: 0, joined: 1, refused: 2 },
    errorCount: 2,
    errors: [
      { line: 4, column: 'E-Mail', value: 'cleo.first@' },
      { line: 7, column: 'Tel. móvil', value: '555' },
    ],
  });
  expect(await contacts('First')).toEqual([]);

  const done = await committed(file);
  expect(done).toMatchObject({ state: 'done', counts: ready.counts, errorCount: 2 });
  const [ana, ben, ...none] = await contacts('First');
  expect(ana).toMatchObject({
    name: 'Ana First',
    tags: ['knee', 'vip'],
    addresses: [
      { address: '+12125550101', label: 'mobile' },
      { address: 'ana.first@example.com', label: '' },
    ],
  });
  expect(ben).toMatchObject({
    tags: ['late'],
    addresses: [{}, { address: 'ben.first@example.com' }],
  });
  expect(none).toEqual([]);

  const again = await committed(file);
  expect(again.counts).toEqual({ created: 0, updated: 0, unchanged: 2, joined: 1, refused: 2 });
  const more = await committed(
    'Name,Mobile,Tags\nAna First,212-555-0101,shoulder\nAna First,212-555-0109,\n',
  );
  expect(more.counts).toMatchObject({ created: 1, updated: 1 });
  expect((await contacts('First')).map(({ tags }) => tags)).toEqual([
    ['knee', 'shoulder', 'vip'],
    [],
    ['late'],
  ]);
});

test('the report of refused rows can be mended and imported', async () => {
  const file =
    'Name,Phone,=Note\nAna Mend,212-555-0111,ok\n"=HYPERLINK(""x"")",0,"two\nlines"\nCleo Mend,+0,x,y\n';
  const done = await committed(file, 'people.csv', '?keepRest=yes');
  expect(done.counts).toMatchObject({ created: 1, refused: 2 });
  const response = await fetch(`${server.url}/api/contact-imports/${done.id}/errors.csv`, {
    headers: { authorization: `Bearer ${server.token}` },
  });
  expect(response.headers.get('content-disposition')).toMatch(/attachment/);
  // fetch takes the byte order mark away.
  const report = await response.text();
  expect(report.split('\r\n').slice(0, 3)).toEqual([
    `"Name","Phone","'=Note","Headsup: reason"`,
    `"'=HYPERLINK(""x"")","0","two\nlines","Phone: “0” is not a phone number in use; check its digits, or write it with + and the country code."`,
    `"Cleo Mend","'+0","x | y","The row has 4 cells where there are 3 columns; is a delimiter in a text not in quotation marks?"`,
  ]);
  const mended = report.replace('"0"', '"212-555-0112"').replace(`"'+0"`, `"'+12125550113"`);
  expect((await committed(mended)).counts).toMatchObject({ created: 2, refused: 0 });
  expect((await contacts('212555011')).map(({ name }) => name).sort()).toEqual([
    '=HYPERLINK("x")',
    'Ana Mend',
    'Cleo Mend',
  ]);
});

test('the columns can be changed before it is committed, and not after', async () => {
  const { id } = await checked('A,B\nAna Column,212-555-0121\n');
  const path = `/api/contact-imports/${id}/mapping`;
  const wrong = await server.call('PUT', path, { mapping: ['name'] });
  expect(wrong).toMatchObject({ status: 422, json: { errors: [{ path: 'mapping' }] } });
  expect((await server.call('PUT', path, { mapping: ['name', 'nonsense'] })).status).toBe(422);
  const changed = await server.call('PUT', path, { mapping: ['field:Insurer', 'phone:work'] });
  expect(changed.status).toBe(200);
  expect((await settledImport(server.call, id)).counts).toMatchObject({ created: 1, refused: 0 });
  await server.call('POST', `/api/contact-imports/${id}/commit`, {});
  await settledImport(server.call, id);
  expect(await contacts('2125550121')).toMatchObject([
    { name: '', fields: { Insurer: 'Ana Column' }, addresses: [{ label: 'work' }] },
  ]);
  const late = await server.call('PUT', path, { mapping: ['name', 'phone'] });
  expect(late).toMatchObject({ status: 409, json: { code: 'too_late' } });
  const again = await server.call('POST', `/api/contact-imports/${id}/commit`, {});
  expect(again).toMatchObject({ status: 202, json: { state: 'done' } });
});

test('a card file comes in by the same road, with those who share a number', async () => {
  const card = (name: string, more: string) =>
    `BEGIN:VCARD\nVERSION:3.0\nFN:${name}\n${more}\nEND:VCARD\n`;
  const family = 'TEL;TYPE=CELL:+1 212 555 0131';
  const done = await committed(
    card('Ana Card', family) +
      card('Ben Card', `${family}\nCATEGORIES:kids`) +
      card('Cleo Card', 'TEL:1'),
    'people.vcf',
  );
  expect(done).toMatchObject({
    format: 'vcard',
    counts: { created: 2, joined: 0, refused: 1 },
    errors: [{ line: 12, column: 'phone', value: '1' }],
  });
  expect(await contacts('2125550131')).toMatchObject([{ name: 'Ana Card' }, { name: 'Ben Card' }]);
});

test('a row that fits two contacts is refused until they are merged', async () => {
  const person = { name: 'Ana Twice', addresses: [{ kind: 'phone', address: '212-555-0141' }] };
  await server.call('POST', '/api/contacts', person);
  await server.call('POST', '/api/contacts', person);
  const ready = await checked('Name,Phone\nAna Twice,212-555-0141\n');
  expect(ready).toMatchObject({
    counts: { created: 0, refused: 1 },
    errors: [{ line: 2, message: expect.stringMatching(/2 contacts .* merge them/) }],
  });
});

test('a canceled one writes nothing, and cannot be committed', async () => {
  const { id } = await checked('Name,Phone\nAna Cancel,212-555-0151\n');
  const canceled = await server.call('POST', `/api/contact-imports/${id}/cancellation`, {});
  expect(canceled).toMatchObject({ status: 200, json: { state: 'canceled' } });
  const late = await server.call('POST', `/api/contact-imports/${id}/commit`, {});
  expect(late).toMatchObject({ status: 409, json: { code: 'too_late' } });
  expect(await contacts('Cancel')).toEqual([]);
});

test('a viewer looks on, and may not import', async () => {
  const { cookie } = await memberOf(server, 'viewer');
  const { id } = await checked('Name,Phone\nAna View,212-555-0161\n');
  for (const path of ['', `/${id}`, `/${id}/errors`]) {
    const answer = await server.call('GET', `/api/contact-imports${path}`, undefined, { cookie });
    expect(answer.status).toBe(200);
  }
  for (const [method, path, body] of [
    ['POST', '', {}],
    ['PUT', `/${id}/mapping`, { mapping: ['name', 'phone'] }],
    ['POST', `/${id}/commit`, {}],
    ['POST', `/${id}/cancellation`, {}],
  ] as const) {
    const answer = await server.call(method, `/api/contact-imports${path}`, body, { cookie });
    expect(answer).toMatchObject({ status: 403, json: { code: 'not_allowed' } });
  }
});
